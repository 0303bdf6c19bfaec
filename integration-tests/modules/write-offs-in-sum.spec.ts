import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import type { ReconciliationOptions } from "../../src/modules/reconciliation/settings/options"
import type { WriteOffCall } from "../../src/modules/reconciliation/write-offs/write-offs"
import { violationsIn } from "../setup/audit"
import { openLedger, type Ledger } from "../setup/ledger"
import { ModelOrder } from "../setup/model-shop"

const by = (id: string | null, type: "user" | "system" = "user") => ({ actor: { type, id }, cause: "in sum" })
const ann = by("user_ann")
const day = (number: number): string => `2026-01-${String(number).padStart(2, "0")}T09:00:00.000Z`

const writeOff: ReconciliationOptions["writeOff"] = { limits: { eur: { amount: "0.50", percent: 1 } } }

describe("F24: small write-offs of one order, or of one deposit, are measured in sum", () => {
  let ledger: Ledger
  let service: ReconciliationModuleService
  beforeAll(async () => {
    ledger = await openLedger("write_off_sums")
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

  const call = (target: WriteOffCall["target"], more: Partial<WriteOffCall> = {}): WriteOffCall => ({
    target,
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

  const deposit = (customerId: string, amount: string, reader = service) =>
    reader.payments.record({
      customerId,
      currencyCode: "eur",
      digits: 2,
      amount,
      method: "transfer",
      reference: "r",
      occurredAt: "2026-01-10",
      idempotencyKey: `${customerId} ${amount}`,
      context: ann,
    })

  const expectSound = async (customerId: string): Promise<void> => {
    const [account] = await service.accounts.listOf(customerId)
    expect(await violationsIn(ledger, account?.id ?? "")).toEqual([])
  }

  it("of an order: what stands counts, whatever it was for, and no longer once it is undone", async () => {
    const order = await orderPaid("cus_steps", 9000n)
    const target = { orderId: order.id }
    const step = (amount: string) => service.writeOffs.write(call(target, { amount }))
    const { write_off: first } = await step("0.30")
    await service.writeOffs.write(call(target, { kind: "bank_charges", amount: "0.19" }))
    expect(await codeOf(step("0.02"))).toBe("write_off_above_limit")
    await expect(step("0.02")).rejects.toThrow("0.49 stands written off")
    expect(await codeOf(step("0.01"))).toBe("done")
    expect(await codeOf(step("0.01"))).toBe("write_off_above_limit")
    await service.writeOffs.undo({ id: first?.id ?? "", reason: "paid after all", context: ann })
    expect(await codeOf(step("0.31"))).toBe("write_off_above_limit")
    expect(await codeOf(step("0.30"))).toBe("done")
    await expectSound("cus_steps")
  })

  it("of an order with an approval threshold: the step that leads past it needs two persons", async () => {
    const careful = ledger.serviceWith({ writeOff: { ...writeOff, approvalAbove: { eur: "0.50" } } })
    const target = { orderId: (await orderPaid("cus_threshold", 0n)).id }
    const step = () => careful.writeOffs.write(call(target, { amount: "0.50" }))
    expect(await step()).toMatchObject({ request: null, write_off: { amount: "0.50" } })
    const { write_off: none, request } = await step()
    expect({ none, request }).toMatchObject({ none: null, request: { amount: "0.50", status: "pending" } })
    const decision = { requestId: request?.id ?? "", reason: null, context: by("user_bob") }
    // By now the store lets nobody go beyond the limit, in which another write-off has its place already.
    expect(await codeOf(service.writeOffs.approve(decision))).toBe("write_off_above_limit")
    expect(await codeOf(careful.writeOffs.approve(decision))).toBe("done")
    expect((await step()).request).toMatchObject({ status: "pending" })
    await expectSound("cus_threshold")
  })

  it("of a deposit", async () => {
    await orderPaid("cus_kept", 0n)
    const { payment } = await deposit("cus_kept", "100.00")
    const keep = (amount: string) =>
      service.writeOffs.write(call({ paymentId: payment.id }, { kind: "surplus", amount }))
    const { write_off: first } = await keep("0.40")
    expect(await codeOf(keep("0.11"))).toBe("write_off_above_limit")
    expect(await codeOf(keep("0.10"))).toBe("done")
    await service.writeOffs.undo({ id: first?.id ?? "", reason: "asked for it", context: ann })
    expect(await codeOf(keep("0.41"))).toBe("write_off_above_limit")
    expect(await codeOf(keep("0.40"))).toBe("done")
    await expectSound("cus_kept")
  })

  it("of what is written off by itself", async () => {
    const automatic = ledger.serviceWith({ writeOff: { ...writeOff, automatic: true } })
    const order = await orderPaid("cus_by_itself", 9970n, automatic)
    expect(await automatic.orders.retrieve(order.id)).toMatchObject({ state: "full" })
    order.edit(day(4), 0, 6030n)
    order.capture(day(5), 9n, 0)
    await read(order, automatic)
    expect(await automatic.orders.retrieve(order.id)).toMatchObject({ totals: { open: "0.21" } })
    order.capture(day(6), 1n, 0)
    await read(order, automatic)
    expect(await automatic.orders.retrieve(order.id)).toMatchObject({ state: "full" })
    await expectSound("cus_by_itself")
  })

  it("keeps a credit that is left on a line, and gives it back when that is undone", async () => {
    const order = await orderPaid("cus_line_credit", 10000n)
    order.edit(day(3), 0, 5998n)
    await read(order)
    const before = await service.orders.retrieve(order.id)
    expect(before).toMatchObject({ totals: { unallocated: "0.02" } })
    const { write_off: kept } = await service.writeOffs.write(
      call({ orderId: order.id }, { kind: "surplus" }),
    )
    expect(kept).toMatchObject({ amount: "0.02", items: [{ side: "debit", open: "0.00" }] })
    expect(await service.orders.retrieve(order.id)).toMatchObject({
      state: "full",
      totals: { owed: "99.98", allocated: "99.98", open: "0.00", unallocated: "0.00" },
    })
    expect((await read(order)).changed).toBe(false)
    await expectSound("cus_line_credit")
    await service.writeOffs.undo({ id: kept?.id ?? "", reason: "asked for it", context: ann })
    const after = await service.orders.retrieve(order.id)
    // The ledger keeps both postings; the order shows neither.
    const { items, allocations } = before ?? {}
    expect({ ...after, version: before?.version, items, allocations }).toEqual(before)
    await expectSound("cus_line_credit")
  })
})
