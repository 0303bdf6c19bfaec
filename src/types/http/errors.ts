/** Every error of the plugin's routes. */
export interface ErrorBody {
  type: "invalid_data" | "not_found" | "conflict" | "not_allowed" | "unexpected_state" | "unavailable"
  /** Stable, machine-readable, for example "amount_not_positive". */
  code: string
  message: string
  /** The ids the error speaks of, for example { order_id: "order_…" }. */
  ids: Record<string, string>
  /** What to do about it. */
  remedy: string
}
