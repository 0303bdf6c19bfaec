import type { TaxPart } from "../../domain/open-item"

/** What a record says to PostgreSQL; amounts are text, because JSON's numbers are floats. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/**
 * How a value of the domain stands in a column. To add a kind of column, say its type, how it is read so that the
 * driver loses nothing of it, and the way there and back.
 */
export interface Column<Value, Stored> {
  /** PostgreSQL's type. */
  readonly type: string
  /** Whether a row may say nothing here. */
  readonly nullable?: true
  /** The expression that reads it, where the column by itself would come as a float or in a local time. */
  readonly reading?: (column: string) => string
  /** The expression that reads it for a row of an alias, where another table holds it: then it is not written here. */
  readonly derived?: (alias: string) => string
  toJson(value: Value): Json
  fromRow(stored: Stored): Value
}

/** Whole numbers that are ids or minor units: text on the way, bigint here. */
export const int8: Column<bigint, string> = {
  type: "bigint",
  toJson: String,
  fromRow: BigInt,
}

export const int4: Column<number, number> = { type: "integer", toJson: same, fromRow: same }

export const text: Column<string, string> = { type: "text", toJson: same, fromRow: same }

/** Text of which the database lets only some words stand. */
export const wordOf = <Word extends string>(): Column<Word, Word> => ({
  type: "text",
  toJson: same,
  fromRow: same,
})

/** A day, YYYY-MM-DD; the driver would make a local midnight of it. */
export const day: Column<string, string> = {
  type: "date",
  reading: (column) => `${column}::text`,
  toJson: same,
  fromRow: same,
}

/** A moment, ISO in UTC with milliseconds. */
export const moment: Column<string, string> & Required<Pick<Column<string, string>, "reading">> = {
  type: "timestamp with time zone",
  reading: (column) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  toJson: same,
  fromRow: same,
}

export function nullable<Value, Stored>(
  column: Column<Value, Stored>,
): Column<Value | null | undefined, Stored | null> & Column<Value | null, Stored | null> {
  return {
    ...column,
    nullable: true,
    toJson: (value: Value | null | undefined) =>
      value === null || value === undefined ? null : column.toJson(value),
    fromRow: (stored: Stored | null) => (stored === null ? null : column.fromRow(stored)),
  }
}

/** A column that always has a value, which the writing statement gives where the value says nothing. */
export function defaulted<Value extends string, Stored>(
  column: Column<Value, Stored>,
): Column<Value | undefined, Stored> & Column<Value, Stored> {
  return {
    ...column,
    toJson: (value: Value | undefined) => (value === undefined ? null : column.toJson(value)),
  }
}

/** Minor units of each part of some taxes, in their order; null where there is none. */
export const parts: Column<readonly bigint[], string[] | null> = {
  type: "bigint[]",
  nullable: true,
  toJson: (amounts) => (amounts.length === 0 ? null : amounts.map(String)),
  fromRow: (stored) => (stored ?? []).map(BigInt),
}

/** Taxes contained in an amount; null where there are none. */
export const taxes: Column<readonly TaxPart[], { code: string; rate: string; amount: string }[] | null> = {
  type: "jsonb",
  nullable: true,
  toJson: (all) =>
    all.length === 0 ? null : all.map(({ code, rate, amount }) => ({ code, rate, amount: String(amount) })),
  fromRow: (stored) => (stored ?? []).map((tax) => ({ ...tax, amount: BigInt(tax.amount) })),
}

function same<Value>(value: Value): Value {
  return value
}
