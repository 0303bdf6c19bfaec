/** What every option is checked with at boot, so that a wrong one stops the start and says what it may be. */

export function refusedOption(what: string): Error {
  return new Error(`medusa-plugin-reconciliation: option ${what}`)
}

/** A misspelt name would leave its default in force, and nobody would notice. */
export function knownNames(name: string, given: unknown, known: readonly string[]): void {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw refusedOption(`${name} is ${JSON.stringify(given)}; use an object with ${known.join(", ")}.`)
  }
  const unknown = Object.keys(given).find((key) => !known.includes(key))
  if (unknown === undefined) return
  const path = name === "" ? unknown : `${name}.${unknown}`
  throw refusedOption(`${path} is not known; there are ${known.join(", ")}.`)
}

export function booleanOf(name: string, value: unknown): boolean {
  if (typeof value === "boolean") return value
  throw refusedOption(`${name} is ${JSON.stringify(value)}; use true or false.`)
}

/** Texts that are not empty. */
export function textsOf(name: string, value: unknown): string[] {
  if (Array.isArray(value) && value.every((text) => typeof text === "string" && text !== "")) return value
  throw refusedOption(`${name} is ${JSON.stringify(value)}; use a list of texts.`)
}

/** A text that is not empty, or null when there is none. */
export function textOrNull(name: string, value: unknown): string | null {
  if (value === undefined) return null
  if (typeof value === "string" && value !== "") return value
  throw refusedOption(`${name} is ${JSON.stringify(value)}; use a text.`)
}
