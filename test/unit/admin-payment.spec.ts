import {
  bodyOf,
  isTouched,
  newDraft,
  typedAmount,
  withInstalment,
  withOrder,
  withTick,
  type Draft,
} from "../../src/admin/features/record-payment/draft"
import { proposalOf } from "../../src/admin/features/record-payment/proposal"
import { onOtherItems } from "../../src/admin/features/record-payment/other-items"
import {
  answersOf,
  beyondMost,
  bodyOfRows,
  linesLeft,
} from "../../src/admin/features/record-payment/batch/answers"
import { restWords } from "../../src/admin/features/record-payment/rest-words"
import { pastedRows } from "../../src/admin/features/record-payment/batch/pasted"
import { waitOf } from "../../src/admin/features/record-payment/waits"
import { ownPayerOf } from "../../src/admin/lib/payer"
import { amountTextOf } from "../../src/admin/lib/amount-text-of"
import type { InstalmentView, RecordedPaymentsView } from "../../src/types/http"
import { plain, speechOf } from "../support/admin-speech"

const USD = amountTextOf("en", { currency_code: "usd", digits: 2 })
const EUR = amountTextOf("fr", { currency_code: "eur", digits: 2 })
const of = { payer: { customer_id: "cus_1" }, currencyCode: "usd", as: USD }
const listed = ["order_1", "order_2", "order_3"]
const fresh = newDraft("2026-11-27", "order_2")
const typed = (more: Partial<Draft>): Draft => ({ ...fresh, amount: "100", ...more })

describe("F19: what a clerk types of a payment", () => {
  it("asks the server nothing before there is an amount", () => {
    expect(bodyOf(fresh, of)).toBeNull()
    expect(bodyOf(typed({ amount: "0" }), of)).toBeNull()
    expect(bodyOf(typed({ amount: "ten" }), of)).toBeNull()
  })

  it("pays what is ticked, and says nothing of what was left to the money", () => {
    expect(bodyOf(typed({ reference: " CHQ 7 " }), of)).toEqual({
      customer_id: "cus_1",
      currency_code: "usd",
      amount: "100.00",
      method: "cheque",
      occurred_at: "2026-11-27",
      reference: "CHQ 7",
      orders: [{ order_id: "order_2" }],
    })
  })

  it("says of an order without a customer that the money is the order's, which is no customer", () => {
    const payer = ownPayerOf({ owner_type: "order", owner_id: "order_2" })
    const body = bodyOf(typed({}), { ...of, payer })
    expect(body).toMatchObject({ customer_id: null, order_id: "order_2", amount: "100.00" })
  })

  it("pays orders as they are listed, in whatever order they were ticked", () => {
    const both = withTick(typed({}), "order_1", { isTicked: true, listed })
    expect(both.ticked.map(({ orderId }) => orderId)).toEqual(["order_1", "order_2"])
    const one = withTick(both, "order_2", { isTicked: false, listed })
    expect(bodyOf(one, of)?.orders).toEqual([{ order_id: "order_1" }])
  })

  it("sends exact items, an item that is left empty as 0, and then no amount of the order", () => {
    const named = withOrder(typed({}), "order_2", {
      amount: "50",
      lines: { "line:A": "1,234.5", "line:B": "" },
      difference: "cash_discount",
    })
    expect(bodyOf(named, of)?.orders).toEqual([
      {
        order_id: "order_2",
        lines: [
          { line: "line:A", amount: "1234.50" },
          { line: "line:B", amount: "0.00" },
        ],
        difference: { kind: "cash_discount" },
      },
    ])
    const kept = withOrder(typed({}), "order_2", { difference: "keep_open" })
    expect(bodyOf(kept, of)?.orders).toEqual([{ order_id: "order_2", difference: { kind: "keep_open" } }])
    expect(bodyOf(withOrder(typed({}), "order_2", { amount: "x" }), of)).toBeNull()
    expect(bodyOf(withOrder(typed({}), "order_2", { lines: { "line:A": "x" } }), of)).toBeNull()
  })

  it("ticks the order of the planned payment that is named", () => {
    const unticked = withTick(typed({}), "order_2", { isTicked: false, listed })
    const named = withInstalment(unticked, "7", { orderId: "order_2", listed })
    expect(bodyOf(named, of)).toMatchObject({ instalment_id: "7", orders: [{ order_id: "order_2" }] })
    expect(withInstalment(named, "", { orderId: "order_2", listed }).ticked).toEqual(named.ticked)
  })

  it("proposes what falls due first of the plan, as far as it has not come, and what was typed goes on from there", () => {
    const planned = [
      { id: "8", due_on: "2027-01-04", amount: "150.00", paid: "0.00", state: "scheduled" },
      {
        id: "6",
        due_on: "2026-11-01",
        amount: "150.00",
        paid: "150.00",
        shrunk_by: "0.00",
        state: "settled",
      },
      { id: "7", due_on: "2026-12-01", amount: "1500.00", paid: "0.50", shrunk_by: "0.00", state: "overdue" },
    ] as InstalmentView[]
    expect(proposalOf(planned, "fr")).toEqual({ amount: "1499,50", instalmentId: "7" })
    expect(proposalOf(planned.slice(1, 2), "en")).toBeNull()
    expect(proposalOf(undefined, "en")).toBeNull()
    // An order that was lowered owes less than was planned.
    const lowered = planned.map((one) => ({ ...one, shrunk_by: "499.50" }))
    expect(proposalOf(lowered, "en")?.amount).toBe("1000.00")
    const proposed = newDraft("2026-11-27", "order_2", proposalOf(planned, "en"))
    expect(bodyOf(proposed, of)).toMatchObject({ amount: "1499.50", instalment_id: "7" })
    expect(isTouched(proposed, newDraft("2026-11-27", "order_2", proposalOf(planned, "en")))).toBe(false)
    expect(isTouched(proposed, fresh)).toBe(true)
    const off = (orderId: string): Draft =>
      withTick(proposed, orderId, { isTicked: false, listed, planned: "order_2" })
    expect([off("order_2").instalmentId, off("order_1").instalmentId]).toEqual(["", "7"])
  })

  it("knows whether closing would lose anything", () => {
    expect(isTouched(fresh, newDraft("2026-11-27", "order_2"))).toBe(false)
    expect(isTouched(typed({}), fresh)).toBe(true)
  })

  it.each([
    ["1 234,50", EUR, "1234.50"],
    ["1,234.50", USD, "1234.50"],
    ["", USD, "blank"],
    ["-5", USD, "below_zero"],
    ["12.345", USD, "too_precise"],
    ["12 €", USD, "other_currency"],
  ] as const)("reads %j as people write it, and rounds nothing", (text, as, wanted) => {
    const read = typedAmount(text, as)
    expect(read.kind === "amount" ? read.text : read.kind === "fault" ? read.fault : read.kind).toBe(wanted)
  })
})

describe("F19: an item that is to stay unpaid", () => {
  const lines = [
    { line: "violin", title: "Violin", open: "30.00", gets: "30.00", given_up: "0.00", open_after: "0.00" },
    { line: "strings", title: "Strings", open: "20.00", gets: "0.00", given_up: "0.00", open_after: "20.00" },
    { line: "stand", title: "Stand", open: "28.00", gets: "10.00", given_up: "0.00", open_after: "18.00" },
    { line: null, title: "", open: "5.00", gets: "0.00", given_up: "0.00", open_after: "5.00" },
    { line: "parcel", title: "Parcel", open: "10.00", gets: "0.00", given_up: "0.00", open_after: "10.00" },
  ]
  const offered = (stays: string, named = ["strings"]) => {
    const found = onOtherItems(lines, { named, stays, digits: 2 })
    return found && { amount: found.amount, gets: [...found.gets] }
  }

  it("leaves what it would have had to the others, first to last, each as much as it has open", () => {
    expect(offered("20.00")).toEqual({
      amount: "20.00",
      gets: [
        ["stand", "28.00"],
        ["parcel", "2.00"],
      ],
    })
  })

  it("offers no more than they have open, and nothing where somebody typed each of them", () => {
    expect(offered("500.00")?.amount).toBe("28.00")
    expect(offered("20.00", ["strings", "stand", "parcel"])).toBeNull()
    expect(offered("0.00")).toBeNull()
  })
})

describe("F19: what the money leaves of an order", () => {
  const said = (
    open: string,
    uncovered: string,
    { made, givenUp = "0.00" }: { made?: { amount: string }; givenUp?: string } = {},
  ): string =>
    plain(
      restWords({ open_after: open, not_covered_after: uncovered, given_up: givenUp }, made, {
        ...speechOf("en"),
        as: { digits: 2 },
      }),
    )

  it.each([
    ["163.00", "163.00", "163.00 is not covered:"],
    ["163.00", "12.75", "163.00 stays open: 150.25 is planned or on its way back, 12.75 is not covered."],
    ["150.25", "0.00", "150.25 stays open, all of it planned or on its way back:"],
  ])("of %s of which %s is in no plan says so", (open, uncovered, words) => {
    expect(said(open, uncovered)).toBe(words)
  })

  it("names what is given up, of which no plan is left", () => {
    expect(said("0.00", "0.00", { made: { amount: "163.00" } })).toBe("Of the rest, 163.00:")
  })

  it("says what the store gives up without being asked", () => {
    expect(said("0.00", "0.00", { givenUp: "0.50" })).toBe("The store gives up 0.50 by its own rule:")
  })
})

describe("F19: twenty cheques from a spreadsheet", () => {
  const shared = { method: "cheque", receivedOn: "2026-11-27", as: USD } as const
  const rows = pastedRows(
    "Customer\tAmount\tReference\tOrders\r\ngrace@example.com\t1,840.95\tCHQ 1\t41, #47\r\n\r\ncus_2;84;CHQ 2\r\ncus_3\tx\tCHQ 3\r\n\t5.00",
    shared,
  )

  it("reads a payment a line, by tabs or semicolons, and passes over a heading and blank lines", () => {
    expect(rows.map(({ customer, fault }) => [customer, fault])).toEqual([
      ["grace@example.com", null],
      ["cus_2", null],
      ["cus_3", "not_a_number"],
      ["", "missing"],
    ])
    expect(bodyOfRows(rows, "usd", new Set())).toEqual({
      currency_code: "usd",
      rows: [
        {
          customer: "grace@example.com",
          amount: "1840.95",
          method: "cheque",
          occurred_at: "2026-11-27",
          reference: "CHQ 1",
          orders: ["41", "#47"],
        },
        {
          customer: "cus_2",
          amount: "84.00",
          method: "cheque",
          occurred_at: "2026-11-27",
          reference: "CHQ 2",
        },
      ],
    })
  })

  it("gives each answer to the row that it is of, past those that were not asked about", () => {
    const answer = { row: 1, payment: null, error: null }
    const checked = { rows: [answer, { ...answer, row: 2 }] } as unknown as RecordedPaymentsView
    const answers = answersOf(rows, checked)
    expect(rows.map((row) => answers.get(row)?.row ?? null)).toEqual([1, 2, null, null])
  })

  it("confirms the one row that somebody said is another payment, and asks anew once it is changed", () => {
    const [first, twin] = pastedRows("cus_1\t1\tCHQ 1\ncus_1\t1\tCHQ 1", shared)
    if (!first || !twin) throw new Error("there are two rows")
    const confirmed = (text: string): (boolean | undefined)[] =>
      (bodyOfRows(pastedRows(text, shared), "usd", new Set([twin.name]))?.rows ?? []).map(
        (row) => row.confirm_duplicate,
      )
    expect(first.name).not.toBe(twin.name)
    expect(confirmed("cus_1\t1\tCHQ 1\ncus_1\t1\tCHQ 1")).toEqual([undefined, true])
    expect(confirmed("cus_1\t1\tCHQ 1\ncus_1\t2\tCHQ 1")).toEqual([undefined, undefined])
  })

  it("keeps the lines that were not recorded as they were pasted", () => {
    const answer = { row: 1, payment: {}, error: null }
    const recorded = { rows: [answer, { ...answer, payment: null }] } as unknown as RecordedPaymentsView
    expect(linesLeft(rows, recorded)).toBe("cus_2;84;CHQ 2\ncus_3\tx\tCHQ 3\n\t5.00")
  })

  it("asks about no more than 200 at once, and about nothing when nothing can be read", () => {
    const many = pastedRows(Array.from({ length: 201 }, () => "cus_1\t1.00").join("\n"), shared)
    expect(bodyOfRows(many, "usd", new Set())).toBeNull()
    expect(beyondMost(many)).toBe(many.length)
    expect(bodyOfRows(pastedRows("nobody", shared), "usd", new Set())).toBeNull()
    // Rows that cannot be asked about do not count.
    const most = [...many.slice(0, 200), ...pastedRows("nobody", shared)]
    expect(bodyOfRows(most, "usd", new Set())?.rows.length).toBe(200)
    expect(beyondMost(most)).toBeNull()
  })
})

describe("F19: what the button of a payment waits for", () => {
  const ready = { hasBody: true, hasError: false, asksAnother: false, isCurrent: true, isUnanswered: false }

  it.each([
    { standing: {}, waits: null },
    { standing: { hasBody: false, isCurrent: false }, waits: "amount" },
    { standing: { hasError: true, isCurrent: false }, waits: "error" },
    { standing: { isCurrent: false }, waits: "preview" },
    { standing: { asksAnother: true }, waits: "another" },
    // Nobody knows whether it was recorded: it is sent again, though it looks like the payment that it may be by now.
    { standing: { isUnanswered: true, asksAnother: true }, waits: null },
    { standing: { isUnanswered: true, hasError: true, isCurrent: false }, waits: null },
  ])("is $waits where $standing", ({ standing, waits }) => {
    expect(waitOf({ ...ready, ...standing })).toBe(waits)
  })
})
