import { numbersIn } from "../../src/modules/reconciliation/ingest/document-numbers"
import type { HostOrder, HostPayment } from "../../src/modules/reconciliation/ingest/host-order"

const order = (metadata: HostOrder["metadata"], ...payments: HostPayment[]): HostOrder => ({
  id: "order_1",
  version: 1,
  status: "pending",
  currency_code: "eur",
  created_at: "2026-01-01T09:00:00.000Z",
  metadata: metadata ?? null,
  payment_collections: [null, { id: "pay_col_1", payments: [null, ...payments] }],
})
const row = (id: string, metadata?: Record<string, unknown>) => ({
  id,
  raw_amount: { value: "1.00" },
  created_at: "2026-01-01T09:00:00.000Z",
  metadata: metadata ?? null,
})
const said = (of: HostOrder): string[] =>
  numbersIn(of, "invoice").map(({ key, number }) => `${key} ${number}`)

describe("F74: numbers of invoices in the host's metadata", () => {
  it.each<[string, unknown, string[]]>([
    ["is a text", "F-2026-17", ["null F-2026-17"]],
    ["is a text with spaces around it", "  F-2026-17 ", ["null F-2026-17"]],
    ["is a whole number", 2026017, ["null 2026017"]],
    ["is left aside when it is broken", 17.5, []],
    ["is left aside when it is an object", { number: "F-1" }, []],
    ["is left aside when it is true", true, []],
    ["is left aside when it is empty", "  ", []],
    ["is left aside when it has 61 characters", "7".repeat(61), []],
    ["has 60 characters at most", "7".repeat(60), [`null ${"7".repeat(60)}`]],
    ["is left aside when PostgreSQL could not store it", "F\0", []],
  ])("an order's %s", (_, invoice, expected) => {
    expect(said(order({ invoice, other: "X" }))).toEqual(expected)
  })

  it("are none where nothing is written", () => {
    expect(said(order(null, { id: "pay_1", captures: [row("capt_1")], refunds: [row("ref_1")] }))).toEqual([])
    expect(said(order(undefined))).toEqual([])
  })

  it("are of each capture of a payment that says one, unless the capture says its own; a refund says its own", () => {
    const payment: HostPayment = {
      id: "pay_1",
      metadata: { invoice: "F-1" },
      captures: [row("capt_1"), null, row("capt_2", { invoice: "F-2" })],
      refunds: [row("ref_1"), row("ref_2", { invoice: "G-1" })],
    }
    expect(said(order({ invoice: "F-0" }, payment))).toEqual([
      "null F-0",
      "cap:capt_1 F-1",
      "cap:capt_2 F-2",
      "ref:ref_2 G-1",
    ])
  })
})
