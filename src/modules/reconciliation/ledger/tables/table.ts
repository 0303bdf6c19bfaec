import type { Column } from "./column"

/** "creditItemId" as its column is named, "credit_item_id". */
type Snake<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? First extends Lowercase<First>
    ? `${First}${Snake<Rest>}`
    : `_${Lowercase<First>}${Snake<Rest>}`
  : Name

/** A column for each property of a value. */
type ColumnsOf<Value> = { readonly [Name in keyof Value]-?: Column<NonNullish<Value[Name]>, unknown> }
type NonNullish<Property> = Property extends undefined ? never : Property

type StoredIn<Declared> = Declared extends { fromRow: (stored: infer Stored) => unknown } ? Stored : never

type Row<Columns> = {
  -readonly [Name in keyof Columns & string as Snake<Name>]: StoredIn<Columns[Name]>
}

/** A row of a table as the driver gives it, read by the table's own `select`. */
export type RowOf<Declared extends { readonly columns: unknown }> = Row<Declared["columns"]>

/**
 * One declaration of what a table holds of a value: insert, record, select and row mapper are made of it, so a
 * column is added in one place. What every row has besides (ids of its account and change, when it was recorded)
 * its statements say themselves.
 */
export interface Table<Value, Columns> {
  readonly name: string
  readonly columns: Columns
  /** What the database has when it is as declared. */
  readonly declared: readonly { readonly name: string; readonly type: string; readonly nullable: boolean }[]
  /** The columns' names, as an insert lists them. */
  readonly names: string
  /** The same, each read from an alias, or made by another expression. */
  readonly of: (alias: string, instead?: Readonly<Record<string, string>>) => string
  /** Expressions that read every column from an alias, also what another table holds of a row, named as they are. */
  readonly select: (alias: string) => string
  /** The columns with their types, as a record set declares them. */
  readonly record: string
  /** A value as a record of JSON, under the columns' names; what it does not have is left out, and so reads as null. */
  readonly json: (value: Value) => string
  /** The same of several: what a record set is made of. */
  readonly jsonOf: (values: readonly Value[]) => string
  /** A row as the value that it was made of. */
  readonly valueOf: (row: Row<Columns>) => Value
}

/** Declares a table of values; every property has its column, named as it is. */
export const tableOf =
  <Value extends object>() =>
  <const Columns extends ColumnsOf<Value>>(name: string, columns: Columns): Table<Value, Columns> => {
    const all = Object.entries<Column<unknown, unknown>>(columns).map(([property, column]) => ({
      property,
      column,
      name: snakeOf(property),
      label: `"${snakeOf(property)}":`,
    }))
    const stored = all.filter(({ column }) => !column.derived)
    const names = stored.map((one) => one.name)
    const blank = blankOf<unknown>(all.map((one) => one.property))
    const json = (value: Value): string => {
      let text = ""
      for (const { property, column, label } of stored) {
        const said = column.toJson(value[property as keyof Value])
        if (said !== null) text += `${text === "" ? "" : ","}${label}${JSON.stringify(said)}`
      }
      return `{${text}}`
    }
    return {
      name,
      columns,
      declared: stored.map(({ name: column, column: { type, nullable = false } }) => ({
        name: column,
        type,
        nullable,
      })),
      names: names.join(", "),
      of: (alias, instead = {}) => names.map((column) => instead[column] ?? `${alias}.${column}`).join(", "),
      select: (alias) => all.map((one) => reading(one, alias)).join(", "),
      record: stored.map((one) => `${one.name} ${one.column.type}`).join(", "),
      json,
      jsonOf: (values) => `[${values.map(json).join()}]`,
      valueOf: (row) => {
        const value = { ...blank }
        for (const one of all) value[one.property] = one.column.fromRow(row[one.name as keyof typeof row])
        return value as Value
      },
    }
  }

/**
 * A value to copy and fill. JSON.parse lays its properties out as a literal would; filled one by one into an empty
 * object they would end in a dictionary, which the planner copies twelve times as slowly.
 */
function blankOf<Value>(properties: readonly string[]): Record<string, Value | null> {
  const blank = `{${properties.map((name) => `${JSON.stringify(name)}:null`).join()}}`
  return JSON.parse(blank) as Record<string, null>
}

function reading(
  { name, column }: { readonly name: string; readonly column: Column<unknown, unknown> },
  alias: string,
): string {
  if (column.derived) return `${column.derived(alias)} as ${name}`
  const own = `${alias}.${name}`
  return column.reading ? `${column.reading(own)} as ${name}` : own
}

/** "creditItemId" as its column is named. */
export const snakeOf = (property: string): string =>
  property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
