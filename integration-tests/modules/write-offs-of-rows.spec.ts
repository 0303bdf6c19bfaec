import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import type { ReconciliationOptions } from "../../src/modules/reconciliation/settings/options"
import type { WriteOffCall } from "../../src/modules/reconciliation/write-offs/write-offs"
import { violationsIn } from "../setup/audit"
import { openLedger, type Ledger } from "../setup/ledger"
import { ModelOrder } from "../setup/model-shop"

const by = (id: string) => ({ actor: { type: "user" as const, id }, cause: "write-offs of rows" })
const ann = by("user_ann")

const writeOff: ReconciliationOptions["writeOff"] = {
  accounts: { loss: "6714" },
  limits: { EUR: { amount: "0.50", percent: 1 } },
  approvalAbove: { eur: "5.00" },
  hostCreditLine: true,
}

describe("F24: a write-off of one item, and what it would do", () => {
  let ledger: Ledger
  let service: ReconciliationModuleService
  beforeAll(async () => {
    ledger = await openLedger("write_offs_of_rows")
    service = ledger.serviceWith({ writeOff })
  })
  afterAll(async () => {
    await ledger.close()
  })

  /** An unpaid order of 60 + 40, with the keys of its rows. */
  const unpaid = async (customerId: string): Promise<{ orderId: string; rows: string[] }> => {
    const order = new ModelOrder(`order_${customerId}`, 2, {
      customerId,
      currency: "eur",
      lines: [6000n, 4000n],
      giftCard: 0n,
      at: "2026-01-01T09:00:00.000Z",
    })
    const { now } = await service.orders.readMarks([order.id])
    await service.orders.reconcile(order.read(0, now), { context: ann })
    const shown = await service.orders.retrieve(order.id)
    return { orderId: order.id, rows: shown?.rows.map(({ key }) => key) ?? [] }
  }

  const call = (target: WriteOffCall["target"], amount: string | null): WriteOffCall => ({
    target,
    kind: "short_payment",
    amount,
    reason: "the parcel came late",
    context: ann,
  })

  const openOf = async (orderId: string): Promise<string[]> =>
    (await service.orders.retrieve(orderId))?.rows.map(({ open }) => open) ?? []

  const codeOf = async (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => "done",
      (error: { code: string }) => error.code,
    )

  it("takes it off the item that is named, else off the first that are open", async () => {
    const { orderId, rows } = await unpaid("cus_row")
    const second = { orderId, row: rows[1] ?? "" }
    await service.writeOffs.write(call(second, "0.30"))
    expect(await openOf(orderId)).toEqual(["60.00", "39.70"])
    await service.writeOffs.write(call({ orderId }, "0.10"))
    expect(await openOf(orderId)).toEqual(["59.90", "39.70"])
    expect(await codeOf(service.writeOffs.write(call(second, "39.71")))).toBe("write_off_too_large")
    expect(await codeOf(service.writeOffs.write(call({ orderId, row: "line:none" }, "0.01")))).toBe(
      "row_unknown",
    )
    const [account] = await service.accounts.listOf("cus_row")
    expect(await violationsIn(ledger, account?.id ?? "")).toEqual([])
  })

  it("keeps the item with the request, and takes it off that one when a second person approves", async () => {
    const { orderId, rows } = await unpaid("cus_asked")
    const [, row = ""] = rows
    const { request } = await service.writeOffs.write(call({ orderId, row }, "12.75"))
    expect(request).toMatchObject({ row, amount: "12.75", status: "pending" })
    const { requests } = await service.writeOffs.requests({ status: "pending", limit: 10 })
    expect(requests).toMatchObject([{ row, order_id: orderId }])
    expect(requests[0]?.row_title).toBe((await service.orders.retrieve(orderId))?.rows[1]?.title)
    await service.writeOffs.approve({ requestId: request?.id ?? "", reason: null, context: by("user_bob") })
    expect(await openOf(orderId)).toEqual(["60.00", "27.25"])
  })

  it("says before who decides it and what becomes of the item and the order, and changes nothing", async () => {
    const { orderId, rows } = await unpaid("cus_paper")
    const [first = "", second = ""] = rows
    await service.writeOffs.write(call({ orderId }, "1.00"))
    const before = await service.orders.retrieve(orderId)
    const look = async (row: string, amount: string | null) =>
      service.previews.writeOff({ target: { orderId, row }, kind: "short_payment", amount, context: ann })
    expect(await look(second, null)).toMatchObject({
      base_version: before?.version,
      amount: "40.00",
      currency_code: "eur",
      gl_account: "6714",
      needs_approval: true,
      limit: "5.00",
      standing: "1.00",
      rest: "0.00",
      rows: [
        { row: second, state_before: "none", state_after: "full", open_before: "40.00", open_after: "0.00" },
      ],
      order: { open_before: "99.00", open_after: "59.00" },
      host_credit_line: true,
    })
    expect(await look(first, "4.00")).toMatchObject({ needs_approval: false, rest: "55.00" })
    expect(await look(first, "4.01")).toMatchObject({ needs_approval: true })
    expect(await codeOf(look(first, "59.01"))).toBe("write_off_too_large")
    const narrow = ledger.serviceWith({ writeOff: { limits: { EUR: { amount: "0.50", percent: 1 } } } })
    const above = narrow.previews.writeOff({
      target: { orderId },
      kind: "short_payment",
      amount: "1.00",
      context: ann,
    })
    expect(await codeOf(above)).toBe("write_off_above_limit")
    expect(await service.orders.retrieve(orderId)).toEqual(before)
  })

  it("says the same of a surplus on account", async () => {
    const { payment } = await service.payments.record({
      customerId: "cus_money",
      currencyCode: "eur",
      digits: 2,
      amount: "100.03",
      method: "transfer",
      reference: "r",
      occurredAt: "2026-01-10",
      idempotencyKey: "cus_money",
      context: ann,
    })
    const target = { paymentId: payment.id }
    const kept = await service.previews.writeOff({ target, kind: "surplus", amount: "0.03", context: ann })
    expect(kept).toMatchObject({
      base_version: null,
      gl_account: null,
      needs_approval: false,
      rest: "100.00",
      rows: [],
      order: null,
      host_credit_line: false,
    })
  })
})
