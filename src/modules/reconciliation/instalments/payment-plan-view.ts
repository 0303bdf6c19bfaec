import type { InstalmentView, PaymentPlanView } from "../../../types/http"
import { pinsLeft, receivedOf } from "../domain/instalments/instalment"
import { decimalOf } from "../domain/money"
import { notCovered, stateOfInstalment } from "../domain/instalments/reserve"
import type { PlanStanding, PlannedInstalment } from "./plans"
import type { Document } from "../ledger/rows"

/** What is shown of an instalment beside itself. */
interface Shown {
  readonly digits: number
  readonly today: string
}

/**
 * An order's plan of payments: its instalments, and those of earlier plans that money fulfilled. Null
 * when the order never had one.
 *
 * @param open all that the order has open, minor units
 */
export function viewOfPaymentPlan(
  { plan, expected }: Pick<Document, "plan" | "expected">,
  standing: PlanStanding,
  { open, ...shown }: Shown & { readonly open: bigint },
): PaymentPlanView | null {
  if (plan === 0) return null
  const returned = expected.reduce((sum, { amount }) => sum + amount, 0n)
  return {
    version: plan,
    instalments: standing.instalments
      .filter((one) => one.plan === plan || one.settled.length > 0)
      .map((one) => viewOfInstalment(one, standing, shown)),
    not_covered: decimalOf(notCovered(standing.reservations, { expected: returned, open }), shown.digits),
  }
}

/** An instalment with what money put on it and what is kept for it now. */
export function viewOfInstalment(
  instalment: PlannedInstalment,
  { reservations }: Pick<PlanStanding, "reservations">,
  { digits, today }: Shown,
): InstalmentView {
  const reservation = reservations.find((one) => one.instalment.id === instalment.id)
  const money = (units: bigint): string => decimalOf(units, digits)
  return {
    id: instalment.id.toString(),
    plan: instalment.plan,
    number: instalment.number,
    due_on: instalment.dueOn,
    amount: money(instalment.amount),
    paid: money(receivedOf(instalment)),
    reserved: (reservation?.lines ?? []).map(({ lineKey, amount }) => ({
      row: lineKey,
      amount: money(amount),
    })),
    pins: (instalment.cancelled ? [] : pinsLeft(instalment)).map(({ lineKey, amount }) => ({
      row: lineKey,
      amount: money(amount),
    })),
    shrunk_by: money(reservation?.shrunkBy ?? 0n),
    state: stateOfInstalment(instalment, reservation, today),
    method: instalment.method,
    reference: instalment.reference,
  }
}
