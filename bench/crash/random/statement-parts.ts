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
 * The rows that a part unnests from columns among the statement's parameters, by the names it gives them.
 *
 * @throws Error when the part unnests nothing: then the statement must be read anew
 */
export function rowsOf(part: string | undefined, values: readonly unknown[]): Row[] {
  const [, parameters = "", names = ""] =
    /unnest\(([^)]*)\)(?: with ordinality)?\s+u \(([^)]*)\)/.exec(part ?? "") ?? []
  const columns = numbersIn(parameters).map((number) => values[number - 1] as unknown[])
  const [first] = columns
  if (!first) throw new Error(`nothing is unnested in "${part}"`)
  const nameOf = names.split(",").map((name) => name.trim())
  return first.map((_, row) =>
    Object.fromEntries(columns.map((column, index) => [nameOf[index] ?? "", column[row]])),
  )
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
