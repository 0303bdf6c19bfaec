import { minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type { AccountView, ListedTransactionView, UnappliedView } from "../../../../types/http"
import { isZero } from "../../../lib/money"

/** An account of the list, to be reconciled. */
export interface ChosenAccount {
  readonly id: string
  /** Whose it is. */
  readonly name: string
  readonly currency: string
  readonly digits: number
}

/** An act that somebody has begun in the list: its drawer or dialog stands over the page. */
export type RowAct =
  | { readonly act: "apply" | "delete" | "payment"; readonly one: ListedTransactionView }
  | { readonly act: "reconcile"; readonly account: ChosenAccount }
  | { readonly act: "bulk"; readonly accounts: readonly ChosenAccount[] }
  | { readonly act: "note"; readonly one: ListedTransactionView; readonly toCheck: boolean }

/** Whether it can be put on an order, or is an order on which what lies idle can be put. */
export function canApply(one: ListedTransactionView): boolean {
  if (one.owner.type === "suspense" || isZero(one.open)) return false
  if (one.kind === "order") return one.next_step?.act === "apply"
  return one.item_id !== null && one.side === "credit"
}

/**
 * How much of what lies idle on its account an order could take; null of what is no order, and where the account's sum is
 * not told.
 */
export function fitting(
  one: Pick<ListedTransactionView, "kind" | "open" | "digits" | "why" | "next_step">,
): string | null {
  const { kind, open, digits, why, next_step: step } = one
  if (kind !== "order" || step?.act !== "apply" || !why || !("unapplied" in why) || why.unapplied === null)
    return null
  return minorUnitsOf(why.unapplied, digits) < minorUnitsOf(open, digits) ? why.unapplied : open
}

/** Of an order, what fits it best of what lies idle on its account: exactly, else what is enough for it. */
export function idleOf(
  one: Pick<ListedTransactionView, "kind" | "item_id" | "order" | "open" | "digits">,
  { unapplied }: Pick<AccountView, "unapplied">,
): UnappliedView | null {
  if (one.kind !== "order") return unapplied.find(({ id }) => id === one.item_id) ?? null
  const wanted = minorUnitsOf(one.open, one.digits)
  const exact = unapplied.find(({ fits }) => fits.some(({ id }) => id === one.order?.id))
  const enough = unapplied.find(({ open }) => minorUnitsOf(open, one.digits) >= wanted)
  return exact ?? enough ?? unapplied[0] ?? null
}

/** Nobody's money pays nothing: there is nothing to reconcile. */
export const canReconcile = (one: ListedTransactionView): boolean => one.owner.type !== "suspense"
