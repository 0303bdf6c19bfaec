import type { ListedTransactionView } from "../../../../types/http"
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

/** Nobody's money pays nothing: there is nothing to reconcile. */
export const canReconcile = (one: ListedTransactionView): boolean => one.owner.type !== "suspense"
