import type { ReadOrder } from "../host-order"

/** Orders that are read, and what of each. */
export interface OrdersWanted {
  readonly orderIds: readonly string[]
  /** The version of each that the ledger holds; older ones are not read. */
  readonly hostVersions: ReadonlyMap<string, number>
  /** Also what other programs wrote beside orders and payments. */
  readonly metadata: boolean
}

export interface ReadFailure {
  readonly orderId: string
  readonly error: unknown
}

/** Orders that the host does not have are in neither list. */
export interface ReadOrders {
  readonly orders: readonly ReadOrder[]
  readonly failures: readonly ReadFailure[]
}

/** What the statement gave. */
export interface ReadRows {
  readonly orders: readonly ReadOrder[]
  /** Orders whose rows could not be added up. */
  readonly unread: readonly string[]
}
