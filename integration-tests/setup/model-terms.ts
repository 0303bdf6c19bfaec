import { decimalOf } from "../../src/modules/reconciliation/domain/money"
import type { InstalmentAction } from "../../src/modules/reconciliation/instalments/change-instalment"
import { WRITE_OFF } from "../../test/support/model/options"
import type { InstalmentEvent } from "../../test/support/model/world"

/** Who does what a model's scenario does. */
export const CONTEXTS = {
  system: { actor: { type: "system", id: null }, cause: "model" },
  person: { actor: { type: "user", id: "user_1" }, cause: "model" },
  another: { actor: { type: "user", id: "user_2" }, cause: "model" },
} as const

/** From which amount on two persons write off, in a scenario's currency. */
export function approvalsAbove(currency: string, digits: number): Record<string, string> {
  const amount = WRITE_OFF.approvalAbove[currency]
  return amount === undefined ? {} : { [currency]: decimalOf(amount, digits) }
}

/** What somebody notes of a planned payment, as the service takes it. */
export function actionOf(event: InstalmentEvent): InstalmentAction {
  switch (event.kind) {
    case "postponed":
      return { kind: "postpone", dueOn: event.dueOn }
    case "failed":
      return { kind: "fail", note: null }
    case "cancelled":
      return { kind: "cancel" }
  }
}
