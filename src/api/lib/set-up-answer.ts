import type { MedusaContainer } from "@medusajs/framework/types"
import type { StoredSetUp } from "../../modules/reconciliation/set-up/set-up"
import type { SetUpView } from "../../types/http"
import { currenciesOfStore, digitsOfCurrencies } from "../../workflows/host/currencies"
import { ledgerOf } from "../../workflows/ledger-of"
import { namedSetUp } from "./actors"

/** The set-up with what the host knows: who saved it, and what the shop has. */
export async function setUpAnswer(scope: MedusaContainer, stored: StoredSetUp): Promise<SetUpView> {
  const [named, shop, codes] = await Promise.all([
    namedSetUp(scope, stored),
    ledgerOf(scope).setUp.shop(),
    currenciesOfStore(scope),
  ])
  const digits = await digitsOfCurrencies(scope, codes)
  return { ...named, shop: { ...shop, currencies: codes.map((code) => ({ code, digits: digits(code) })) } }
}
