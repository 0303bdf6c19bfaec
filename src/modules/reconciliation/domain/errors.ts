/** Kind of an error; the HTTP layer maps each to a status. */
export type ErrorType =
  "invalid_data" | "not_found" | "conflict" | "not_allowed" | "unexpected_state" | "unavailable"

interface ErrorDetails {
  type: ErrorType
  /** Stable and machine-readable, for example "amount_not_positive". */
  code: string
  message: string
  ids?: Readonly<Record<string, string>>
  /** What the caller can do about it. */
  remedy: string
}

/** The one error this plugin throws on purpose: it always has a code, the ids and a way out. */
export class ReconciliationError extends Error {
  readonly type: ErrorType
  readonly code: string
  readonly ids: Readonly<Record<string, string>>
  readonly remedy: string

  constructor({ type, code, message, ids = {}, remedy }: ErrorDetails) {
    super(message)
    this.name = "ReconciliationError"
    this.type = type
    this.code = code
    this.ids = ids
    this.remedy = remedy
  }
}
