import { decimalOf } from "../../src/modules/reconciliation/domain/money"
import type { InstalmentAction } from "../../src/modules/reconciliation/instalments/change-instalment"
import { SUSPENSE_ID } from "../../src/modules/reconciliation/domain/owner"
import type { NamedOwner } from "../../src/modules/reconciliation/ledger/owners"
import type { WriteOffOptions } from "../../src/modules/reconciliation/settings/write-off-options"
import { CURRENCIES, WRITE_OFF } from "../../test/support/model/options"
import type { ScenarioTerms } from "../../test/support/model/scenario"
import type { InstalmentEvent } from "../../test/support/model/world"

/** Who does what a model's scenario does. */
export const CONTEXTS = {
  system: { actor: { type: "system", id: null }, cause: "model" },
  person: { actor: { type: "user", id: "user_1" }, cause: "model" },
  another: { actor: { type: "user", id: "user_2" }, cause: "model" },
} as const

/** What may be written off in a scenario's currency: as in the one whose money has as many decimals. */
export function writeOffIn({ currency, digits }: ScenarioTerms): WriteOffOptions {
  const known = CURRENCIES[digits] ?? "eur"
  const limit = WRITE_OFF.limits[known]
  const above = WRITE_OFF.approvalAbove[known]
  return {
    limits: limit ? { [currency]: limit } : {},
    approvalAbove: above === undefined ? {} : { [currency]: decimalOf(above, digits) },
  }
}

/** Who an owner of a scenario is: nobody yet, a company, or a customer. */
export function ownerOf(name: string): NamedOwner {
  if (name === SUSPENSE_ID) return { type: "suspense", id: name }
  return { type: name.startsWith("firm_") ? "company" : "customer", id: name }
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
