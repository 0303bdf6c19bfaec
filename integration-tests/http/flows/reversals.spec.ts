import type { OpenItemView, ReversalView, WriteOffRequestView, WriteOffView } from "../../../src/types/http"
import { writeOffSettings } from "../../../src/modules/reconciliation/settings/write-off-options"
import { reverseMoneyWorkflow } from "../../../src/workflows"
import { ledgerOf } from "../../../src/workflows/ledger-of"
import { describeHost } from "../../setup/host"
import { TestStore } from "../../setup/store"

interface Reversed {
  reversal: ReversalView
}

interface WrittenOff {
  write_off: WriteOffView | null
  request: WriteOffRequestView | null
  host_credit_lines: { amount: string; reference_id: string; status: string; message: string | null }[]
}

interface HostShown {
  order: {
    total: number
    credit_lines: { reference: string | null; reference_id: string | null; amount: number }[]
    payment_collections: { payments: { captures: { id: string }[] }[] }[]
  }
}

describeHost((host) => {
  const shownByHost = async (store: TestStore, orderId: string): Promise<HostShown["order"]> => {
    const fields = "id,total,currency_code,*credit_lines,*payment_collections.payments.captures"
    return (await store.get<HostShown>(`orders/${orderId}?fields=${fields}`)).order
  }

  const captureOf = async (store: TestStore, orderId: string): Promise<string> => {
    const { payment_collections: collections } = await shownByHost(store, orderId)
    return collections.flatMap(({ payments }) => payments).flatMap(({ captures }) => captures)[0]?.id ?? ""
  }

  it("F66: a chargeback reopens the lines, and the host's refund for it is the same money", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 75, 20] })
    const order = await store.checkOut([0, 1, 2])
    await store.capture(order)
    await store.eventually(order, { state: "full" })
    const capture = await captureOf(store, order)

    const route = `/admin/reconciliation/payments/${capture}/reversals`
    const body = { kind: "chargeback", reason: "fraudulent", reference: "dp_1" }
    const headers = { ...store.admin, "idempotency-key": "dp_1" }
    const first = await host.request<Reversed>("post", route, { body, headers })
    expect(first.status).toBe(201)
    expect(first.body.reversal).toMatchObject({ amount: "170.00", kind: "chargeback", reference: "dp_1" })
    const again = await host.request<Reversed>("post", route, { body, headers })
    expect({ status: again.status, body: again.body }).toEqual({ status: 201, body: first.body })
    const more = await host.request("post", route, { body, headers: store.admin })
    expect(more).toMatchObject({ status: 409, body: { code: "nothing_to_reverse" } })
    const unknown = await host.request("post", route.replace(capture, "capt_none"), {
      body,
      headers: store.admin,
    })
    expect(unknown).toMatchObject({ status: 404, body: { code: "payment_not_found" } })

    expect(await store.order(order)).toMatchObject({
      state: "none",
      code: { code: "a" },
      rows: [{ open: "75.00" }, { open: "75.00" }, { open: "20.00" }],
      totals: { owed: "170.00", allocated: "0.00", open: "170.00", unallocated: "0.00" },
    })
    await store.refund(order, 170)
    await store.eventually(order, {
      state: "full",
      code: { code: "A" },
      totals: { owed: "0.00", open: "0.00", unallocated: "0.00" },
    })
  })

  it("F66: a bounced cheque is owed again on every order, and the next cheque pays them; a webhook's workflow does the same", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 20] })
    const first = await store.checkOut([0])
    const second = await store.checkOut([1])
    const { customer, account_id: account } = await store.eventually(first, { version: 1 })
    await store.eventually(second, { version: 1 })
    const pay = async (reference: string): Promise<OpenItemView> => {
      const cheque = {
        customer_id: customer?.id,
        currency_code: "usd",
        amount: "95.00",
        method: "cheque",
        reference,
      }
      const { payment } = await store.act<{ payment: OpenItemView }>("reconciliation/payments", cheque)
      await store.act(`reconciliation/accounts/${account}/reconcile`, { strategy: "oldest_first" })
      return payment
    }
    const cheque = await pay("1042")
    expect([(await store.order(first)).state, (await store.order(second)).state]).toEqual(["full", "full"])
    const { reversal } = await store.act<Reversed>(`reconciliation/payments/${cheque.id}/reversals`, {
      kind: "bounced_cheque",
      reason: "no funds",
    })
    expect(reversal.items.map(({ order_id, open }) => [order_id, open])).toEqual([
      [second, "20.00"],
      [first, "75.00"],
    ])
    expect([(await store.order(first)).state, (await store.order(second)).state]).toEqual(["none", "none"])
    const next = await pay("1043")
    expect([(await store.order(first)).code?.code, (await store.order(second)).code?.code]).toEqual([
      "A",
      "C",
    ])

    const { result } = await reverseMoneyWorkflow(host.container()).run({
      input: { payment_id: next.id, kind: "direct_debit_return", amount: "20.00", reason: "webhook" },
    })
    expect(result.reversal.items).toMatchObject([{ order_id: second, amount: "20.00" }])
    expect([(await store.order(first)).state, (await store.order(second)).state]).toEqual(["full", "none"])
  })

  it("F24: a short payment is written off here and in the host, counted once, and undone in both", async () => {
    const limits = { usd: { amount: "0.50", percent: 1 } }
    const wanted = writeOffSettings({ hostCreditLine: true, limits, accounts: { loss: "6714" } })
    Object.assign(ledgerOf(host.container()).settings.writeOff, wanted)
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 75, 20] })
    const order = await store.checkOut([0, 1, 2])
    await store.capture(order, 169)
    await store.eventually(order, { state: "partial" })
    const route = `reconciliation/orders/${order}/write-offs`
    const refused = await host.request("post", `/admin/${route}`, {
      body: { kind: "short_payment", reason: "small" },
      headers: store.admin,
    })
    expect(refused).toMatchObject({ status: 403, body: { code: "write_off_above_limit" } })
    await store.capture(order, 0.98)
    await store.eventually(order, { totals: { open: "0.02" } })

    const done = await store.act<WrittenOff>(route, { kind: "short_payment", reason: "small" })
    const key = `woff:${done.write_off?.id}`
    expect(done).toMatchObject({
      write_off: { amount: "0.02", gl_account: "6714", undone: false },
      request: null,
      host_credit_lines: [{ amount: "0.02", reference_id: key, status: "written", message: null }],
    })
    const told = await shownByHost(store, order)
    expect(told.total).toBe(169.98)
    expect(told.credit_lines).toMatchObject([
      { reference: "reconciliation-write-off", reference_id: key, amount: 0.02 },
    ])
    await host.settled()
    const again = await store.act<{ changed: boolean }>(`reconciliation/orders/${order}/reconcile`)
    expect(again.changed).toBe(false)
    const closed = { state: "full", totals: { owed: "170.00", open: "0.00", unallocated: "0.00" } }
    expect(await store.order(order)).toMatchObject(closed)

    const undone = await store.act<WrittenOff>(`reconciliation/write-offs/${done.write_off?.id}/undo`, {
      reason: "paid after all",
    })
    expect(undone).toMatchObject({
      write_off: { undone: true },
      host_credit_lines: [{ amount: "-0.02", reference_id: key, status: "written", message: null }],
    })
    expect((await shownByHost(store, order)).total).toBe(170)
    await host.settled()
    expect((await store.act<{ changed: boolean }>(`reconciliation/orders/${order}/reconcile`)).changed).toBe(
      false,
    )
    expect(await store.order(order)).toMatchObject({ state: "partial", totals: { open: "0.02" } })
    await store.capture(order, 0.02)
    await store.eventually(order, { state: "full" })
  })

  it("F24: what is written off by itself reaches the host too when it was a deposit that left the rest", async () => {
    const { settings } = ledgerOf(host.container())
    const limits = { usd: { amount: "0.50", percent: 1 } }
    Object.assign(settings.writeOff, writeOffSettings({ automatic: true, hostCreditLine: true, limits }))
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 20] })
    const first = await store.checkOut([0])
    const second = await store.checkOut([1])
    const { customer, account_id: account } = await store.eventually(first, { version: 1 })
    await store.eventually(second, { version: 1 })
    const pay = (amount: string): Promise<{ payment: OpenItemView }> =>
      store.act("reconciliation/payments", {
        customer_id: customer?.id,
        currency_code: "usd",
        amount,
        method: "transfer",
      })
    const { unappliedMoney } = settings
    try {
      Object.assign(settings, { unappliedMoney: "oldest_first" })
      await pay("74.98")
    } finally {
      Object.assign(settings, { unappliedMoney })
    }
    expect(await store.order(first)).toMatchObject({ state: "full" })
    expect((await shownByHost(store, first)).total).toBe(74.98)

    await pay("19.98")
    await store.act(`reconciliation/accounts/${account}/reconcile`, { strategy: "oldest_first" })
    expect(await store.order(second)).toMatchObject({ state: "full" })
    expect((await shownByHost(store, second)).total).toBe(19.98)
  })
})
