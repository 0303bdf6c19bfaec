import type { HostBeforeRefund } from "../domain/refunds/chosen-refund"
import { exactSum, negated, quantise, signOf } from "../domain/quantise"
import { decimalOf } from "../domain/money"
import type { RawAmount } from "./host-order"

/** What the host says is still to be paid; below zero what it owes. */
export interface HostSummary {
  raw_pending_difference?: RawAmount | null
  pending_difference?: unknown
}

/** What the host owes on an order, by its own count. */
export function owedByHost(
  { raw_pending_difference: raw, pending_difference: plain }: HostSummary,
  digits: number,
): Pick<HostBeforeRefund, "owes" | "isInexact"> {
  const owed = negated(String(raw?.value ?? (typeof plain === "number" ? plain : 0)))
  if (signOf(owed) <= 0) return { owes: 0n, isInexact: false }
  const owes = quantise(owed, digits)
  return { owes, isInexact: signOf(exactSum([owed, negated(decimalOf(owes, digits))])) !== 0 }
}
