import type { ReconciliationState } from "../../types/http"
import type { Speech } from "./speech"

/**
 * The state in full words, where it stands alone. A plan that leaves something without money does not make an order
 * fully reconciled.
 *
 * @param notCovered what planned payments leave without money, in the reader's figures; null where there is no plan
 */
export function stateWords(
  state: ReconciliationState,
  notCovered: string | null | undefined,
  t: Speech["t"],
): string {
  return state === "planned" && notCovered && /[1-9]/.test(notCovered)
    ? t("states.planned.notCovered", { amount: notCovered })
    : t(`states.${state}.label`)
}
