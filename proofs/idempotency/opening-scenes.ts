import type { TestStore } from "../../integration-tests/setup/store"
import { CASCADED, type Call } from "./call"

/** What customers owed or had when the books began. @param customer makes one, and gives the id */
export function openingScenes(
  store: () => TestStore,
  customer: () => Promise<string>,
): Readonly<Record<string, () => Promise<Call>>> {
  const batch = (who: string, amount: string): object => ({
    currency_code: "eur",
    date: "2026-01-01",
    rows: [{ customer: who, balance: "owes", amount }],
  })
  /** One that is owed by somebody who has money on account. */
  const owed = async (): Promise<string> => {
    const who = await customer()
    const { rows } = await store().act<{ rows: { opening_balance: { id: string } }[] }>(
      "reconciliation/opening-balances",
      batch(who, "50.00"),
    )
    const money = { customer_id: who, currency_code: "eur", amount: "20.00", method: "cash" }
    await store().act("reconciliation/payments", money)
    return rows[0]?.opening_balance.id ?? ""
  }
  return {
    "post opening-balances": async () => {
      const who = await customer()
      return { path: "opening-balances", body: batch(who, "12.00"), other: { body: batch(who, "13.00") } }
    },
    "post opening-balances/{id}/pay": async () => ({
      path: `opening-balances/${await owed()}/pay`,
      body: { amount: "10.00" },
      other: { body: { amount: "11.00" } },
    }),
    "post opening-balances/{id}/undo": async () => ({
      path: `opening-balances/${await owed()}/undo`,
      ...CASCADED,
    }),
  }
}
