import {
  begunPlan,
  isPlanTouched,
  newInstalment,
  openRowsOf,
  readPlan,
} from "../../src/admin/features/order-acts/plan/draft"
import { nextInstalment } from "../../src/admin/features/order-acts/plan/propose"
import {
  dayAfter,
  daysAfter,
  evenParts,
  shareAndRest,
  type Interval,
} from "../../src/admin/features/order-acts/plan/split"
import { receiptNumberIn } from "../../src/admin/features/account/list/receipt-number"
import { amountTextOf } from "../../src/admin/lib/amount-text-of"
import type { OrderReconciliation } from "../../src/types/http"

const as = amountTextOf("en-US", { currency_code: "usd", digits: 2 })

describe("planning payments on screen", () => {
  it.each<[first: string, interval: Interval, days: string[]]>([
    ["2026-01-31", "month", ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]],
    ["2027-11-30", "quarter", ["2027-11-30", "2028-02-29", "2028-05-30", "2028-08-30"]],
    ["2026-12-28", "week", ["2026-12-28", "2027-01-04", "2027-01-11", "2027-01-18"]],
    ["2026-12-28", "fortnight", ["2026-12-28", "2027-01-11", "2027-01-25", "2027-02-08"]],
  ])("dates instalments from %s on, every %s", (first, interval, days) => {
    expect(days.map((_, index) => dayAfter(first, interval, index))).toEqual(days)
  })

  it("parts an amount evenly to the cent, the last taking the rest, and a share rounded down", () => {
    expect(evenParts(10_000n, 3)).toEqual([3333n, 3333n, 3334n])
    expect(evenParts(2n, 3)).toEqual([0n, 0n, 2n])
    expect(shareAndRest(32_695n, 30)).toEqual([9808n, 22_887n])
    expect(daysAfter("2026-12-15", 30)).toBe("2027-01-14")
  })

  it.each([
    ["a day is missing", [newInstalment({ amount: "10" })]],
    ["an amount is missing", [newInstalment({ dueOn: "2026-12-01" })]],
    ["it is more than is open", [newInstalment({ dueOn: "2026-12-01", amount: "100.01" })]],
    ["an amount is none", [newInstalment({ dueOn: "2026-12-01", amount: "1.2.3" })]],
    ["there is none", []],
  ])("asks for nothing while %s", (_, draft) => {
    expect(readPlan(draft, { open: 10_000n, digits: 2, as }).body).toBeNull()
  })

  it("asks for what stands there, each instalment with the rows that it is kept for", () => {
    const draft = [
      newInstalment({ dueOn: "2026-12-01", amount: "60", rows: ["line:a"] }),
      newInstalment({ dueOn: "2027-01-01", amount: "40.00" }),
    ]
    expect(readPlan(draft, { open: 10_000n, digits: 2, as })).toMatchObject({
      planned: 10_000n,
      body: {
        instalments: [
          { due_on: "2026-12-01", amount: "60.00", items: [{ row: "line:a" }] },
          { due_on: "2027-01-01", amount: "40.00" },
        ],
      },
    })
  })

  it("begins with what is left of the plan in force, and lists only rows that owe something", () => {
    const row = { key: "line:a", title: "A", open: "15.00" }
    const order = {
      digits: 2,
      rows: [row, { key: "line:b", title: "B", open: "0.00" }, { key: "line:c", title: "C", open: "-1.00" }],
      plan: {
        version: 2,
        not_covered: "0.00",
        instalments: [
          { state: "settled", due_on: "2026-10-01", reserved: [] },
          { state: "overdue", due_on: "2026-11-01", reserved: [{ row: "line:a", amount: "5.00" }] },
          { state: "scheduled", due_on: "2026-12-01", reserved: [{ row: "line:a", amount: "10.00" }] },
        ],
      },
    } as unknown as OrderReconciliation
    expect(openRowsOf(order)).toEqual([{ key: "line:a", title: "A", open: 1500n }])
    expect(begunPlan(order, as)).toMatchObject([
      { dueOn: "2026-11-01", amount: "5.00", rows: ["line:a"] },
      { dueOn: "2026-12-01", amount: "10.00", rows: ["line:a"] },
    ])
    expect(begunPlan({ ...order, plan: null }, as)).toMatchObject([{ dueOn: "", amount: "", rows: [] }])
  })

  it("proposes one more a month after the last, of what no other brings, kept for the items that lack it", () => {
    const rows = [
      { key: "line:lessons", title: "Lessons", open: 31_420n },
      { key: "ship:parcel", title: "Parcel", open: 1275n },
    ]
    const place = { rows, as, today: "2026-11-27" }
    const kept = (dueOn: string) => newInstalment({ dueOn, amount: "150", rows: ["line:lessons"] })
    const draft = [kept("2027-01-31"), kept("2026-12-01")]
    expect(nextInstalment(draft, place)).toMatchObject({
      dueOn: "2027-02-28",
      amount: "26.95",
      rows: ["line:lessons", "ship:parcel"],
    })
    const forParcel = newInstalment({ dueOn: "2026-12-01", amount: "12.75", rows: ["ship:parcel"] })
    expect(nextInstalment([forParcel], place)).toMatchObject({ amount: "314.20", rows: ["line:lessons"] })
    const anything = newInstalment({ dueOn: "2026-12-01", amount: "320.00" })
    expect(nextInstalment([anything], place)).toMatchObject({ amount: "6.95", rows: ["ship:parcel"] })
    // What is kept for its own items takes these before anything else does, in whatever order they are listed.
    const forLessons = newInstalment({ amount: "314.20", rows: ["line:lessons"] })
    const lessonsLast = [newInstalment({ amount: "12.75" }), forLessons]
    expect(nextInstalment(lessonsLast, place)).toMatchObject({ amount: "", rows: [] })
    expect(nextInstalment([newInstalment({ amount: "326.95" })], place)).toMatchObject({
      dueOn: "2026-11-27",
      amount: "",
      rows: [],
    })
  })
})

describe("the search of the list of accounts", () => {
  it.each([
    ["R-2026-0042", "R-2026-0042"],
    [" r-2026-42 ", "R-2026-0042"],
    ["CN 2026 12345", "CN-2026-12345"],
    ["42", null],
    ["Ada Byron", null],
    ["ada-2026@example.com", null],
  ])("takes %s for a receipt's number, or for none", (text, number) => {
    expect(receiptNumberIn(text)).toBe(number)
  })
})

describe("whether closing would lose something of a plan", () => {
  const begun = [newInstalment({ dueOn: "2026-12-01", amount: "10" })]

  it.each([
    { what: "nothing", now: [newInstalment({ dueOn: "2026-12-01", amount: "10" })], loses: false },
    { what: "a day", now: [newInstalment({ dueOn: "2026-12-02", amount: "10" })], loses: true },
    { what: "an amount", now: [newInstalment({ dueOn: "2026-12-01", amount: "11" })], loses: true },
    { what: "an item", now: begun.map((one) => ({ ...one, rows: ["row_1"] })), loses: true },
    { what: "another instalment", now: [...begun, newInstalment()], loses: true },
    { what: "one instalment less", now: [], loses: true },
  ])("is $loses where $what is new", ({ now, loses }) => {
    expect(isPlanTouched(now, begun)).toBe(loses)
  })
})
