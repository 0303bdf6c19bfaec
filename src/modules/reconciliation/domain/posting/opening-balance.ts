import { candidateOf, itemAfter } from "../allocation/candidate"
import { put } from "../allocation/fill"
import type { Candidate } from "../allocation/strategy"
import { undoneOpeningKeyOf } from "../key"
import type { OpenItem } from "../open-item"
import type { PostedSide } from "./give"

/** Whether a customer owed money when the books began, or had some. */
export type OpeningDirection = "owes" | "has_money"

export interface OpeningBalance {
  /** Names it in the ledger: `opening:<id>.<n>`. */
  readonly key: string
  readonly direction: OpeningDirection
  /** Minor units, above zero. */
  readonly amount: bigint
  readonly occurredAt: string
  readonly occurredOn: string
  /** Of what is owed; null where it is due at once. */
  readonly dueOn: string | null
  /** What a person wrote to it; null for nothing. */
  readonly memo: string | null
  /** Its place among those of its batch: of several of one day the first is paid first. */
  readonly position: number
}

/**
 * What a customer owed or had before the store's books began. What is owed stands on a line of its own, of no order, so
 * that money on it is followed, taken back and reversed as money on a line of an order is.
 *
 * @param id the id that it takes among the items of its change: −1, −2 …
 */
export function openingItem(opening: OpeningBalance, id: bigint): OpenItem {
  const { key, direction, amount, occurredAt, occurredOn, dueOn, memo, position } = opening
  const owes = direction === "owes"
  return {
    id,
    documentId: null,
    side: owes ? "debit" : "credit",
    kind: "opening_balance",
    key,
    sequence: 1,
    lineKey: owes ? key : null,
    position,
    title: "Opening balance",
    reference: memo ?? key,
    method: null,
    occurredAt,
    occurredOn,
    dueOn: owes ? dueOn : null,
    amount,
    allocated: 0n,
    taxes: [],
    taxesAllocated: [],
  }
}

/**
 * Takes an opening balance back: its opposite settles it, so that both are history.
 *
 * @param opening with all of it open
 */
export function planUndoneOpening(
  opening: Candidate,
  { at, on }: { readonly at: string; readonly on: string },
): PostedSide {
  const { item } = opening
  const counter: OpenItem = {
    ...item,
    id: -1n,
    side: item.side === "debit" ? "credit" : "debit",
    key: undoneOpeningKeyOf(item),
    lineKey: null,
    title: "Opening balance taken back",
    occurredAt: at,
    occurredOn: on,
    accountingOn: on,
    dueOn: null,
    allocated: 0n,
  }
  const posted = candidateOf(counter, { placedAt: at, placedOn: on })
  const [credit, debit] = item.side === "credit" ? [opening, posted] : [posted, opening]
  const proposal = put(credit, debit, { amount: item.amount, rule: "opening_undone" })
  return { item: itemAfter(posted), proposals: [proposal] }
}
