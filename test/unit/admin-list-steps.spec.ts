import { fitting, idleOf } from "../../src/admin/features/lists/acts/row-act"
import { openTone, signedOpen } from "../../src/admin/features/lists/rows/open-sum"
import { whyWords } from "../../src/admin/features/lists/rows/why"
import type { ListedTransactionView, UnappliedView, WhyOpen } from "../../src/types/http"
import { plain, speechOf } from "../support/admin-speech"

const order = { id: "order_47", display_id: "47" }
type Row = Pick<
  ListedTransactionView,
  "kind" | "side" | "open" | "charges" | "digits" | "why" | "next_step" | "item_id" | "order"
>
const ORDER: Row = {
  kind: "order",
  side: "debit",
  open: "84.00",
  charges: "100.00",
  digits: 2,
  why: { code: "nothing_paid", unapplied: "624.00" },
  next_step: { act: "apply", amount: "84.00" },
  item_id: null,
  order,
}
const nothingPaid = (unapplied: string | null): WhyOpen => ({ code: "nothing_paid", unapplied })

describe("F31: how much of an account's money an order could take", () => {
  it.each<[string, Partial<Row>, string | null]>([
    ["what the server says", {}, "84.00"],
    ["nothing where it says nothing", { next_step: { act: "apply", amount: null } }, null],
    [
      "nothing where the account has nothing",
      { why: nothingPaid(null), next_step: { act: "record_payment" } },
      null,
    ],
    ["nothing of a plan, whose order is opened", { next_step: { act: "open_order" } }, null],
  ])("%s", (_, more, amount) => {
    expect(fitting({ ...ORDER, ...more })).toBe(amount)
  })

  it.each<[WhyOpen, string, string]>([
    [
      nothingPaid("84.00"),
      "No money yet; 84.00 unapplied on the account fits exactly.",
      "Pas encore d’argent ; 84,00 non imputés du compte correspondent exactement.",
    ],
    [
      { code: "partly_paid", paid: "16.00", total: "100.00", lines: 2, unapplied: "84.00" },
      "Paid 16.00 of 100.00; 84.00 unapplied on the account fits exactly.",
      "Payé 16,00 sur 100,00 ; 84,00 non imputés du compte correspondent exactement.",
    ],
  ])("%j is said to fit what is open", (why, english, french) => {
    const said = (["en", "fr"] as const).map((language) =>
      plain(whyWords({ ...ORDER, why }, speechOf(language)) ?? ""),
    )
    expect(said).toEqual([english, french])
    // Deposits of 60.00 and 24.00 fit only together.
    const parts = { ...ORDER, why, next_step: { act: "apply" as const, amount: "60.00" } }
    expect(plain(whyWords(parts, speechOf("en")) ?? "")).not.toContain("fits exactly")
  })
})

describe("which money of its account an order's drawer begins with", () => {
  const idle = (id: string, open: string, fits: UnappliedView["fits"] = []): UnappliedView =>
    ({ id, open, fits }) as UnappliedView
  const chosen = (one: Row, unapplied: UnappliedView[]): string | undefined => idleOf(one, { unapplied })?.id

  it.each<[string, UnappliedView[], string | undefined]>([
    ["what fits exactly", [idle("1", "24.00"), idle("2", "600.00"), idle("3", "84.00", [order])], "3"],
    ["else what is enough", [idle("1", "24.00"), idle("2", "600.00"), idle("3", "700.00")], "2"],
    ["else the most", [idle("1", "24.00"), idle("2", "60.00")], "2"],
    ["nothing of nothing", [], undefined],
  ])("%s", (_, unapplied, id) => {
    expect(chosen(ORDER, unapplied)).toBe(id)
  })

  it("of money, itself", () => {
    const money: Row = { ...ORDER, kind: "deposit", item_id: "2" }
    expect(chosen(money, [idle("1", "600.00"), idle("2", "24.00")])).toBe("2")
  })
})

describe("F30: what is open of a row among all transactions", () => {
  const MONEY = {
    side: "credit",
    open: "600.00",
    state: "none",
    next_step: { act: "apply", amount: null },
  } as const
  const OWED = { side: "debit", open: "84.00", state: "none" } as const

  it("has the sign of the row's amount", () => {
    expect(signedOpen(MONEY)).toBe("-600.00")
    expect(signedOpen(OWED)).toBe("84.00")
  })

  it.each<[string, Parameters<typeof openTone>[0], string]>([
    ["money that pays nothing glows", MONEY, "orange"],
    ["nobody's money glows", { ...MONEY, next_step: { act: "find_owner" } }, "orange"],
    [
      "an order that money could fill glows",
      { ...OWED, next_step: { act: "apply", amount: "84.00" } },
      "orange",
    ],
    ["an order that is merely unpaid is plain", { ...OWED, next_step: { act: "record_payment" } }, "base"],
    [
      "an order with a plan is plain",
      { ...OWED, state: "planned", next_step: { act: "open_order" } },
      "base",
    ],
    ["what contradicts itself is red", { ...OWED, state: "error", next_step: { act: "cure" } }, "red"],
  ])("%s", (_, one, tone) => {
    expect(openTone(one)).toContain(tone)
  })
})
