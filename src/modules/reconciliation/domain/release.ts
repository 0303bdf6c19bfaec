import type { Allocation, OpenItem } from "./open-item"

/** Takes one live allocation back, wholly; to take back a part, the rest is allocated anew. */
export interface Release {
  readonly allocation: Allocation
  readonly credit: OpenItem
  readonly debit: OpenItem
  readonly rule: string
  /** The day on which it is taken back. */
  readonly on: string
}
