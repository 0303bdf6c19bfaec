import { dayOf } from "../domain/day"
import type { KnownOrder } from "../domain/posting/known-order"
import type { OrderHistory } from "./history"

/**
 * The history of an order that the host no longer has: a deleted one, or one whose checkout failed after
 * the order was made. Nothing is owed on it any more. Its money stands, because deleting a row gives
 * nothing back to the customer; it is their credit.
 *
 * The host does not say when the order went, so all is dated with the read that found it gone.
 */
export function historyOfGone(
  { version, moneyKeys, ...order }: KnownOrder,
  { readAt, timeZone }: { readAt: string; timeZone: string },
): OrderHistory {
  const on = dayOf(readAt, timeZone)
  return {
    ...order,
    ownerSince: { at: readAt, on },
    salesChannelId: null,
    payments: null,
    chosenLines: new Map(),
    expected: [],
    readAt,
    seen: { order: null, money: null, taxes: null },
    recheckAt: null,
    basedOn: version,
    states: [
      {
        at: readAt,
        on,
        version: order.hostVersion,
        lines: [],
        money: [],
        unsettled: moneyKeys,
        balance: 0n,
        creditedLines: [],
        canceled: null,
      },
    ],
    problems: [],
  }
}
