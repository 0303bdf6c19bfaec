import { candidateOf, itemAfter } from "../allocation/candidate"
import { put } from "../allocation/fill"
import type { Candidate } from "../allocation/strategy"
import { keyOf } from "../key"
import type { OpenItem } from "../open-item"
import type { PostedSide } from "./give"

export interface PayBack {
  readonly id: string
  /** Minor units, above zero, at most what the money has open. */
  readonly amount: bigint
  readonly method: string
  readonly reference: string
  readonly occurredAt: string
  readonly occurredOn: string
}

/** Money paid back without an order: it went out, and the money that it was settles it at once. */
export function planPayBack(
  money: Candidate,
  { id, amount, method, reference, ...when }: PayBack,
): PostedSide {
  const item: OpenItem = {
    id: -1n,
    documentId: null,
    side: "debit",
    kind: "refund",
    key: keyOf("payBack", id),
    sequence: 1,
    lineKey: null,
    position: 0,
    title: `Paid back: ${money.item.title}`,
    reference,
    method,
    ...when,
    dueOn: null,
    amount,
    allocated: 0n,
    taxes: [],
    taxesAllocated: [],
  }
  const debit = candidateOf(item, { placedAt: item.occurredAt, placedOn: item.occurredOn })
  const proposal = put(money, debit, { amount, rule: "paid_back" })
  return { item: itemAfter(debit), proposals: [proposal] }
}

/**
 * Money that was recorded as paid back and never went out: its opposite settles it.
 *
 * @param paidBack what was recorded, with nothing settled any more
 */
export function planNotPaidBack(
  paidBack: Candidate,
  { at, on }: { readonly at: string; readonly on: string },
): PostedSide {
  const { item: out } = paidBack
  const item: OpenItem = {
    ...out,
    id: -1n,
    side: "credit",
    kind: "void",
    sequence: out.sequence + 1,
    occurredAt: at,
    occurredOn: on,
    accountingOn: on,
    allocated: 0n,
  }
  const credit = candidateOf(item, { placedAt: at, placedOn: on })
  const proposal = put(credit, paidBack, { amount: item.amount, rule: "pay_back_undone" })
  return { item: itemAfter(credit), proposals: [proposal] }
}
