import type { Allocation, OpenItem } from "../open-item"

/** Takes one live allocation back, wholly; to take back a part, the rest is allocated anew. */
export interface Release {
  readonly allocation: Allocation
  readonly credit: OpenItem
  readonly debit: OpenItem
  readonly rule: string
  /** The day on which it is taken back. */
  readonly on: string
  /**
   * Where the books show it: with what it takes back, which then never stood, or on the day on which it is made,
   * because that stood rightly until then, as a write-off did before it was undone. Default as_if_never.
   */
  readonly counts?: "as_if_never" | "from_then_on"
}
