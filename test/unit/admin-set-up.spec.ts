import { changedParts, isAnswered, merged, stepBeside, untilOf } from "../../src/admin/features/set-up/draft"
import { minutesFor } from "../../src/admin/features/set-up/history/pace"
import {
  amountOf,
  faultOf,
  pastedRows,
  sumsOf,
  writtenAmount,
} from "../../src/admin/features/set-up/opening/rows"
import { missingIn, pendingSettings } from "../../src/admin/features/set-up/pending"
import type { SettingsView, SetUpDraft, SetUpOpeningRow } from "../../src/types/http"

const EMPTY: SetUpDraft = {
  start: {},
  opening: { answer: null, rows: [] },
  rules: {},
  history: { answer: null, since: "", until: "" },
}
const CURRENCIES = [
  { code: "eur", digits: 2 },
  { code: "jpy", digits: 0 },
]
const ROW: SetUpOpeningRow = {
  id: "1",
  customer_id: "cus_1",
  email: "",
  currency_code: "eur",
  amount: "12.50",
  side: "owes",
  due_on: "",
  on: "",
  number: "",
}
const english = { locale: "en-US", currencies: CURRENCIES }
const french = { locale: "fr-FR", currencies: CURRENCIES }

describe("F61: what is answered in the set-up", () => {
  it("counts a step as answered when it has an answer, also where that is none", () => {
    expect(isAnswered("opening", EMPTY)).toBe(false)
    expect(isAnswered("opening", { ...EMPTY, opening: { answer: "none", rows: [] } })).toBe(true)
    expect(isAnswered("history", { ...EMPTY, history: { ...EMPTY.history, answer: "skip" } })).toBe(true)
    expect(isAnswered("start", { ...EMPTY, start: { goLive: null } })).toBe(true)
    expect(isAnswered("review", EMPTY)).toBe(false)
    expect([stepBeside("start", -1), stepBeside("rules", 1), stepBeside("review", 1)]).toEqual([
      "start",
      "history",
      "review",
    ])
  })

  it("puts together what two people answered, and asks about what both changed each in another way", () => {
    const mine = { ...EMPTY, rules: { strategy: "pro_rata", unappliedMoney: "exact_match" } }
    const theirs = { ...EMPTY, history: { ...EMPTY.history, answer: "skip" as const } }
    expect(merged(EMPTY, mine, theirs)).toEqual({ draft: { ...theirs, rules: mine.rules }, both: [] })
    // The same in another order of names is no other answer.
    const same = { ...EMPTY, rules: { unappliedMoney: "exact_match", strategy: "pro_rata" } }
    expect(merged(EMPTY, mine, same).both).toEqual([])
    expect(changedParts(mine, same)).toEqual([])
    const other = { ...EMPTY, rules: { strategy: "line_order" } }
    expect(merged(EMPTY, mine, other)).toEqual({ draft: mine, both: ["rules"] })
  })

  it("brings in orders until go-live, unless the step says another day", () => {
    const draft = { ...EMPTY, start: { goLive: "2026-10-12" } }
    expect(untilOf(draft)).toBe("2026-10-12")
    expect(untilOf({ ...draft, history: { ...EMPTY.history, until: "2026-09-30" } })).toBe("2026-09-30")
    expect(untilOf(EMPTY)).toBe("")
  })

  it("says what is wrong with a balance, and sums those that are right by currency", () => {
    expect(faultOf(ROW, CURRENCIES)).toBeNull()
    expect(faultOf({ ...ROW, customer_id: null }, CURRENCIES)).toBe("customer")
    expect(faultOf({ ...ROW, currency_code: "chf" }, CURRENCIES)).toBe("currency")
    for (const amount of ["", "0.00", "twelve", "-1", "1.234"])
      expect(faultOf({ ...ROW, amount }, CURRENCIES)).toBe("amount")
    expect(faultOf({ ...ROW, currency_code: "jpy", amount: "1.5" }, CURRENCIES)).toBe("amount")
    const rows = [ROW, { ...ROW, side: "has" as const, amount: "2.00" }, { ...ROW, amount: "wrong" }]
    expect(sumsOf(rows, CURRENCIES)).toEqual([{ code: "eur", digits: 2, owes: "12.50", has: "2.00" }])
  })

  it("reads amounts as the reader's language writes them", () => {
    expect(amountOf("1 234,50", "eur", french)).toBe("1234.50")
    expect(amountOf("1,234.50", "eur", english)).toBe("1234.50")
    expect(amountOf("twelve", "eur", english)).toBe("twelve")
    expect(writtenAmount(ROW, french)).toBe("12,50")
  })

  it("reads lines of a spreadsheet, passes over its heading, and takes a minus for money that the customer has", () => {
    const text = [
      "E-mail\tAmount\tCurrency",
      "ada@example.com\t1,234.50\tEUR\towes\t2026-10-01\tF-12",
      "ben@example.com;(3.00);eur",
      "",
      "eve@example.com\t−7\t\thas",
      "dan@example.com\tmuch\tchf",
    ].join("\r\n")
    let made = 0
    const { rows, unread } = pastedRows(text, english, () => String((made += 1)))
    expect(
      rows.map(({ email, amount, currency_code: code, side }) => [email, amount, code, side].join(" ")),
    ).toEqual([
      "ada@example.com 1234.50 eur owes",
      "ben@example.com 3.00 eur has",
      "eve@example.com 7.00 eur has",
      "dan@example.com much chf owes",
    ])
    expect(rows[0]).toMatchObject({ due_on: "2026-10-01", number: "F-12", customer_id: null })
    expect(unread).toEqual([])
  })

  it("guesses no side and no day, and leaves such lines where they were pasted", () => {
    const lines = [
      "ada@example.com;5.00;eur;has it",
      "ben@example.com;5.00;eur;le doit",
      "eve@example.com;5.00;eur;perhaps",
      "dan@example.com;5.00;eur;owes;31/01/2026",
      "fay@example.com;-5.00;eur;owes",
    ]
    const { rows, unread } = pastedRows(lines.join("\n"), english, () => "1")
    expect(rows.map(({ side }) => side)).toEqual(["has", "owes"])
    expect(unread).toEqual(lines.slice(2))
  })

  it("says what finishing changes, and what keeps it from that", () => {
    const draft = { ...EMPTY, start: { timeZone: "UTC" }, rules: { strategy: "pro_rata" } }
    const settings = {
      settings: [
        { name: "timeZone", value: "UTC" },
        { name: "strategy", value: "line_order" },
      ],
    } as unknown as SettingsView
    expect(pendingSettings(draft, settings)).toEqual([
      { name: "strategy", from: "line_order", to: "pro_rata" },
    ])
    const done = { settings: null, opening: null, history: null }
    const shop = { orders: 1, first_order_on: null, today: "2026-01-01", currencies: CURRENCIES }
    expect(missingIn({ draft, shop, done })).toEqual({ steps: ["opening", "history"], faults: 0 })
    const faulty = { ...EMPTY, opening: { answer: "rows" as const, rows: [ROW, { ...ROW, amount: "" }] } }
    expect(missingIn({ draft: faulty, shop, done })).toEqual({ steps: ["history"], faults: 1 })
  })

  it("reckons how long it takes from the preview's own pace, with the rests of a worker", () => {
    expect(minutesFor(100, { done: 100, milliseconds: 2_000 })).toBe(1)
    expect(minutesFor(12_000, { done: 100, milliseconds: 1_000 })).toBe(4)
    expect(minutesFor(0, { done: 0, milliseconds: 0 })).toBe(1)
  })
})
