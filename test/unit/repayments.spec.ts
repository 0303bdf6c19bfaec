import type { HostOrder, HostPayment } from "../../src/modules/reconciliation/ingest/host-order"
import {
  CHOICE_MARK,
  chosenLinesOf,
  refundMarked,
  repaymentsOf,
  type RefundChoice,
} from "../../src/modules/reconciliation/ingest/repayments"

const moment = (day: number): string => `2026-01-${String(day).padStart(2, "0")}T12:00:00.000Z`
const row = (id: string, amount: string, day: number) => ({
  id,
  raw_amount: { value: amount },
  created_at: moment(day),
})

function orderWith(payments: HostPayment[], transactions: HostOrder["transactions"] = []): HostOrder {
  const facts: Partial<HostOrder> = {
    id: "order_1",
    payment_collections: [{ id: "paycol_1", payments }],
    transactions,
  }
  return facts as HostOrder
}

const choice = (facts: Partial<RefundChoice> & Pick<RefundChoice, "lines">): RefundChoice => ({
  mark: null,
  paymentId: "pay_1",
  amount: 3000n,
  at: moment(3),
  ...facts,
})
const A = [{ lineKey: "line:A", amount: 3000n }]
const B = [{ lineKey: "line:B", amount: 3000n }]
const chosen = (order: HostOrder, ...choices: RefundChoice[]): unknown[] => [
  ...chosenLinesOf(order, choices, 2),
]

describe("F17: which refund carries an admin's choice of lines", () => {
  const marked = { ...row("ref_2", "30", 5), metadata: { [CHOICE_MARK]: "7" } }
  const order = orderWith([{ id: "pay_1", captures: [], refunds: [row("ref_1", "30", 4), marked] }])

  it.each<[string, RefundChoice, unknown[]]>([
    ["the one that names it, whatever else is alike", choice({ mark: "7", lines: A }), [["ref:ref_2", A]]],
    ["none, while none names it", choice({ mark: "8", lines: A }), []],
    [
      "none that names another, for one made before refunds named any",
      choice({ lines: A, at: moment(5) }),
      [],
    ],
  ])("is %s", (_, made, expected) => {
    expect(chosen(order, made)).toEqual(expected)
  })

  it("is found by it alone, and with whether the host counts it", () => {
    const transactions = [
      { reference: "refund", reference_id: "ref_2", version: 1, raw_amount: { value: "-30" } },
    ]
    expect(refundMarked(order, "7")).toEqual({ id: "ref_2", isCounted: false })
    expect(refundMarked({ ...order, transactions }, "7")).toEqual({ id: "ref_2", isCounted: true })
    expect(refundMarked(order, "8")).toBeUndefined()
  })
})

describe("F17: which refund an admin's choice of lines was made for", () => {
  const refunds = [row("ref_2", "30", 5), row("ref_1", "30", 4)]
  const order = orderWith([{ id: "pay_1", captures: [row("cap_1", "100", 1)], refunds }])

  it("is the first refund of that payment and amount that was made after it", () => {
    expect(chosen(order, choice({ lines: A }))).toEqual([["ref:ref_1", A]])
    expect(chosen(order, choice({ lines: A, at: moment(4) }))).toEqual([["ref:ref_1", A]])
    expect(chosen(order, choice({ lines: A, at: "2026-01-04T12:00:00.001Z" }))).toEqual([["ref:ref_2", A]])
  })

  it("is another refund for each choice", () => {
    expect(chosen(order, choice({ lines: A }), choice({ lines: B }))).toEqual([
      ["ref:ref_1", A],
      ["ref:ref_2", B],
    ])
    expect(chosen(order, choice({ lines: A }), choice({ lines: B }), choice({ lines: A }))).toHaveLength(2)
  })

  it.each<[string, Partial<RefundChoice>]>([
    ["of another payment", { paymentId: "pay_2" }],
    ["of another amount", { amount: 2999n }],
    ["made before it", { at: moment(6) }],
  ])("is no refund %s", (_, facts) => {
    expect(chosen(order, choice({ lines: A, ...facts }))).toEqual([])
  })

  it("is found in whole minor units, as the refund is posted", () => {
    const exactly = orderWith([{ id: "pay_1", refunds: [row("ref_1", "29.996", 4)] }])
    expect(chosen(exactly, choice({ lines: A }))).toEqual([["ref:ref_1", A]])
  })
})

describe("What the refund behind a credit line gives back", () => {
  const payments: HostPayment[] = [
    {
      id: "pay_1",
      captures: [row("cap_1", "50", 1), row("cap_2", "50", 2)],
      refunds: [row("ref_1", "30", 4)],
    },
    { id: "pay_2", captures: [row("cap_3", "20", 2)], refunds: [row("ref_2", "20", 5)] },
  ]
  const counted = (reference: string, id: string, version: number | null) => ({
    reference,
    reference_id: id,
    version,
    raw_amount: { value: "-30" },
  })
  const repaid = (...transactions: NonNullable<HostOrder["transactions"]>): unknown[] => [
    ...repaymentsOf(orderWith(payments, transactions), new Map([["ref:ref_1", A]])),
  ]

  it("is what its payment's captures paid, and the lines chosen; told by the version after the host counted it", () => {
    expect(repaid(counted("refund", "ref_1", 2), counted("refund", "ref_2", 4))).toEqual([
      [3, { captures: ["cap:cap_1", "cap:cap_2"], lines: A }],
      [5, { captures: ["cap:cap_3"], lines: [] }],
    ])
  })

  it("is what all paid, and the lines chosen for the newest, where one version counts several", () => {
    const captures = ["cap:cap_1", "cap:cap_2", "cap:cap_3"]
    expect(repaid(counted("refund", "ref_1", 2), counted("refund", "ref_2", 2))).toEqual([
      [3, { captures, lines: [] }],
    ])
  })

  it("is found by the payment, as a cancellation counts its refunds", () => {
    expect(repaid(counted("refund", "pay_1", 2))).toEqual([
      [3, { captures: ["cap:cap_1", "cap:cap_2"], lines: A }],
    ])
  })

  it("is not told by a capture, nor by a row without a version, nor by a refund of elsewhere", () => {
    expect(repaid(counted("capture", "ref_1", 2), counted("refund", "ref_1", null))).toEqual([])
    expect(repaid(counted("refund", "ref_9", 2))).toEqual([[3, { captures: [], lines: [] }]])
  })
})
