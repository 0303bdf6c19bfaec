import { isKeyOf } from "../../modules/reconciliation/domain/key"
import type { Speech } from "./speech"

/** What the ledger itself calls a row that is no item of the order is English; here it has words. */
export function rowTitle<Title extends string | null>(
  key: string,
  title: Title,
  t: Speech["t"],
): Title | string {
  if (isKeyOf("rounding", key)) return t("matrix.roundingTitle")
  if (isKeyOf("opening", key)) return t("kinds.opening_balance")
  return isKeyOf("creditLine", key) ? t("kinds.credit_line") : title
}

/** What the host and the ledger call things when nobody named them: capt_01J…, deposit:key, opening:key. */
const MACHINE_NAME = /^(?:deposit|opening):|_[0-9a-z]{26}$/i

/** The number of a cheque, a gift card or a bank's letter, as a person gave it; ids say nothing to people. */
export function givenByPerson(kind: string, reference: string): string | null {
  const named =
    kind === "deposit" || kind === "opening_balance" || kind === "stored_value" || kind === "reversal"
  return named && !MACHINE_NAME.test(reference) ? reference : null
}
