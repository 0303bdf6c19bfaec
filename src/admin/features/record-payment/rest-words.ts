import { decimalOf, minorUnitsOf } from "../../../modules/reconciliation/domain/money"
import type { MadeDifferenceView, PaidOrderView } from "../../../types/http"
import { isZero } from "../../lib/money"
import type { PaymentSpeech } from "./speech"

/** What the money leaves of an order: given up, brought by planned payments, or covered by nothing. */
export function restWords(
  paid: Pick<PaidOrderView, "open_after" | "not_covered_after" | "given_up">,
  made: Pick<MadeDifferenceView, "amount"> | undefined,
  { t, amount, as }: Pick<PaymentSpeech, "t" | "amount"> & { readonly as: { readonly digits: number } },
): string {
  const { open_after: open, not_covered_after: uncovered, given_up: givenUp } = paid
  if (made) return t("payment.rests.made", { amount: amount(made.amount) })
  if (!isZero(givenUp)) return t("payment.rests.byItself", { amount: amount(givenUp) })
  const planned = minorUnitsOf(open, as.digits) - minorUnitsOf(uncovered, as.digits)
  if (planned <= 0n) return t("payment.rests.uncovered", { amount: amount(open) })
  if (isZero(uncovered)) return t("payment.rests.planned", { amount: amount(open) })
  return t("payment.rests.partlyPlanned", {
    amount: amount(open),
    planned: amount(decimalOf(planned, as.digits)),
    uncovered: amount(uncovered),
  })
}
