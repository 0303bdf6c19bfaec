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

/** How much one payment or credit of its account could bring an order; null where that is not told. */
export const fitting = ({ next_step: step }: Pick<ListedTransactionView, "next_step">): string | null =>
  step?.act === "apply" ? step.amount : null

/** Of an order, what fits it best of what lies idle on its account: exactly, else what is enough, else the most. */
export function idleOf(
  one: Pick<ListedTransactionView, "kind" | "item_id" | "order" | "open" | "digits">,
  { unapplied }: Pick<AccountView, "unapplied">,
): UnappliedView | null {
  if (one.kind !== "order") return unapplied.find(({ id }) => id === one.item_id) ?? null
  const units = ({ open }: Pick<UnappliedView, "open">): bigint => minorUnitsOf(open, one.digits)
  const exact = unapplied.find(({ fits }) => fits.some(({ id }) => id === one.order?.id))
  const enough = unapplied.find((idle) => units(idle) >= units(one))
  const [most = null] = unapplied.toSorted((idle, other) => Number(units(other) - units(idle)))
  return exact ?? enough ?? most
}

/** Nobody's money pays nothing: there is nothing to reconcile. */
export const canReconcile = (one: ListedTransactionView): boolean => one.owner.type !== "suspense"
