import type { DecimalString } from "./items"
import type { MatchingCode, ReconciliationState } from "./http/states"

/**
 * What the plugin says on the host's event bus (docs/spec/events.md). Each event has an id: where the bus or a process fails
 * at the wrong moment it may come twice, and then with the same id.
 */

/** How an order stood, or stands. */
export interface OrderStanding {
  state: ReconciliationState
  /** Null until money is first applied. */
  code: MatchingCode | null
}

/** `reconciliation.order.state_changed` */
export interface OrderStateChanged {
  id: string
  order_id: string
  /** As it was told last; null of an order of which nothing was told. */
  before: OrderStanding | null
  after: OrderStanding
  /** When that was seen, ISO in UTC. Events of one order may come in another order than they were made. */
  at: string
}

/** `reconciliation.charge.overdue` */
export interface ChargeOverdue {
  id: string
  order_id: string
  account_id: string
  /** The open item. */
  item_id: string
  /** Key of its row of the order, for example "line:ordli_…". */
  row: string | null
  title: string
  currency_code: string
  /** What of it was open as its day had gone by. */
  open: DecimalString
  due_on: string
  at: string
}
