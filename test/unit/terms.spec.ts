import {
  dueOnOf,
  redated,
  redatedByDelivery,
} from "../../src/modules/reconciliation/domain/terms/falling-due"
import {
  dueDayOf,
  isSameTerms,
  NOT_YET_DUE,
  type Terms,
} from "../../src/modules/reconciliation/domain/terms/terms"
import {
  termsFor,
  type TermsFacts,
  type TermsRule,
} from "../../src/modules/reconciliation/domain/terms/terms-rule"
import { charge, credit, debit } from "../support/items"

const days = (count: number): Terms => ({ kind: "days", days: count })
const endOfMonth = (count: number, day: number | null = null): Terms => ({
  kind: "end_of_month",
  days: count,
  dayOfNextMonth: day,
})
const onDelivery = (count: number): Terms => ({ kind: "on_delivery", days: count })

describe("F15: terms of payment give a charge its due day", () => {
  it.each<[string, Terms, string, string]>([
    ["at once", days(0), "2026-01-31", "2026-01-31"],
    ["30 days", days(30), "2026-01-31", "2026-03-02"],
    ["over the end of a leap February", days(1), "2028-02-28", "2028-02-29"],
    ["end of this month", endOfMonth(0), "2026-02-01", "2026-02-28"],
    ["end of a month of 31 days, on its last one", endOfMonth(0), "2026-01-31", "2026-01-31"],
    ["30 days, end of month", endOfMonth(30), "2026-01-15", "2026-02-28"],
    ["45 days, end of month, over the year", endOfMonth(45), "2026-12-01", "2027-01-31"],
    ["30 days, end of month, the 15th", endOfMonth(30, 15), "2026-01-15", "2026-03-15"],
    ["the 31st of a month that has 30", endOfMonth(0, 31), "2026-03-10", "2026-04-30"],
    ["the 10th of January", endOfMonth(0, 10), "2026-12-31", "2027-01-10"],
  ])("%s", (_, terms, owedFrom, due) => {
    expect(dueDayOf(terms, { owedFrom, deliveredOn: null })).toBe(due)
  })

  it("waits for the delivery, and counts from it", () => {
    expect(dueDayOf(onDelivery(7), { owedFrom: "2026-01-01", deliveredOn: null })).toBe(NOT_YET_DUE)
    expect(dueDayOf(onDelivery(7), { owedFrom: "2026-01-01", deliveredOn: "2026-02-27" })).toBe("2026-03-06")
  })

  it("knows the same terms whatever the order of their words", () => {
    expect(isSameTerms({ days: 30, kind: "days" }, days(30))).toBe(true)
    expect(isSameTerms(days(30), endOfMonth(30))).toBe(false)
    expect(isSameTerms(endOfMonth(30), endOfMonth(30, 15))).toBe(false)
  })
})

describe("F15: a rule of terms", () => {
  const facts: TermsFacts = {
    customerGroupIds: ["group_schools", "group_vip"],
    companyId: "company_1",
    providerIds: ["pp_system_default"],
    salesChannelId: "sc_1",
  }
  const everybody: TermsRule = {
    customerGroups: null,
    companies: null,
    providers: null,
    salesChannels: null,
    terms: days(0),
  }
  const rule = (who: Partial<TermsRule>, count: number): TermsRule => ({
    ...everybody,
    ...who,
    terms: days(count),
  })

  it.each<[string, Partial<TermsRule>, boolean]>([
    ["one of several groups", { customerGroups: ["group_other", "group_vip"] }, true],
    ["no group of the customer's", { customerGroups: ["group_other"] }, false],
    ["a company", { companies: ["company_1"] }, true],
    ["another company", { companies: ["company_2"] }, false],
    ["a provider", { providers: ["pp_system_default"] }, true],
    ["another provider", { providers: ["pp_stripe_stripe"] }, false],
    ["a sales channel", { salesChannels: ["sc_1"] }, true],
    ["another sales channel", { salesChannels: ["sc_2"] }, false],
    ["all that it names", { companies: ["company_1"], salesChannels: ["sc_1"] }, true],
    ["one of two that it names", { companies: ["company_1"], salesChannels: ["sc_2"] }, false],
    ["everybody", {}, true],
  ])("fits %s", (_, who, fits) => {
    expect(termsFor([rule(who, 30)], facts)).toEqual(fits ? days(30) : null)
  })

  it("is the first that fits", () => {
    expect(termsFor([rule({ companies: ["x"] }, 10), rule({}, 20), rule({}, 30)], facts)).toEqual(days(20))
  })

  it("fits nothing that an order does not have", () => {
    const nobody = { customerGroupIds: [], companyId: null, providerIds: [], salesChannelId: null }
    const named = [
      { customerGroups: ["a"] },
      { companies: ["a"] },
      { providers: ["a"] },
      { salesChannels: ["a"] },
    ]
    for (const who of named) expect(termsFor([rule(who, 30)], nobody)).toBeNull()
  })
})

describe("F15: what of an order falls due", () => {
  const deliveries = { lines: new Map([["line:A", "2026-02-10"]]), whole: null }
  const order = { terms: onDelivery(5), deliveries }
  const shipping = debit({ id: 3n, kind: "shipping", lineKey: "ship:S", amount: 12n })

  it("is what the order asks for, each line by its own delivery, the way with the last one", () => {
    expect(dueOnOf(charge(1n, "A", 75n), order)).toBe("2026-02-15")
    expect(dueOnOf(charge(2n, "B", 20n), order)).toBe(NOT_YET_DUE)
    expect(dueOnOf(shipping, order)).toBe(NOT_YET_DUE)
    const whole = { ...order, deliveries: { ...deliveries, whole: "2026-03-01" } }
    expect(dueOnOf(shipping, whole)).toBe("2026-03-06")
  })

  it.each([
    ["money", credit({ id: 4n, kind: "payment", amount: 5n })],
    ["what lowers a line", credit({ id: 5n, kind: "adjustment", lineKey: "line:A", amount: 5n })],
    ["money paid back", debit({ id: 6n, kind: "refund", amount: 5n })],
    ["money taken back", debit({ id: 7n, kind: "reversal", lineKey: "line:A", amount: 5n })],
  ])("is not %s", (_, item) => {
    expect(dueOnOf(item, order)).toBeNull()
  })

  it("is dated anew by a delivery, and only while it is open or waited", () => {
    const waiting = charge(1n, "A", 75n, { dueOn: NOT_YET_DUE })
    const paidWaiting = { ...waiting, id: 2n, allocated: 75n }
    const paid = { ...paidWaiting, id: 3n, dueOn: "2026-02-01" }
    const same = { ...waiting, id: 4n, dueOn: "2026-02-15" }
    expect(redated([waiting, paidWaiting, paid, same], order)).toEqual([
      { openItemId: 1n, dueOn: "2026-02-15" },
      { openItemId: 2n, dueOn: "2026-02-15" },
    ])
  })

  it("counts from when it was owed first, whatever account it is in and whoever took the money back", () => {
    const line = charge(1n, "A", 75n, { allocated: 75n, dueOn: "2026-01-31" })
    const goesOn = { ...line, id: 5n, originItemId: 1n, occurredOn: "2026-01-20", allocated: 0n }
    const again = debit({
      id: 6n,
      kind: "reversal",
      lineKey: "line:A",
      amount: 75n,
      occurredOn: "2026-01-25",
    })
    const rest = { ...again, id: 7n, lineKey: null }
    expect(redated([line, goesOn, again, rest], { terms: days(10), deliveries: null })).toEqual([
      { openItemId: 5n, dueOn: "2026-01-11" },
      { openItemId: 6n, dueOn: "2026-01-11" },
    ])
  })

  it("is left alone by a read that did not ask for deliveries, and where none matter", () => {
    const waiting = charge(1n, "B", 75n, { dueOn: "2026-02-15" })
    expect(redatedByDelivery([waiting], { ...order, deliveries: null })).toEqual([])
    expect(redatedByDelivery([waiting], { terms: days(30), deliveries })).toEqual([])
    expect(redatedByDelivery([waiting], order)).toEqual([{ openItemId: 1n, dueOn: NOT_YET_DUE }])
  })
})
