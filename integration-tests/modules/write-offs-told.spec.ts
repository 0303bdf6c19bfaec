import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { openLedger, type Ledger } from "../setup/ledger"
import { ModelOrder } from "../setup/model-shop"

const context = { actor: { type: "user" as const, id: "user_ann" }, cause: "told" }
const day = (number: number): string => `2026-01-${String(number).padStart(2, "0")}T09:00:00.000Z`

const writeOff = { limits: { eur: { amount: "0.50", percent: 1 } }, automatic: true }

describe("F24: whoever changes the ledger is told which orders were written off by the way", () => {
  let ledger: Ledger
  /** Leaves money on account to people … */
  let waiting: ReconciliationModuleService
  /** … or applies it at once. */
  let applying: ReconciliationModuleService
  beforeAll(async () => {
    ledger = await openLedger("write_offs_told")
    waiting = ledger.serviceWith({ writeOff })
    applying = ledger.serviceWith({ writeOff, unappliedMoney: "oldest_first" })
  })
  afterAll(async () => {
    await ledger.close()
  })

  const orderOf = (customerId: string, number: number, price: bigint): ModelOrder =>
    new ModelOrder(`order_${customerId}_${number}`, 2, {
      customerId,
      currency: "eur",
      lines: [price],
      giftCard: 0n,
      at: day(number),
    })

  const read = async (service: ReconciliationModuleService, order: ModelOrder) => {
    const { now, hostVersions } = await service.orders.readMarks([order.id])
    return service.orders.reconcile(order.read(hostVersions.get(order.id) ?? 0, now), { context })
  }

  const deposit = (service: ReconciliationModuleService, customerId: string, amount: string) =>
    service.payments.record({
      customerId,
      currencyCode: "eur",
      digits: 2,
      amount,
      method: "transfer",
      reference: "r",
      occurredAt: "2026-01-10",
      idempotencyKey: `${customerId} ${amount}`,
      confirmed: true,
      context,
    })

  it("by its own payment", async () => {
    const order = orderOf("cus_own", 1, 10000n)
    order.capture(day(2), 9998n, 0)
    expect(await read(waiting, order)).toMatchObject({ changed: true, writtenOff: [order.id] })
    expect(await read(waiting, order)).toMatchObject({ changed: false, writtenOff: [] })
  })

  it("by money on account, once", async () => {
    const order = orderOf("cus_deposit", 1, 10000n)
    await read(applying, order)
    expect((await deposit(applying, "cus_deposit", "99.98")).writtenOff).toEqual([order.id])
    // The answer to a key stays the same, and to tell the host once more tells it nothing new.
    expect((await deposit(applying, "cus_deposit", "99.98")).writtenOff).toEqual([order.id])
  })

  it("by a run over the account", async () => {
    const order = orderOf("cus_run", 1, 10000n)
    await read(waiting, order)
    const { payment, writtenOff } = await deposit(waiting, "cus_run", "99.98")
    expect(writtenOff).toEqual([])
    const run = () => waiting.accounts.reconcile(payment.account_id, "oldest_first", { context })
    expect((await run()).writtenOff).toEqual([order.id])
    expect((await run()).writtenOff).toEqual([])
  })

  it("by the reading of another order of the account", async () => {
    const first = orderOf("cus_other", 1, 10000n)
    await read(waiting, first)
    await deposit(waiting, "cus_other", "99.98")
    const second = orderOf("cus_other", 2, 5000n)
    expect((await read(applying, second)).writtenOff).toEqual([first.id])
  })

  it("by money that stands in for money taken back", async () => {
    const order = orderOf("cus_back", 1, 10000n)
    order.capture(day(2), 10000n, 0)
    await read(waiting, order)
    await deposit(waiting, "cus_back", "99.98")
    const { reversal, writtenOff } = await applying.payments.reverse({
      paymentId: `${order.id}_cap0001`,
      kind: "chargeback",
      amount: null,
      reference: null,
      reason: "fraudulent",
      occurredAt: null,
      idempotencyKey: "cus_back",
      context,
    })
    expect({ amount: reversal.amount, writtenOff }).toEqual({ amount: "100.00", writtenOff: [order.id] })
  })
})
