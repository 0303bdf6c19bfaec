import type {
  AccountView,
  MatchingCodeView,
  OpenItemView,
  AllocationPlanView,
  ReceiptView,
} from "../../src/types/http"
import { describeHost } from "../setup/host"
import { TestStore } from "../setup/store"

interface Recorded {
  payment: OpenItemView
  allocation_plan: AllocationPlanView | null
}

describeHost((host) => {
  it("keeps a deposit on the account until somebody applies it, then pays the oldest order first", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 75, 20] })
    const first = await store.checkOut([0, 1])
    const second = await store.checkOut([2])
    const { customer, account_id: accountId } = await store.eventually(first, { version: 1 })
    await store.eventually(second, { version: 1 })

    const deposit = {
      customer_id: customer?.id,
      currency_code: "USD",
      amount: "160.00",
      method: "cheque",
      reference: "1042",
    }
    const key = { "idempotency-key": "cheque 1042" }
    const recorded = await store.act<Recorded>("reconciliation/payments", deposit, key)
    const { payment, allocation_plan: plan } = recorded
    expect({ plan, open: payment.open, state: payment.state }).toEqual({
      plan: null,
      open: "160.00",
      state: "none",
    })
    const again = await store.act<Recorded>("reconciliation/payments", deposit, key)
    expect(again).toEqual(recorded)
    expect(payment.receipt_number).toMatch(/^R-\d{4}-\d{4}$/)
    const { receipt } = await store.get<{ receipt: ReceiptView }>(
      `reconciliation/receipts/${payment.receipt_number}`,
    )
    expect(receipt).toMatchObject({
      amount: "160.00",
      unapplied: "160.00",
      customer: { id: customer?.id },
      settles: [],
    })
    // The captures of the checkouts have theirs too: nobody asked for them.
    const captured = (await store.order(first)).columns.map(({ receipt_number: number }) => number)
    for (const number of captured) expect(number).toMatch(/^R-\d{4}-\d{4}$/)

    const proposed = await store.act<{ allocation_plan: AllocationPlanView }>(
      `reconciliation/accounts/${accountId}/preview`,
      {
        strategy: "oldest_first",
      },
    )
    expect((await store.order(first)).state).toBe("none")
    const applied = await store.act<{ account: AccountView; allocation_plan: AllocationPlanView }>(
      `reconciliation/accounts/${accountId}/reconcile`,
      { strategy: "oldest_first" },
    )
    expect(applied.allocation_plan.allocate).toEqual(proposed.allocation_plan.allocate)
    expect(applied.allocation_plan.allocate.map(({ order_id, amount }) => [order_id, amount])).toEqual([
      [first, "75.00"],
      [first, "75.00"],
      [second, "10.00"],
    ])
    expect(applied.account.totals).toMatchObject({
      owed: "170.00",
      paid: "160.00",
      open: "10.00",
      unallocated: "0.00",
    })
    expect(applied.account.orders.map(({ state, code }) => [state, code?.code])).toEqual([
      ["full", "A"],
      ["partial", "c"],
    ])
    const shown = await store.order(second)
    expect(shown.columns).toMatchObject([
      {
        kind: "deposit",
        method: "cheque",
        reference: "1042",
        amount: "160.00",
        on_this_order: "10.00",
        elsewhere: { amount: "150.00", orders: 1 },
        codes: [
          { code: "A", amount: "150.00" },
          { code: "B", amount: "160.00" },
          { code: "c", amount: "10.00" },
        ],
      },
    ])
  })

  it("tells what shares a matching code, and whose account it is", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 20] })
    const orderId = await store.checkOut([0, 1])
    await store.capture(orderId, 80)
    const { account_id: account, customer } = await store.eventually(orderId, { state: "partial" })
    const codes = `reconciliation/accounts/${account}/codes`
    const { code } = await store.get<{ code: MatchingCodeView }>(`${codes}/1`)
    expect(code).toMatchObject({
      code: "a",
      account: { id: account, customer },
      order: { id: orderId },
      from: [{ source: "money", amount: "80.00", here: "80.00" }],
      totals: { pays: "80.00", settles: "80.00", difference: "0.00", still_open: "15.00" },
    })
    expect(code.links.map(({ amount }) => amount)).toEqual(["75.00", "5.00"])
    for (const rank of ["2", "0", "a", "1.5", "99999999999"]) {
      const { status, body } = await host.request<{ code: string }>("get", `/admin/${codes}/${rank}`, {
        headers: store.admin,
      })
      expect({ rank, status, code: body.code }).toEqual({ rank, status: 404, code: "code_not_found" })
    }
  })

  it("pages through open items by keyset and filters them", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 75, 20] })
    const orders = [await store.checkOut([0, 1, 2]), await store.checkOut([2], "grace@example.com")]
    for (const order of orders) await store.eventually(order, { version: 1 })
    type Page = { open_items: OpenItemView[]; next_cursor: string | null }
    const seen: OpenItemView[] = []
    for (let cursor: string | null = ""; cursor !== null;) {
      const page: Page = await store.get(`reconciliation/open-items?limit=1${cursor && `&cursor=${cursor}`}`)
      expect(page.open_items.length).toBeLessThanOrEqual(1)
      seen.push(...page.open_items)
      cursor = page.next_cursor
    }
    expect(seen.map(({ open }) => open)).toEqual(["75.00", "75.00", "20.00", "20.00"])
    const { open_items } = await store.get<Page>(`reconciliation/open-items?order_id=${orders[1]}`)
    expect(open_items.map(({ order_id, side, kind }) => [order_id, side, kind])).toEqual([
      [orders[1], "debit", "charge"],
    ])
  })

  it("shows what reconciling would do before it is done, and does the same", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 75, 20] })
    const orderId = await store.checkOut([0, 1, 2])
    await store.eventually(orderId, { version: 1 })
    const preview = await store.act<{ allocation_plan: AllocationPlanView }>(
      `reconciliation/orders/${orderId}/preview`,
    )
    expect(preview.allocation_plan).toMatchObject({ base_version: 1, strategy: "line_order", allocate: [] })
    const { changed } = await store.act<{ changed: boolean }>(`reconciliation/orders/${orderId}/reconcile`, {
      version: 1,
    })
    expect(changed).toBe(false)
  })
})
