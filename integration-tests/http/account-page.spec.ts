import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type {
  AccountTransactionView,
  AccountView,
  ListedAccountView,
  ListedTransactionView,
  ListedWriteOffRequestView,
  NoteView,
  OpenItemView,
  OverviewView,
  UnreconciledTotalsView,
} from "../../src/types/http"
import { markRiskyOrderWorkflow } from "../../examples/workflows/mark-risky-order"
import { writeOffSettings } from "../../src/modules/reconciliation/settings/write-off-options"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { describeHost } from "../setup/host"
import { TestStore } from "../setup/store"

interface Transactions {
  transactions: AccountTransactionView[]
  next_cursor: string | null
  limit: number
}
interface Accounts {
  accounts: ListedAccountView[]
  next_cursor: string | null
}

describeHost((host) => {
  it("F32: shows whose account it is, what lies idle, and each transaction with the balance after it", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 75, 20] })
    const order = await store.checkOut([0, 1], "grace@example.com")
    await store.capture(order, 100)
    const { customer, account_id: id } = await store.eventually(order, { state: "partial" })
    await store.act<{ payment: OpenItemView }>("reconciliation/payments", {
      customer_id: customer?.id,
      currency_code: "usd",
      amount: "50.00",
      method: "transfer",
      reference: "ALDER CREEK PTA",
    })
    const { account } = await store.get<{ account: AccountView }>(`reconciliation/accounts/${id}`)
    expect(account.owner).toMatchObject({ id: customer?.id, email: "grace@example.com" })
    expect(account.totals).toMatchObject({
      open: "50.00",
      unallocated: "50.00",
      balance: "0.00",
      planned: "0.00",
    })
    expect(account.counts).toEqual({ open_orders: 1, transactions: 3, open_transactions: 2 })
    expect(account.unapplied.map(({ open, fits }) => [open, fits.map((one) => one.id)])).toEqual([
      ["50.00", [order]],
    ])

    const at = `reconciliation/accounts/${id}/transactions`
    const { transactions } = await store.get<Transactions>(at)
    expect(transactions.map(({ kind, balance, open }) => [kind, balance, open])).toEqual([
      ["deposit", "0.00", "50.00"],
      ["payment", "50.00", "0.00"],
      ["order", "150.00", "50.00"],
    ])
    const oldest = await store.get<Transactions>(`${at}?order=oldest&limit=2`)
    expect(oldest.transactions).toEqual(transactions.toReversed().slice(0, 2))
    const next = await store.get<Transactions>(`${at}?order=oldest&limit=2&cursor=${oldest.next_cursor}`)
    expect([next.transactions, next.next_cursor]).toEqual([transactions.slice(0, 1), null])
    const open = await store.get<Transactions>(`${at}?show=open`)
    expect(open.transactions.map(({ kind }) => kind)).toEqual(["deposit", "order"])
    const coded = await store.get<Transactions>(`${at}?rank=1`)
    expect(coded.transactions.map(({ kind }) => kind)).toEqual(["payment", "order"])
    for (const refused of ["?show=some", "?order=any", "?rank=0", "?cursor=1"]) {
      const { status } = await host.request("get", `/admin/${at}${refused}`, { headers: store.admin })
      expect([refused, status]).toEqual([refused, 400])
    }
  })

  it("lets an edit of an order name money of its account that pays nothing of it yet", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 20] })
    const order = await store.checkOut([0, 1])
    const { customer } = await store.eventually(order, { version: 1 })
    const { payment } = await store.act<{ payment: OpenItemView }>("reconciliation/payments", {
      customer_id: customer?.id,
      currency_code: "usd",
      amount: "80.00",
      method: "cheque",
      reference: "1077",
    })
    const { rows, version } = await store.order(order)
    const cells = rows.map(({ key }, place) => ({
      row: key,
      column: payment.id,
      amount: place === 0 ? "75.00" : "5.00",
    }))
    const { preview } = await store.act<{ preview: { allocated: { amount: string }[] } }>(
      `reconciliation/orders/${order}/allocations/preview`,
      { cells, version },
    )
    expect(preview.allocated.map(({ amount }) => amount)).toEqual(["75.00", "5.00"])
    await store.act(`reconciliation/orders/${order}/allocations`, { cells, version })
    const after = await store.order(order)
    expect([after.totals.open, after.columns.map(({ on_this_order: here }) => here)]).toEqual([
      "15.00",
      ["80.00"],
    ])
  })

  it("lists accounts by customer and order number, with what is open and idle", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75] })
    const order = await store.checkOut([0], "zoe.list@example.com")
    const { display_id: number, account_id: id } = await store.eventually(order, { version: 1 })
    const found = async (query: string): Promise<string[]> => {
      const { accounts } = await store.get<Accounts>(`reconciliation/accounts?${query}`)
      return accounts.map(
        (one) => `${one.id} ${one.owner?.email} ${one.totals.open} ${one.totals.unallocated}`,
      )
    }
    const listed = `${id} zoe.list@example.com 75.00 0.00`
    expect(await found("q=zoe.list")).toEqual([listed])
    expect(await found(`q=%23${number}`)).toContain(listed)
    expect(await found("q=zoe.list&open=true")).toEqual([listed])
    expect(await found("q=zoe.list&unapplied=true")).toEqual([])
    expect(await found("q=nobody-at-all")).toEqual([])
    expect(await found("currency_code=eur&q=zoe.list")).toEqual([])
    const all: string[] = []
    for (let cursor: string | null = ""; cursor !== null;) {
      const query: string = `reconciliation/accounts?limit=1${cursor && `&cursor=${cursor}`}`
      // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before it ends
      const page: Accounts = await store.get<Accounts>(query)
      all.push(...page.accounts.map((one) => one.id))
      cursor = page.next_cursor
    }
    expect(all).toContain(id)
    expect(all).toEqual([...new Set(all)].toSorted((one, other) => Number(other) - Number(one)))
  })

  it("F30: finds transactions by owner, order and receipt, named by the sweep and renamed by the store", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 20] })
    const order = await store.checkOut([0, 1], "hopper@example.com")
    const { customer, display_id: display } = await store.eventually(order, { version: 1 })
    const { payment } = await store.act<{ payment: OpenItemView }>("reconciliation/payments", {
      customer_id: customer?.id,
      currency_code: "usd",
      amount: "95.00",
      method: "cheque",
      reference: "1042",
    })
    const at = "reconciliation/transactions"
    const listed = async (query: string): Promise<ListedTransactionView[]> =>
      (await store.get<{ transactions: ListedTransactionView[] }>(`${at}?${query}`)).transactions
    const mine = (rows: ListedTransactionView[]): string[] =>
      rows.filter(({ owner }) => owner.id === customer?.id).map(({ kind, open }) => `${kind} ${open}`)
    for (const q of ["hopper@example.com", display, payment.receipt_number])
      // oxlint-disable-next-line no-await-in-loop -- one question after the other
      expect([q, mine(await listed(`show=unreconciled&q=${q}`))]).toEqual([
        q,
        q === "hopper@example.com"
          ? ["deposit 95.00", "order 95.00"]
          : [q === display ? "order 95.00" : "deposit 95.00"],
      ])
    const [deposit] = await listed(`show=unreconciled&view=to_place&q=hopper@example.com`)
    expect(deposit).toMatchObject({
      owner: { name: "hopper@example.com" },
      why: { code: "fits_order", order: { id: order } },
      next_step: { act: "put_on_order" },
    })
    const { totals } = await store.get<{ totals: UnreconciledTotalsView }>(
      `${at}/totals?q=hopper@example.com`,
    )
    expect(totals).toMatchObject({
      all: 2,
      to_place: 1,
      overdue: 0,
      sums: [{ owed: "95.00", unapplied: "95.00" }],
    })

    await store.act(`customers/${customer?.id}`, { first_name: "Grace", last_name: "Hopper" })
    const knex = host.container().resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
    await host.settled()
    expect(
      await knex("reconciliation_account")
        .where({ owner_id: customer?.id })
        .first("owner_name", "owner_sort"),
    ).toEqual({ owner_name: "Grace Hopper", owner_sort: "hopper grace" })
    for (const refused of ["?show=all&view=overdue", "?sort=owner", "?view=some", "?from=1"]) {
      const { status } = await host.request("get", `/admin/${at}${refused}`, { headers: store.admin })
      expect([refused, status]).toEqual([refused, 400])
    }
  })

  it("F31, F68: keeps notes on a transaction, and lists what is marked until somebody has checked it", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75] })
    const order = await store.checkOut([0], "noted@example.com")
    const { account_id: account, version } = await store.eventually(order, { version: 1 })
    const at = "reconciliation/transactions"
    const listed = async (query = ""): Promise<string[]> =>
      (
        await store.get<{ transactions: ListedTransactionView[] }>(`${at}?account_id=${account}${query}`)
      ).transactions.map(({ number, to_check: toCheck, note }) => `${number} ${toCheck} ${note?.text ?? "-"}`)
    const [number = ""] = (await listed()).map((row) => row.split(" ")[0] ?? "")
    const verdict = { order_id: order, because: "another country's card", verdict_id: "v1" }
    for (let twice = 0; twice < 2; twice += 1)
      // oxlint-disable-next-line no-await-in-loop -- the second one finds the first
      await markRiskyOrderWorkflow(host.container()).run({ input: verdict })
    const { note } = await store.act<{ note: NoteView }>(`${at}/${number}/notes`, {
      text: "Phoned; it is theirs",
    })
    expect(note.written.by).toMatchObject({ type: "user", name: "accountant@example.com" })
    const risk = "Risk: another country's card"
    expect(await listed("&to_check=true")).toEqual([`${number} true ${risk}`])
    const { totals } = await store.get<{ totals: UnreconciledTotalsView }>(
      `${at}/totals?account_id=${account}&to_check=true`,
    )
    expect(totals).toMatchObject({ all: 1, sums: [{ owed: "75.00" }] })
    const { overview } = await store.get<{ overview: OverviewView }>("reconciliation/overview")
    expect(overview.to_check.count).toBeGreaterThan(0)
    const { notes: checked } = await store.act<{ notes: NoteView[] }>(`${at}/${number}/checked`, {})
    expect(checked).toMatchObject([{ text: risk, checked: { by: { type: "user" } } }])
    await store.act(`${at}/${number}/notes/${note.id}/take-back`, {})
    const { notes } = await store.get<{ notes: NoteView[] }>(`${at}/${number}/notes`)
    expect(notes.map(({ text, taken_back: back }) => [text, back !== null])).toEqual([
      [risk, false],
      ["Phoned; it is theirs", true],
    ])
    expect(await listed()).toEqual([`${number} false ${risk}`])
    expect(await listed("&to_check=true")).toEqual([])
    // What people write is no change of an account.
    expect((await store.order(order)).version).toBe(version)
    for (const [path, body, status] of [
      [`${at}/${number}/notes`, {}, 400],
      [`${at}/${number}/notes`, { text: "x".repeat(2_001) }, 400],
      [`${at}/${number}/checked`, {}, 409],
      [`${at}/${number}/notes/999999/take-back`, {}, 404],
    ] as const) {
      const { status: answered } = await host.request("post", `/admin/${path}`, {
        body,
        headers: store.admin,
      })
      expect([path, answered]).toEqual([path, status])
    }
  })

  it("lists write-offs that wait for a second person", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75] })
    const order = await store.checkOut([0])
    await store.capture(order, 60)
    const { account_id: id } = await store.eventually(order, { state: "partial" })
    const limits = { usd: { amount: "20", percent: 50 } }
    const careful = writeOffSettings({ limits, approvalAbove: { usd: "5" } })
    Object.assign(ledgerOf(host.container()).settings.writeOff, careful)
    const { request } = await store.act<{ request: { id: string } }>(
      `reconciliation/orders/${order}/write-offs`,
      {
        kind: "short_payment",
        reason: "Parcel came late",
      },
    )
    const at = `reconciliation/write-off-requests?account_id=${id}`
    const listed = async (status: string): Promise<ListedWriteOffRequestView[]> =>
      (await store.get<{ write_off_requests: ListedWriteOffRequestView[] }>(`${at}&status=${status}`))
        .write_off_requests
    const [waiting] = await listed("pending")
    expect(waiting).toMatchObject({
      id: request.id,
      account_id: id,
      order_id: order,
      amount: "15.00",
      reason: "Parcel came late",
      status: "pending",
    })
    expect(waiting?.requested_by_name).not.toBeNull()
    await store.act(`reconciliation/write-off-requests/${request.id}/decline`)
    expect([await listed("pending"), (await listed("decided")).map((one) => one.status)]).toEqual([
      [],
      ["declined"],
    ])
  })
})
