/** Of a row or of parameters, by name. */
export type Row = Record<string, unknown>

/** The common table expressions of a statement, by name. Each ends where its own indentation does. */
export function partsOf(text: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  for (const [, name = "", part = ""] of text.matchAll(/(\w+) as (?:materialized )?\(\n([\s\S]*?)\n {4}\)/g))
    parts.set(name, part)
  return parts
}

/**
 * The rows of the list of records that a part opens, by the columns' names.
 *
 * @throws Error when the part opens none: then the statement must be read anew
 */
export function rowsOf(part: string | undefined, values: readonly unknown[]): Row[] {
  const [, number] = /json_to_recordset\(\$(\d+)::json\)/.exec(part ?? "") ?? []
  const list = values[Number(number) - 1]
  if (typeof list !== "string") throw new Error(`no list of records is opened in "${part}"`)
  return JSON.parse(list) as Row[]
}

/** A part as a statement of its own, with the parameters that it names. */
export function alone(part: string, values: readonly unknown[]): { text: string; values: unknown[] } {
  const used = [...new Set(numbersIn(part))]
  return {
    text: part.replaceAll(/\$(\d+)/g, (_, number: string) => `$${used.indexOf(Number(number)) + 1}`),
    values: used.map((number) => values[number - 1]),
  }
}

function numbersIn(text: string): number[] {
  return [...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number))
}
