import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import type { ReconciliationOptions } from "../../src/modules/reconciliation/settings/options"
import type { WriteOffCall } from "../../src/modules/reconciliation/write-offs/write-offs"
import { violationsIn } from "../setup/audit"
import { openLedger, type Ledger } from "../setup/ledger"
import { ModelOrder } from "../setup/model-shop"

const by = (id: string | null, type: "user" | "api-key" | "system" = "user") => ({
  actor: { type, id },
  cause: "write-offs",
})
const ann = by("user_ann")
const day = (number: number): string => `2026-01-${String(number).padStart(2, "0")}T09:00:00.000Z`

const writeOff: ReconciliationOptions["writeOff"] = {
  accounts: { loss: "6714", gain: "7714", bankCharges: "627" },
  limits: { EUR: { amount: "0.50", percent: 1 } },
}

describe("F24: write-offs, on PostgreSQL", () => {
  let ledger: Ledger
  let service: ReconciliationModuleService
  beforeAll(async () => {
    ledger = await openLedger("write_offs")
    service = ledger.serviceWith({ writeOff })
  })
  afterAll(async () => {
    await ledger.close()
  })

  const read = async (order: ModelOrder, reader = service) => {
    const { now, hostVersions } = await reader.orders.readMarks([order.id])
    return reader.orders.reconcile(order.read(hostVersions.get(order.id) ?? 0, now), { context: ann })
  }

  /** An order of 60 + 40 of which an amount was paid, in cents. */
  const orderPaid = async (customerId: string, paid: bigint, reader = service): Promise<ModelOrder> => {
    const order = new ModelOrder(`order_${customerId}`, 2, {
      customerId,
      currency: "eur",
      lines: [6000n, 4000n],
      giftCard: 0n,
      at: day(1),
    })
    if (paid > 0n) order.capture(day(2), paid, 0)
    await read(order, reader)
    return order
  }

  const call = (orderId: string, more: Partial<WriteOffCall> = {}): WriteOffCall => ({
    target: { orderId },
    kind: "short_payment",
    amount: null,
    reason: "rounding at the till",
    context: ann,
    ...more,
  })

  const codeOf = async (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => "done",
      (error: { code: string }) => error.code,
    )

  const expectSound = async (customerId: string): Promise<void> => {
    const [account] = await service.accounts.listOf(customerId)
    expect(await violationsIn(ledger, account?.id ?? "")).toEqual([])
  }

  it("gives up a short payment: the order is full, on the loss account, and owes no more than was paid", async () => {
    const order = await orderPaid("cus_rest", 9998n)
    const { write_off: made, request } = await service.writeOffs.write(call(order.id))
    expect(request).toBeNull()
    expect(made).toMatchObject({
      kind: "short_payment",
      amount: "0.02",
      gl_account: "6714",
      undone: false,
      items: [{ kind: "write_off", side: "credit", open: "0.00", order_id: order.id }],
    })
    const shown = await service.orders.retrieve(order.id)
    expect(shown).toMatchObject({
      state: "full",
      code: { code: "A" },
      columns: [
        { kind: "payment", on_this_order: "99.98" },
        {
          kind: "write_off",
          detail: "short_payment",
          amount: "0.02",
          on_this_order: "0.02",
          codes: [{ code: "A" }],
        },
      ],
      totals: { owed: "100.00", allocated: "100.00", open: "0.00", unallocated: "0.00" },
    })
    expect(await service.accounts.retrieve(shown?.account_id ?? "")).toMatchObject({
      totals: { owed: "99.98", paid: "99.98", open: "0.00" },
    })
    expect((await read(order)).changed).toBe(false)
    await expectSound("cus_rest")
  })

  it("books what the banks took on its own account, and a surplus as a gain", async () => {
    const short = await orderPaid("cus_bank", 9960n)
    const { write_off: charges } = await service.writeOffs.write(call(short.id, { kind: "bank_charges" }))
    expect(charges).toMatchObject({ gl_account: "627", amount: "0.40" })
    const over = await orderPaid("cus_over", 10005n)
    const { write_off: kept } = await service.writeOffs.write(call(over.id, { kind: "surplus" }))
    expect(kept).toMatchObject({
      gl_account: "7714",
      amount: "0.05",
      items: [{ side: "debit", open: "0.00" }],
    })
    expect(await service.orders.retrieve(over.id)).toMatchObject({
      state: "full",
      totals: { unallocated: "0.00" },
    })
    await expectSound("cus_bank")
    await expectSound("cus_over")
  })

  it("keeps what is left of a deposit", async () => {
    await orderPaid("cus_deposit", 0n)
    const { payment } = await service.payments.record({
      customerId: "cus_deposit",
      currencyCode: "eur",
      digits: 2,
      amount: "100.03",
      method: "transfer",
      reference: "r",
      occurredAt: "2026-01-10",
      idempotencyKey: "cus_deposit",
      context: ann,
    })
    await service.accounts.reconcile(payment.account_id, "oldest_first", { context: ann })
    const target = { paymentId: payment.id }
    const { write_off: kept } = await service.writeOffs.write(call("", { target, kind: "surplus" }))
    expect(kept).toMatchObject({ order_id: null, amount: "0.03" })
    const [column] = (await service.orders.retrieve("order_cus_deposit"))?.columns ?? []
    expect(column).toMatchObject({ on_this_order: "100.00", elsewhere: { amount: "0.03", orders: 0 } })
    await service.writeOffs.undo({ id: kept?.id ?? "", reason: "asked for it", context: ann })
    expect((await service.accounts.retrieve(payment.account_id)).totals).toMatchObject({
      unallocated: "0.03",
    })
    await expectSound("cus_deposit")
  })

  it("refuses what is above the smaller of the two limits, what is not open, and what is unknown", async () => {
    const order = await orderPaid("cus_limit", 9949n)
    expect(await codeOf(service.writeOffs.write(call(order.id)))).toBe("write_off_above_limit")
    expect(await codeOf(service.writeOffs.write(call(order.id, { amount: "0.52" })))).toBe(
      "write_off_too_large",
    )
    expect(await codeOf(service.writeOffs.write(call(order.id, { kind: "surplus" })))).toBe(
      "nothing_to_write_off",
    )
    expect(await codeOf(service.writeOffs.write(call(order.id, { expectedVersion: 7 })))).toBe(
      "version_stale",
    )
    expect(await codeOf(service.writeOffs.write(call("order_none")))).toBe("order_not_read")
    expect(await codeOf(service.writeOffs.write(call(order.id, { amount: "0.50" })))).toBe("done")
    const paid = await orderPaid("cus_no_rest", 10000n)
    expect(await codeOf(service.writeOffs.write(call(paid.id)))).toBe("nothing_to_write_off")
    expect(await codeOf(ledger.service.writeOffs.write(call(order.id)))).toBe("write_off_above_limit")
  })

  it("leaves the order as it was when undone, and what is written off again is another", async () => {
    const order = await orderPaid("cus_undo", 9998n)
    const before = await service.orders.retrieve(order.id)
    const { write_off: made } = await service.writeOffs.write(call(order.id))
    const undone = await service.writeOffs.undo({
      id: made?.id ?? "",
      reason: "paid after all",
      context: ann,
    })
    expect(undone).toMatchObject({
      undone: true,
      items: [{ side: "credit" }, { side: "debit", open: "0.00" }],
    })
    const after = await service.orders.retrieve(order.id)
    // The ledger keeps both postings; the order shows neither.
    const { items, allocations } = before ?? {}
    expect({ ...after, version: before?.version, items, allocations }).toEqual(before)
    expect(await codeOf(service.writeOffs.undo({ id: made?.id ?? "", reason: "again", context: ann }))).toBe(
      "write_off_undone",
    )
    expect(await codeOf(service.writeOffs.undo({ id: "none", reason: "again", context: ann }))).toBe(
      "write_off_not_found",
    )
    expect(await codeOf(service.writeOffs.write(call(order.id)))).toBe("done")
    await expectSound("cus_undo")
  })

  it("asks a second person above the threshold, and no other than a second", async () => {
    const careful = ledger.serviceWith({ writeOff: { ...writeOff, approvalAbove: { eur: "5.00" } } })
    const order = await orderPaid("cus_two", 9000n)
    expect(
      await codeOf(careful.writeOffs.write(call(order.id, { amount: "4.00", context: by(null, "system") }))),
    ).toBe("write_off_above_limit")
    const { request, write_off: none } = await careful.writeOffs.write(call(order.id))
    expect({ none, request }).toMatchObject({
      none: null,
      request: { amount: "10.00", status: "pending", requested_by: "user_ann", order_id: order.id },
    })
    expect(await careful.orders.retrieve(order.id)).toMatchObject({ state: "partial" })
    const decision = { requestId: request?.id ?? "", reason: null }
    expect(await codeOf(careful.writeOffs.approve({ ...decision, context: ann }))).toBe(
      "second_person_needed",
    )
    const unnamed = careful.writeOffs.approve({ ...decision, context: by(null, "system") })
    expect(await codeOf(unnamed)).toBe("second_person_needed")
    const byKey = careful.writeOffs.approve({ ...decision, context: by("apk_ann", "api-key") })
    expect(await codeOf(byKey)).toBe("second_person_needed")
    const attempts = ["user_bob", "user_eve"].map((id) =>
      codeOf(careful.writeOffs.approve({ ...decision, context: by(id) })),
    )
    expect((await Promise.all(attempts)).toSorted()).toEqual(["done", "write_off_request_decided"])
    expect(await careful.orders.retrieve(order.id)).toMatchObject({ state: "full" })
    expect(await codeOf(careful.writeOffs.decline({ ...decision, context: by("user_bob") }))).toBe(
      "write_off_request_decided",
    )
    expect(await codeOf(careful.writeOffs.approve({ ...decision, requestId: "9999", context: ann }))).toBe(
      "write_off_request_not_found",
    )
    await expectSound("cus_two")
  })

  it("writes nothing off when a request is declined, or when less is open by then", async () => {
    const careful = ledger.serviceWith({ writeOff: { ...writeOff, approvalAbove: { eur: "5.00" } } })
    const order = await orderPaid("cus_declined", 9000n)
    const first = await careful.writeOffs.write(call(order.id))
    const declined = await careful.writeOffs.decline({
      requestId: first.request?.id ?? "",
      reason: "ask the customer",
      context: by("user_bob"),
    })
    expect(declined.request).toMatchObject({ status: "declined", decision_reason: "ask the customer" })
    expect(await careful.orders.retrieve(order.id)).toMatchObject({ state: "partial" })
    const second = await careful.writeOffs.write(call(order.id))
    order.capture(day(3), 500n, 0)
    await read(order)
    const decision = { requestId: second.request?.id ?? "", reason: null, context: by("user_bob") }
    expect(await codeOf(careful.writeOffs.approve(decision))).toBe("write_off_too_large")
    await expect(ledger.sql("update reconciliation_write_off_request set amount = 1")).rejects.toThrow(
      /append-only/,
    )
  })

  it("happens by itself where the store wants it, once money has come, and never again when undone", async () => {
    const automatic = ledger.serviceWith({ writeOff: { ...writeOff, automatic: true } })
    const unpaid = await orderPaid("cus_auto_unpaid", 0n, automatic)
    expect(await automatic.orders.retrieve(unpaid.id)).toMatchObject({ state: "none" })
    const large = await orderPaid("cus_auto_large", 9949n, automatic)
    expect(await automatic.orders.retrieve(large.id)).toMatchObject({ state: "partial" })
    const order = await orderPaid("cus_auto", 9999n, automatic)
    const shown = await automatic.orders.retrieve(order.id)
    expect(shown).toMatchObject({ state: "full", columns: [{ kind: "payment" }, { kind: "write_off" }] })
    expect((await read(order, automatic)).changed).toBe(false)
    const id = shown?.columns[1]?.reference ?? ""
    await automatic.writeOffs.undo({ id, reason: "not this one", context: ann })
    order.edit(day(4), 0, 6001n)
    order.capture(day(5), 1n, 0)
    await read(order, automatic)
    expect(await automatic.orders.retrieve(order.id)).toMatchObject({
      state: "partial",
      totals: { open: "0.01" },
    })
    await expectSound("cus_auto")
  })

  it("closes an order that a reversal left a cent short", async () => {
    const order = await orderPaid("cus_reversed", 10000n)
    await service.payments.reverse({
      paymentId: `${order.id}_cap0001`,
      kind: "other",
      amount: "0.01",
      reference: null,
      reason: "the bank's fee",
      occurredAt: null,
      idempotencyKey: "cus_reversed",
      context: ann,
    })
    await service.writeOffs.write(call(order.id, { kind: "bank_charges" }))
    expect(await service.orders.retrieve(order.id)).toMatchObject({ state: "full", code: { code: "A" } })
    await expectSound("cus_reversed")
  })
})
