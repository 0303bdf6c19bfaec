import { nextPlace, PLACE, placeOf } from "../../src/modules/reconciliation/audit/cursor"
import { judgeOrder } from "../../src/modules/reconciliation/audit/judge-order"
import { judgeLoose, judgePayment } from "../../src/modules/reconciliation/audit/judge-payment"
import { auditEn } from "../../src/admin/i18n/en/audit"
import { groupsOf } from "../../src/admin/features/audit/sums"
import { auditCsv } from "../../src/admin/features/audit/audit-csv"
import { readFileSync } from "node:fs"
import path from "node:path"
import { aPayment, anOrder, collectionOf, CONTEXT, counted, kept, row } from "../support/audited-order"
import { rowsUnder } from "../support/markdown"

describe("F81: what the audit finds of a payment", () => {
  const judged = (more: Parameters<typeof aPayment>[0] = {}): string[] =>
    judgePayment(aPayment(more), [], CONTEXT).map(({ kind, amount }) => `${kind} ${amount}`)

  it.each<[string, Parameters<typeof aPayment>[0], string[]]>([
    ["one of no order", { collection: collectionOf([]) }, ["payment_of_no_order 100.00"]],
    [
      "one of no order that was paid back in part",
      { collection: collectionOf([]), refunds: [row("ref", 40)] },
      ["payment_of_no_order 60.00"],
    ],
    ["one without a collection", { collection: null }, ["payment_without_collection 100.00"]],
    [
      "one whose collection was deleted",
      { collection: collectionOf(["order_1"], { deleted: true }) },
      ["payment_without_collection 100.00"],
    ],
    [
      "one of several orders",
      { collection: collectionOf(["order_1", "order_2"]) },
      ["payment_of_several_orders 100.00"],
    ],
    [
      "one that two orders would take, once it is captured",
      { captures: null, collection: collectionOf(["order_1", "order_2"]) },
      ["payment_of_several_orders 100.00"],
    ],
    ["more refunded than captured", { refunds: [row("ref", 120)] }, ["refunded_more_than_captured 20.00"]],
    ["more captured than it was of", { amount: kept(90) }, ["captured_more_than_payment 10.00"]],
    ["one in another currency than its order", { currency_code: "eur" }, ["currency_differs 100.00"]],
    ["a capture below zero", { captures: [row("cap", 100), row("minus", -30)] }, ["negative_money 30.00"]],
    [
      "a capture of two amounts",
      { captures: [{ ...row("cap", 100), plain: "50" }] },
      ["amount_written_twice 50.00"],
    ],
  ])("finds %s", (_, more, expected) => {
    expect(judged(more)).toEqual(expected)
  })

  it.each<[string, Parameters<typeof aPayment>[0]]>([
    ["one that was captured for its order", {}],
    ["one that was authorised and belongs to no order", { captures: null, collection: collectionOf([]) }],
    [
      "one that was paid back and belongs to no order",
      { refunds: [row("ref", 100)], collection: collectionOf([]) },
    ],
    [
      "a cancelled one of several orders",
      { captures: null, canceled_at: "2026-11-21", collection: collectionOf(["a", "b"]) },
    ],
    [
      "a cancelled one in another currency",
      { captures: null, canceled_at: "2026-11-21", currency_code: "eur" },
    ],
    [
      "a number of so many digits that it loses some",
      { amount: { raw: "12345678901234567.12", plain: "12345678901234568" } },
    ],
    ["captures that come to a coin more by rounding", { captures: [row("cap", "100.004")] }],
  ])("is silent of %s", (_, more) => {
    expect(judged(more)).toEqual([])
  })

  it("names the orders that still count a payment which none has", () => {
    const order = { id: "order_9", display_id: "9", currency: "usd" }
    expect(judgePayment(aPayment({ collection: null }), [order], CONTEXT)).toMatchObject([
      { order: null, others: [{ id: "order_9", display_id: "9" }], payment_id: "pay_1" },
    ])
  })

  it.each(["capture_without_payment", "refund_without_payment"] as const)("tells of a row as %s", (kind) => {
    const order = { id: "order_9", display_id: "9", currency: "usd" }
    const loose = {
      id: "row_1",
      payment_id: "pay_gone",
      provider_id: "pp_stripe_stripe",
      created_at: "2026-11-20T10:00:00.000Z",
      raw: "12.50",
      currency_code: null,
      orders: [order],
    }
    expect(judgeLoose(loose, kind, CONTEXT)).toMatchObject({
      kind,
      order: { id: "order_9" },
      payment_id: "pay_gone",
      provider_id: "pp_stripe_stripe",
      row_id: "row_1",
      currency_code: "usd",
      amount: "12.50",
    })
  })
})

describe("F81: the audit", () => {
  it("goes from page to page, and from orders to payments to what has none", () => {
    expect(placeOf(undefined)).toEqual({ phase: "orders", after: "" })
    expect(nextPlace("orders", ["a", "b"], 2)).toBe("orders.b")
    expect(nextPlace("orders", ["a"], 2)).toBe("payments.")
    expect(placeOf("payments.pay.1")).toEqual({ phase: "payments", after: "pay.1" })
    expect(nextPlace("refunds", [], 2)).toBeNull()
    expect(["orders.", "refunds.ref_1", "", "others.1"].map((cursor) => PLACE.test(cursor))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it("is summed by group and kind, each currency by itself and each order once", () => {
    const { facts, order } = anOrder({
      transactions: [counted(100), counted(50, { reference: "x" }), counted(7, { reference: "y" })],
    })
    const [one, other] = judgeOrder(facts, order, CONTEXT)
    if (!one || !other) throw new Error("two are found")
    const inYen = {
      ...one,
      currency_code: "jpy",
      digits: 0,
      amount: "900",
      order: { id: "order_2", display_id: "2" },
    }
    expect(groupsOf([one, other, inYen])).toMatchObject([
      {
        group: "balances",
        count: 2,
        kinds: [
          {
            kind: "transaction_without_capture",
            sums: [
              { currency: "jpy", amount: "900" },
              { currency: "usd", amount: "57.00" },
            ],
          },
        ],
      },
    ])
    expect(auditCsv([one], { t: (key) => key }).split("\r\n")[1]).toBe(
      "audit.kinds.transaction_without_capture.one,1,order_1,,,trx_x_50,USD,50.00,50.00,0.00,2026-11-20T10:00:00.000Z,audit.kinds.transaction_without_capture.means,audit.kinds.transaction_without_capture.cure",
    )
  })

  it("sets what will only be rounded apart, behind what cannot be right", () => {
    const { facts, order } = anOrder({ lines: ["150.005"] })
    const [rounded] = judgeOrder(facts, order, CONTEXT)
    if (rounded?.kind !== "unrounded_total") throw new Error("a total of fractions is found")
    const wrong = { ...rounded, kind: "negative_money" as const }
    expect(groupsOf([rounded, wrong]).map(({ group, count }) => [group, count])).toEqual([
      ["amounts", 1],
      ["rounded", 1],
    ])
  })

  it("has each kind in its page of the manual, and no other", () => {
    const page = readFileSync(path.resolve(__dirname, "../../docs/spec/audit.md"), "utf8")
    const told = ["Balances", "Payments", "Amounts"].flatMap((heading) => rowsUnder(page, heading))
    expect(told.map(({ kind }) => kind?.replaceAll("`", "")).toSorted()).toEqual(
      Object.keys(auditEn.audit.kinds).toSorted(),
    )
  })
})
