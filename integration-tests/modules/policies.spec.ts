import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { violationsIn } from "../setup/audit"
import { openLedger, type Ledger } from "../setup/ledger"
import { ModelOrder } from "../setup/model-shop"

const context = { actor: { type: "system", id: null }, cause: "policies" } as const
const day = (number: number): string => `2026-01-${String(number).padStart(2, "0")}T09:00:00.000Z`

describe("What a store sets", () => {
  let ledger: Ledger
  beforeAll(async () => {
    ledger = await openLedger("policies")
  })
  afterAll(async () => {
    await ledger.close()
  })

  const orderOf = (customerId: string, index: number, lines: bigint[] = [10000n]): ModelOrder =>
    new ModelOrder(`order_${customerId}_${index}`, 2, {
      customerId,
      currency: "eur",
      lines,
      giftCard: 0n,
      at: day(index),
    })

  const reconcile = async (service: ReconciliationModuleService, order: ModelOrder): Promise<void> => {
    const { now, hostVersions } = await service.orders.readMarks([order.id])
    await service.orders.reconcile(order.read(hostVersions.get(order.id) ?? 0, now), { context })
  }

  const deposit = (customerId: string, amount: string, more: object = {}) => ({
    customerId,
    currencyCode: "eur",
    digits: 2,
    amount,
    method: "cheque",
    reference: "1042",
    occurredAt: "2026-01-20",
    idempotencyKey: `${customerId} ${amount}`,
    confirmed: true,
    context,
    ...more,
  })

  it("leaves money on account alone when only checkouts are reconciled", async () => {
    const service = ledger.serviceWith({})
    await reconcile(service, orderOf("cus_alone", 1))
    const { payment, allocationPlan } = await service.payments.record(deposit("cus_alone", "100.00"))
    expect({ allocationPlan, open: payment.open }).toEqual({ allocationPlan: null, open: "100.00" })
    expect(await service.orders.retrieve("order_cus_alone_1")).toMatchObject({ state: "none", code: null })
  })

  it("applies a deposit to the oldest order at once, and answers with what is left of it", async () => {
    const service = ledger.serviceWith({ unappliedMoney: "oldest_first" })
    await reconcile(service, orderOf("cus_oldest", 1))
    await reconcile(service, orderOf("cus_oldest", 2))
    const { payment } = await service.payments.record(deposit("cus_oldest", "130.00"))
    expect(payment).toMatchObject({ allocated: "130.00", open: "0.00", state: "full" })
    expect(await service.orders.retrieve("order_cus_oldest_1")).toMatchObject({ state: "full" })
    expect(await service.orders.retrieve("order_cus_oldest_2")).toMatchObject({ state: "partial" })
  })

  it("shows the 90 that are left of a deposit of 100 once, on the account and on the order", async () => {
    const service = ledger.serviceWith({ unappliedMoney: "oldest_first" })
    const order = orderOf("cus_ninety", 1, [1000n])
    await reconcile(service, order)
    await service.payments.record(deposit("cus_ninety", "100.00"))
    await reconcile(service, order)
    const [account] = await service.accounts.listOf("cus_ninety")
    await service.accounts.reconcile(account?.id ?? "", "oldest_first", { context })
    expect((await service.accounts.retrieve(account?.id ?? "")).totals).toMatchObject({
      paid: "100.00",
      open: "0.00",
      unallocated: "90.00",
    })
    expect((await service.orders.retrieve(order.id))?.columns).toMatchObject([
      { amount: "100.00", on_this_order: "10.00", unallocated: "90.00" },
    ])
  })

  it("applies a waiting deposit to an order that comes after it", async () => {
    const service = ledger.serviceWith({ unappliedMoney: "oldest_first" })
    await reconcile(service, orderOf("cus_later", 1))
    await service.payments.record(deposit("cus_later", "150.00"))
    await reconcile(service, orderOf("cus_later", 2))
    expect(await service.orders.retrieve("order_cus_later_2")).toMatchObject({
      state: "partial",
      totals: { allocated: "50.00" },
    })
  })

  it("keeps an order's own surplus on that order, whatever the policy for deposits", async () => {
    const service = ledger.serviceWith({ unappliedMoney: "oldest_first" })
    await reconcile(service, orderOf("cus_surplus", 1))
    const overpaid = orderOf("cus_surplus", 2)
    overpaid.capture(day(3), 15000n, 0)
    await reconcile(service, overpaid)
    expect(await service.orders.retrieve("order_cus_surplus_1")).toMatchObject({ state: "none" })
    expect(await service.orders.retrieve("order_cus_surplus_2")).toMatchObject({
      state: "full",
      totals: { unallocated: "50.00" },
    })
  })

  it.each(["offered", "applied"] as const)(
    "credit that a cancelled order has left is %s to others",
    async (mode) => {
      const service = ledger.serviceWith({ unappliedMoney: "oldest_first", creditOfOrders: mode })
      const customer = `cus_${mode}`
      const first = orderOf(customer, 1)
      await reconcile(service, first)
      await service.payments.record(deposit(customer, "100.00"))
      first.cancel(day(3))
      await reconcile(service, first)
      const second = orderOf(customer, 4, [6000n])
      await reconcile(service, second)
      const [account] = await service.accounts.listOf(customer)
      const id = account?.id ?? ""
      if (mode === "offered") {
        expect(await service.orders.retrieve(second.id)).toMatchObject({ state: "none", code: null })
        expect((await service.accounts.preview(id, "oldest_first")).allocate).toMatchObject([
          { amount: "60.00" },
        ])
        await service.accounts.reconcile(id, "oldest_first", { context })
      }
      expect(await service.orders.retrieve(second.id)).toMatchObject({
        state: "full",
        code: { code: "C", closed: true },
        columns: [{ kind: "credit", on_this_order: "60.00", unallocated: "40.00" }],
      })
      expect((await service.accounts.retrieve(id)).totals).toMatchObject({
        open: "0.00",
        unallocated: "40.00",
      })
      expect(await violationsIn(ledger, id)).toEqual([])
    },
  )

  it("counts a day that is stated without a time as that day, west of Greenwich too", async () => {
    const service = ledger.serviceWith({ timeZone: "America/New_York" })
    const { payment } = await service.payments.record(
      deposit("cus_west", "1.00", { occurredAt: "2026-03-01", currencyCode: "usd" }),
    )
    expect(payment.occurred_on).toBe("2026-03-01")
    const { payment: late } = await service.payments.record(
      deposit("cus_west", "2.00", { occurredAt: "2026-03-01T03:00:00Z", currencyCode: "usd" }),
    )
    expect(late.occurred_on).toBe("2026-02-28")
  })

  it("refuses one key for two payments, also when they come at the same moment", async () => {
    const service = ledger.serviceWith({})
    const attempts = ["cus_key_1", "cus_key_2", "cus_key_3"].map((customerId) =>
      service.payments.record(deposit(customerId, "5.00", { idempotencyKey: "one key" })).then(
        () => "recorded",
        (error: { code: string }) => error.code,
      ),
    )
    const outcomes = await Promise.all(attempts)
    expect(outcomes.toSorted()).toEqual(["idempotency_key_reused", "idempotency_key_reused", "recorded"])
  })

  it("gives codes from one sequence for the whole store, and back again, without ever meeting", async () => {
    const paid = async (service: ReconciliationModuleService, customerId: string, index: number) => {
      const order = orderOf(customerId, index)
      order.capture(day(index + 1), 10000n, 0)
      await reconcile(service, order)
      return (await service.orders.retrieve(order.id))?.code?.code
    }
    const perAccount = ledger.serviceWith({})
    const perStore = ledger.serviceWith({ matchingCodes: { scope: "store" } })
    expect(await paid(perAccount, "cus_scope_1", 1)).toBe("A")
    expect(await paid(perAccount, "cus_scope_1", 2)).toBe("B")
    expect(await paid(perStore, "cus_scope_2", 1)).toBe("A")
    expect(await paid(perStore, "cus_scope_1", 3)).toBe("C")
    expect(await paid(perStore, "cus_scope_2", 2)).toBe("D")
    expect(await paid(perAccount, "cus_scope_2", 3)).toBe("E")
    expect(await paid(perAccount, "cus_scope_1", 4)).toBe("D")
  })

  it("gives no codes when they are off, and begins where it is told", async () => {
    const order = orderOf("cus_off", 1)
    order.capture(day(2), 10000n, 0)
    await reconcile(ledger.serviceWith({ matchingCodes: { enabled: false } }), order)
    expect(await ledger.service.orders.retrieve(order.id)).toMatchObject({ state: "full", code: null })
    const late = orderOf("cus_late_codes", 1)
    late.capture(day(2), 10000n, 0)
    await reconcile(ledger.serviceWith({ matchingCodes: { firstRank: 27 } }), late)
    expect(await ledger.service.orders.retrieve(late.id)).toMatchObject({ code: { rank: 27, code: "AA" } })
  })

  it("posts nothing when the host changes the digits of a currency", async () => {
    await ledger.service.payments.record(deposit("cus_digits", "1.00"))
    const changed = ledger.service.payments.record(deposit("cus_digits", "1.000", { digits: 3 }))
    await expect(changed).rejects.toMatchObject({ code: "currency_digits_changed" })
  })

  it("names who changed the account when a version is stale", async () => {
    await reconcile(ledger.service, orderOf("cus_stale", 1))
    await ledger.service.payments.record(deposit("cus_stale", "40.00"))
    const [account] = await ledger.service.accounts.listOf("cus_stale")
    await ledger.service.accounts.reconcile(account?.id ?? "", "oldest_first", {
      context: { actor: { type: "user", id: "user_eve" }, cause: "a run" },
    })
    const order = orderOf("cus_stale", 1)
    const { now, hostVersions } = await ledger.service.orders.readMarks([order.id])
    const stale = ledger.service.orders.reconcile(order.read(hostVersions.get(order.id) ?? 0, now), {
      context,
      expectedVersion: 1,
    })
    await expect(stale).rejects.toThrow(/at version 2, not 1: it was changed by user_eve \(a run\)/)
    const again = ledger.service.accounts.reconcile(account?.id ?? "", "oldest_first", {
      context,
      expectedVersion: 1,
    })
    await expect(again).rejects.toThrow(/at version 3, not 1: it was changed by user_eve \(a run\)/)
  })
})
