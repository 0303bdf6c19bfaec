import { codeOf } from "./database"

/** Classes of PostgreSQL's codes for a connection that is gone, a server that stops, and one that has no room left. */
const SERVER_CLASSES: ReadonlySet<string> = new Set(["08", "53", "57", "58"])
/** What lets one of several transactions try again: it outlasts every attempt only where there are too many of them. */
const TOO_MANY: ReadonlySet<string> = new Set(["40001", "40P01"])

/** Whether too many ask the database at once, for a connection or for the same rows. What was asked for is not at fault. */
export function isBusy(error: unknown): boolean {
  return TOO_MANY.has(codeOf(error)) || isFullPool(error)
}

/** Whether the database cannot do anything at all now, or cannot be reached. */
export function isOfTheServer(error: unknown): boolean {
  const code = codeOf(error)
  return SERVER_CLASSES.has(code.slice(0, 2)) || /^E[A-Z]+$/.test(code)
}

/** The pool's own error, which has a name and no code. */
const isFullPool = (error: unknown): boolean => error instanceof Error && error.name === "KnexTimeoutError"
