import type { HostOrder, HostMoneyRow } from "../../src/modules/reconciliation/ingest/host-order"
import { mirrorsIn, withoutMirrors } from "../../src/modules/reconciliation/ingest/mirrored-money"
import { namesOfMirror } from "../../src/modules/reconciliation/ingest/mirror-names"
import {
  countedOfMirror,
  mendedTotals,
  openOf,
} from "../../src/modules/reconciliation/ingest/mirror-standing"

const NAME = "0123456789ABCDEF0123456789"
const NAMES = namesOfMirror(NAME)
const READ = "2026-03-10T12:00:00.000Z"
const known = new Set([NAME])

const row = (id: string, amount: string, more: Partial<HostMoneyRow> = {}): HostMoneyRow => ({
  id,
  raw_amount: { value: amount },
  created_at: "2026-03-10T09:00:00.000Z",
  ...more,
})

const counted = (id: string, amount: string, reference: string | null) => ({
  id,
  raw_amount: { value: amount },
  reference_id: reference,
})

/** An order with a payment of its own of 68, and a mirror of 100. */
function order(refunds: HostMoneyRow[] = [], transactions: ReturnType<typeof counted>[] = []): HostOrder {
  return {
    id: "order_1",
    status: "pending",
    version: 1,
    currency_code: "usd",
    created_at: "2026-03-10T08:00:00.000Z",
    payment_collections: [
      { id: "pay_col_01", payments: [{ id: "pay_01", captures: [row("capt_01", "68")], refunds: [] }] },
      {
        id: NAMES.collection,
        payments: [{ id: NAMES.payment, captures: [row(NAMES.capture, "100")], refunds }],
      },
    ],
    transactions: [
      counted("ordtrx_01", "68", "capt_01"),
      counted(NAMES.counted, "100", NAMES.capture),
      ...transactions,
    ],
  }
}

const idsIn = (shown: HostOrder): string[] =>
  (shown.payment_collections ?? []).flatMap((collection) =>
    (collection?.payments ?? []).flatMap((payment) =>
      [...(payment?.captures ?? []), ...(payment?.refunds ?? [])].flatMap((one) => one?.id ?? []),
    ),
  )

const transactionsIn = (shown: HostOrder): string[] =>
  (shown.transactions ?? []).flatMap((one) => one?.id ?? [])

const read = (shown: HostOrder, names: ReadonlySet<string> = known) =>
  withoutMirrors(shown, { known: names, readAt: READ })

describe("What of an order's payments is the ledger's own", () => {
  it("is left aside with the transaction that counts it; the rest stays", () => {
    expect(mirrorsIn([order()])).toEqual([NAME])
    const { order: own, problems, heldBack } = read(order())
    expect(idsIn(own)).toEqual(["capt_01"])
    expect(transactionsIn(own)).toEqual(["ordtrx_01"])
    expect([problems, heldBack]).toEqual([[], []])
  })

  it("is nothing of an order without any, which stays the very same", () => {
    const shown = { ...order(), payment_collections: [], transactions: [] }
    expect(read(shown).order).toBe(shown)
  })

  it.each([
    [
      "a refund that takes it back",
      [row("ref_01", "100", { metadata: { reconciliation_mirror: { key: "mir_1", takes_back: true } } })],
      [counted(NAMES.takenBack, "-100", "ref_01")],
      [],
    ],
    [
      "one on paper, counted by the payment",
      [row("ref_02", "100")],
      [counted("ordtrx_02", "-100", NAMES.payment)],
      [],
    ],
    [
      "a person's, counted by itself, stays",
      [row("ref_03", "40")],
      [counted("ordtrx_03", "-40", "ref_03")],
      ["ref_03"],
    ],
    ["one that nobody ever counted stays", [row("ref_04", "40")], [], ["ref_04"]],
  ])("%s", (_, refunds, transactions, stays) => {
    const { order: own } = read(order(refunds, transactions))
    expect(idsIn(own)).toEqual(["capt_01", ...stays])
    expect(transactionsIn(own)).toEqual([
      "ordtrx_01",
      ...stays.flatMap((id) => (id === "ref_03" ? ["ordtrx_03"] : [])),
    ])
  })

  it("waits for the next read of a young refund that nobody counts yet: the host may be cancelling the order", () => {
    const young = row("ref_05", "100", { created_at: "2026-03-10T11:59:30.000Z" })
    const { order: own, heldBack } = read(order([young]))
    expect(idsIn(own)).toEqual(["capt_01"])
    expect(heldBack).toEqual(["ref:ref_05"])
  })

  it("is a problem where the outbox has no row of it, also under another name with its tag", () => {
    expect(read(order(), new Set()).problems).toMatchObject([
      { code: "mirror_unknown", facts: { amount: "100" } },
    ])
    const renamed = order()
    const [, mirror] = renamed.payment_collections ?? []
    const tagged = row("capt_99", "100", { created_by: "reconciliation_mirror:mir_1" })
    if (mirror) mirror.payments = [{ id: "pay_99", captures: [tagged], refunds: [] }]
    const { order: own, problems } = read(renamed)
    expect(problems).toMatchObject([{ code: "mirror_unknown" }])
    expect(idsIn(own)).toEqual(["capt_01"])
  })
})

describe("What an order owes by the host's rows", () => {
  it("is its total less its transactions, in whole cents", () => {
    expect(openOf({ ...order(), raw_total: { value: "168.00000001" } }, 2)).toBe(0n)
    expect(openOf({ ...order(), raw_total: { value: "240" } }, 2)).toBe(7200n)
    expect(openOf({ ...order(), raw_total: { value: "100" } }, 2)).toBe(-6800n)
  })

  it("a way back takes off what is counted under a mirror's names or by its payment", () => {
    const rows = order([], [counted("ordtrx_02", "-40", NAMES.payment), counted("ordtrx_03", "-5", "ref_03")])
    expect(
      countedOfMirror(
        (rows.transactions ?? []).flatMap((one) => one ?? []),
        NAMES,
      ),
    ).toBe("60")
  })

  it("mends a summary that lost a transaction, and leaves one that is right", () => {
    const totals = {
      paid_total: 68,
      raw_paid_total: { value: "68" },
      refunded_total: 0,
      transaction_total: 68,
      raw_transaction_total: { value: "68" },
      pending_difference: 100,
      raw_pending_difference: { value: "100" },
      current_order_total: 168,
    }
    const mended = mendedTotals(totals, order().transactions)
    expect(mended).toMatchObject({
      paid_total: 168,
      transaction_total: 168,
      raw_transaction_total: { value: "168" },
      pending_difference: 0,
      raw_pending_difference: { value: "0" },
      current_order_total: 168,
    })
    expect(mendedTotals(mended ?? {}, order().transactions)).toBeNull()
  })
})
