import { ReconciliationError } from "../domain/errors"

/** An error as it is listed: short, and with its code where it has one. */
export function toldOf(error: unknown): string {
  const told = error instanceof ReconciliationError ? `${error.code}: ${error.message}` : String(error)
  return told.slice(0, 500)
}
