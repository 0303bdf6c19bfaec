import { ACCOUNT } from "../../integration-tests/e2e/gallery/account-data"
import { PLAN } from "../../integration-tests/e2e/gallery/account-plans"
import { outcomeOf } from "../../src/admin/features/account/acts/reconcile-outcome"
import { idleCount } from "../../src/admin/features/account/ledger/transaction-name"
import { limitOf } from "../../src/admin/lib/because"
import type { UnappliedView } from "../../src/types/http"
import { plain, speechOf } from "../support/admin-speech"

describe("what lies idle on an account, counted", () => {
  const credit = { kind: "credit_line", method: null } as const
  const money = (method: string | null): Pick<UnappliedView, "kind" | "method"> => ({
    kind: "deposit",
    method,
  })

  it.each<[string, Pick<UnappliedView, "kind" | "method">[], string, string]>([
    ["one way", [money("transfer"), credit], "1 transfer, 1 credit", "1 virement, 1 avoir"],
    [
      "two ways",
      [money("cheque"), money("cash"), money("cheque")],
      "2 cheques, 1 cash payment",
      "2 chèques, 1 paiement en espèces",
    ],
    ["three ways", [money("cheque"), money("cash"), money("card")], "3 payments", "3 paiements"],
    ["a way without a noun", [money("transfer"), money("other")], "2 payments", "2 paiements"],
    ["credits alone", [credit, credit], "2 credits", "2 avoirs"],
  ])("is said by how it came: %s", (_, unapplied, english, french) => {
    expect(idleCount(unapplied, speechOf("en").t)).toBe(english)
    expect(plain(idleCount(unapplied, speechOf("fr").t))).toBe(french)
  })
})

describe("F32: what reconciling an account comes to", () => {
  it("measures every order by what no plan covers, and money by what stays idle", () => {
    const { total, orders, money } = outcomeOf(PLAN, ACCOUNT)
    expect(total).toBe("624.00")
    expect(orders.map(({ order, left, planned }) => [order.display_id, left, planned])).toEqual([
      ["41", "216.95", "1000.00"],
      ["47", "84.00", null],
    ])
    expect(money.map(({ left }) => left)).toEqual(["0.00", "0.00"])
  })

  it("counts what fulfils a planned payment once, and never less than nothing", () => {
    const allocate = PLAN.allocate.map((one) => ({ ...one, rule: "instalment" }))
    expect(outcomeOf({ ...PLAN, allocate }, ACCOUNT).orders[0]).toMatchObject({
      left: "840.95",
      planned: null,
    })
    const kept = ACCOUNT.planned_payments.map((one) => ({ ...one, kept: "900.00" }))
    expect(outcomeOf(PLAN, { ...ACCOUNT, planned_payments: kept }).orders[0]?.left).toBe("0.00")
  })

  it("says of each amount why it is this much, by what the answer knows", () => {
    const speech = speechOf("en", ["usd", 2])
    const written = { ...speech, money: speech.amount }
    expect(PLAN.allocate.map((one) => plain(limitOf(one, written)))).toEqual([
      "“Trial lesson, 45 minutes” had 24.00 open and was settled by it",
      "“Course of six lessons” had 1,816.95 open, but only 600.00 was left",
    ])
  })
})
