import { decimalOf, minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type { ListedTransactionView } from "../../../../types/http"
import { canReconcile, type ChosenAccount } from "../acts/row-act"
import type { ListSpeech } from "../list-speech"

/** The accounts that some rows stand on, each once. */
export function accountsOf(
  rows: readonly ListedTransactionView[],
  { ownerOf }: Pick<ListSpeech, "ownerOf">,
): ChosenAccount[] {
  const accounts = new Map<string, ChosenAccount>()
  for (const one of rows.filter(canReconcile)) {
    const { account_id: id } = one.owner
    accounts.set(id, { id, name: ownerOf(one), currency: one.currency_code, digits: one.digits })
  }
  return [...accounts.values()]
}

/** What is owed of them and what pays nothing yet, apart and by currency: "650.95 USD unapplied". */
export function sumsOf(
  rows: readonly ListedTransactionView[],
  { t, amountOf }: Pick<ListSpeech, "t" | "amountOf">,
): string[] {
  const sums = new Map<string, { one: ListedTransactionView; units: bigint }>()
  for (const one of rows) {
    const key = `${one.currency_code} ${one.side}`
    const units = (sums.get(key)?.units ?? 0n) + minorUnitsOf(one.open, one.digits)
    sums.set(key, { one, units })
  }
  return [...sums.values()]
    .filter(({ units }) => units > 0n)
    .map(({ one, units }) => {
      const amount = `${amountOf(one)(decimalOf(units, one.digits))} ${one.currency_code.toUpperCase()}`
      return t(one.side === "debit" ? "lists.selected.owed" : "lists.selected.unapplied", { amount })
    })
}
