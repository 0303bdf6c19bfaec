import type { CodeDebt, CodePayer } from "../../../types/http"
import { whatOf } from "../../lib/because"
import { givenByPerson, rowTitle } from "../../lib/names"
import { meansLabel, methodLabel } from "../../lib/labels"
import type { CodeView } from "./use-code-view"

/** "Cheque 7315", "Card", "Credit, Boots": what people call it, without its day. */
export function payerName(payer: CodePayer, { t }: CodeView): string {
  const { kind, source, reference, method, row, title } = payer
  if (source === "credit")
    return row === null || title === null
      ? whatOf(payer, t)
      : t("codePage.creditOf", { title: rowTitle(row, title, t) })
  const means = meansLabel(payer, t)
  // "Manual" says less of a payment than that it is one.
  if (means === null || method === "manual" || kind === "void" || kind === "reversal") return whatOf(payer, t)
  const number = givenByPerson(kind, reference)
  return number === null ? means : `${means} ${number}`
}

/** "290.00 of 500.00": how much of it is under this code; null when that is all. */
export function payerShare({ here, amount: whole }: CodePayer, { t, amount }: CodeView): string | null {
  return here === whole ? null : t("codePage.share", { here: amount(here), amount: amount(whole) })
}

/** "Oct 19", "290.00 of 500.00": its day, and that. */
export function payerDetails(payer: CodePayer, view: CodeView): string[] {
  return [view.day(payer.occurred_on), payerShare(payer, view)].filter((part) => part !== null)
}

/** A line by its title; what was paid or taken back by its kind and day. */
export function debtName(debt: CodeDebt, { t, day }: CodeView): string {
  const { kind, row, title } = debt
  if (row === null || title === null)
    return t("names.dated", { what: kindOf(debt, t), date: day(debt.occurred_on) })
  const called = rowTitle(row, title, t)
  return kind === "reversal" ? t("codePage.takenBack", { title: called }) : called
}

function kindOf({ kind, detail }: CodeDebt, t: CodeView["t"]): string {
  if (detail !== null) return methodLabel(detail, t)
  return kind === "void" ? t("names.taken_back.debit") : t(`kinds.${kind}`)
}
