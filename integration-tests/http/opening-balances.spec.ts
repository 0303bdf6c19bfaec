import type {
  ListedTransactionView,
  OpeningBalanceView,
  PaidOpeningBalanceView,
  PostedOpeningBalancesView,
  UndoneOpeningBalanceView,
} from "../../src/types/http"
import { violationsIn } from "../setup/audit"
import { describeHost } from "../setup/host"
import { TestStore } from "../setup/store"

const SHOP = { currency: "usd", prices: [75, 75, 20] }

describeHost((host) => {
  it("F61: a batch that is sent again is answered, although its address names two customers by now", async () => {
    const store = await TestStore.open(host, SHOP)
    const email = "twice@opening.example"
    const { customer } = await store.act<{ customer: { id: string } }>("customers", { email })
    const rows = [{ customer: email, balance: "owes", amount: "12.00" }]
    const send = async () =>
      host.request<PostedOpeningBalancesView>("post", "/admin/reconciliation/opening-balances", {
        body: { currency_code: "usd", go_live_on: "2026-01-01", rows },
        headers: { ...store.admin, "idempotency-key": "opening sent again" },
      })
    const first = await send()
    expect(first).toMatchObject({ status: 201, body: { posted: 1 } })
    await host.sql("update customer set has_account = true where id = ?", [customer.id])
    await store.act("customers", { email })
    const { status, body } = await send()
    expect({ status, body }).toEqual({ status: first.status, body: first.body })
  })

  it("F61: what customers owed or had is posted, listed, paid, mirrored and taken back over HTTP", async () => {
    const store = await TestStore.open(host, SHOP)
    const customer = async (email: string): Promise<string> =>
      (await store.act<{ customer: { id: string } }>("customers", { email })).customer.id
    const post = async <Body>(route: string, body: unknown) =>
      host.request<Body & { code: string }>("post", `/admin/reconciliation/${route}`, {
        body,
        headers: store.admin,
      })
    const orderId = await store.checkOut([2], "ada@opening.example")
    const { customer: buyer, account_id: accountId } = await store.eventually(orderId, { state: "none" })
    const ada = buyer?.id ?? ""
    const guest = await customer("bea@opening.example")
    // The same address once more, as of a customer who has logged in.
    const member = await host.sql("update customer set has_account = true where id = ? returning id", [guest])
    const bea = await customer("bea@opening.example")
    expect([member.length, bea === guest]).toEqual([1, false])
    const rows = [
      { customer: " Ada@opening.example", balance: "owes", amount: "84.00", document_number: "2025-118" },
      { customer: ada, balance: "has_money", amount: "30", memo: "Paid twice" },
    ]
    const asked = { currency_code: "USD", go_live_on: "2026-01-01", rows }

    const faulty = {
      ...asked,
      rows: [...rows, { customer: "bea@opening.example", balance: "owes", amount: "x" }],
    }
    const preview = await post<PostedOpeningBalancesView>("opening-balances/preview", faulty)
    expect(preview).toMatchObject({ status: 200, body: { posted: 2, refused: 1 } })
    expect(preview.body.rows[0]?.opening_balance).toMatchObject({
      id: "new:1",
      occurred_on: "2025-12-31",
      owner: { type: "customer", id: ada, account_id: accountId },
    })
    const { error } = preview.body.rows[2] ?? {}
    expect(error?.code).toBe("customer_ambiguous")
    expect(error?.ids["customer_ids"]?.split(", ").toSorted()).toEqual([guest, bea].toSorted())
    expect(await post("opening-balances", faulty)).toMatchObject({
      status: 400,
      body: { code: "batch_refused" },
    })
    const foreign = {
      ...asked,
      rows: [{ customer: ada, balance: "owes", amount: "1", currency_code: "jpy" }],
    }
    const foreignRows = await post<PostedOpeningBalancesView>("opening-balances/preview", foreign)
    expect(foreignRows.body.rows[0]?.error?.code).toBe("currency_not_of_store")

    const posted = await post<PostedOpeningBalancesView>("opening-balances", asked)
    expect(posted.status).toBe(201)
    const [owed, had] = posted.body.rows.flatMap(({ opening_balance: view }) => view ?? [])
    if (!owed || !had) throw new Error("nothing was posted")
    expect([owed.balance, owed.amount, had.balance, had.memo]).toEqual([
      "owes",
      "84.00",
      "has_money",
      "Paid twice",
    ])
    const again = await post<PostedOpeningBalancesView>("opening-balances/preview", asked)
    expect(again.body.rows.map((row) => row.error?.code)).toEqual([
      "opening_looks_posted",
      "opening_looks_posted",
    ])

    const list = await store.get<{ opening_balances: OpeningBalanceView[]; sums: object[] }>(
      `reconciliation/opening-balances?account_id=${owed.account_id}&balance=owes`,
    )
    expect(list.opening_balances).toMatchObject([{ id: owed.id, document_number: "2025-118", state: "none" }])
    expect(list.sums).toMatchObject([
      { owes: "84.00", owes_count: 1, has_money: "30.00", has_money_count: 1 },
    ])
    const found = await store.get<{ transactions: ListedTransactionView[] }>(
      "reconciliation/transactions?show=unreconciled&q=2025-118&sort=oldest",
    )
    expect(found.transactions).toMatchObject([
      { kind: "opening_balance", open: "84.00", why: { code: "nothing_paid", unapplied: "30.00" } },
    ])

    const paid = await post<{ paid: PaidOpeningBalanceView }>(`opening-balances/${owed.id}/pay`, {
      amount: "10.00",
    })
    expect(paid.body.paid.opening_balance).toMatchObject({ open: "74.00", state: "partial" })
    expect(await post(`opening-balances/${owed.id}/undo`, {})).toMatchObject({
      status: 409,
      body: { code: "opening_used" },
    })
    const undone = await post<{ undone: UndoneOpeningBalanceView }>(`opening-balances/${owed.id}/undo`, {
      cascade: true,
      reason: "Paid before the move",
    })
    expect(undone.body.undone).toMatchObject({
      opening_balance: { state: "undone", open: "0.00" },
      released: [{ amount: "10.00" }],
      // The order of 20.00 is owed besides.
      accounts: [{ open_before: "94.00", open_after: "20.00", unallocated_after: "30.00" }],
    })
    expect(await post("opening-balances/999999/undo", {})).toMatchObject({
      status: 404,
      body: { code: "opening_not_found" },
    })

    // What she had pays an order, and the store counts it as a payment of that.
    await store.act(`reconciliation/accounts/${accountId}/reconcile`, { strategy: "oldest_first" })
    const order = await store.eventually(orderId, { state: "full" })
    expect(order.columns).toMatchObject([
      { kind: "opening_balance", on_this_order: "20.00", receipt_number: null },
    ])
    const mirrored = async (): Promise<unknown[]> =>
      host.sql("select amount::text, state from reconciliation_mirror where credit_item_id = ?", [had.id])
    for (let tries = 0; tries < 50 && !JSON.stringify(await mirrored()).includes("recorded"); tries += 1)
      // oxlint-disable-next-line no-await-in-loop -- until the worker of the mirror has come
      await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await mirrored()).toEqual([{ amount: "2000", state: "recorded" }])
    expect(await violationsIn(host, accountId)).toEqual([])
  })
})
