import { linesOf } from "../../src/admin/features/account/members/brought-lines"
import { payerOf, type Payer } from "../../src/admin/lib/payer"
import type { AccountView, BroughtView, MembershipView, OwnerType } from "../../src/types/http"
import { plain, speechOf } from "../support/admin-speech"

const order = (id: number): BroughtView["orders"][number] => ({
  id: `order_${id}`,
  display_id: String(id),
  open: "10.00",
  unallocated: "0.00",
})

const brought = (more: Partial<BroughtView>): BroughtView => ({
  currency_code: "usd",
  from_account_id: "1",
  to_account_id: "2",
  order_count: 0,
  orders: [],
  open: "0.00",
  unallocated: "0.00",
  money: "0.00",
  debts: "0.00",
  ...more,
})

const lines = (one: BroughtView, language: "en" | "fr"): string[] =>
  linesOf(one, speechOf(language)).map(({ what, detail, amount }) =>
    plain([what, detail, amount].filter(Boolean).join(" | ")),
  )

describe("what joining moves, in words", () => {
  const DOLLARS = brought({
    order_count: 9,
    orders: [1, 2, 3, 4, 5, 6, 7, 8, 9].map(order),
    open: "90.00",
    unallocated: "4.00",
    money: "1234.50",
    debts: "0.50",
  })

  it.each([
    [
      "en",
      [
        "Open of 9 orders | #1, #2, #3, #4, #5, #6 and 3 more | $90.00",
        "Credits of orders that are not used | $4.00",
        "Money on account | $1,234.50",
        "Owed without an order | $0.50",
      ],
    ],
    [
      "fr",
      [
        "Ouvert de 9 commandes | #1, #2, #3, #4, #5, #6 et 3 de plus | 90,00 $US",
        "Avoirs de commandes non utilisés | 4,00 $US",
        "Argent sur le compte | 1 234,50 $US",
        "Dû sans commande | 0,50 $US",
      ],
    ],
  ] as const)("says each part with its currency in %s", (language, said) => {
    expect(lines(DOLLARS, language)).toEqual(said)
  })

  it("writes a currency with the digits that it has, whatever the account's are, and leaves out what is nothing", () => {
    const yen = { currency_code: "jpy", open: "0", unallocated: "0", money: "4880", debts: "0" }
    expect(lines(brought(yen), "en")).toEqual(["Money on account | ¥4,880"])
  })

  it("names the one order alone", () => {
    const one = brought({ order_count: 1, orders: [order(7)], open: "10.00" })
    expect(lines(one, "en")).toEqual(["Open of 1 order | #7 | $10.00"])
  })
})

describe("of whom money on an account is recorded", () => {
  const member = (type: OwnerType, id: string): MembershipView => ({
    id: `m_${id}`,
    member: { type, id, name: null, account_id: null },
    of: { type: "company", id: "comp_1", name: "Guitars & Sons", account_id: "1" },
    since: "2026-11-20T10:00:00.000Z",
    ended_at: null,
    reason: null,
  })
  const account = (more: Partial<AccountView>): AccountView =>
    ({ owner_type: "customer", owner_id: "cus_1", members: [], member_of: null, ...more }) as AccountView
  const company = { owner_type: "company", owner_id: "comp_1" } as const

  it.each<[string, Partial<AccountView>, Payer | null]>([
    ["a customer: of them", {}, { customer_id: "cus_1" }],
    [
      "an order without a customer: of that order",
      { owner_type: "order", owner_id: "order_1" },
      { customer_id: null, order_id: "order_1" },
    ],
    ["nobody yet: it is recorded apart", { owner_type: "suspense", owner_id: "suspense" }, null],
    ["a member: it would land on the other account", { member_of: member("customer", "cus_1") }, null],
    [
      "a company: of the first of its customers",
      { ...company, members: [member("order", "order_1"), member("customer", "cus_2")] },
      { customer_id: "cus_2" },
    ],
    ["a company without customers: of nobody", { ...company, members: [member("order", "order_1")] }, null],
  ])("%s", (_, given, payer) => {
    expect(payerOf(account(given))).toEqual(payer)
  })
})
