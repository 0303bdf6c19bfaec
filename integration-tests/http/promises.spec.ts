import { existsSync, readdirSync } from "node:fs"
import path from "node:path"
import { OPERATIONS } from "../../src/api/lib/operations"
import type { OpenItemView, OrderReconciliation, WriteOffView } from "../../src/types/http"
import { typedTextOf } from "../../src/modules/reconciliation/ledger/tables/typed-texts"
import { describeHost, type Host } from "../setup/host"
import { booksOf } from "../setup/host-checks"
import { settleMirrors } from "../setup/mirror-shop"
import { checkOutStandard, openStandardStore, paidStandard } from "../setup/standard-order"
import { billSubscription, orderForCustomer, payPart } from "../setup/orders-without-checkout"
import { TestStore } from "../setup/store"

/** What the plugin promises whatever else happens. */
describeHost((host) => {
  it("F1: links money to the items it pays, several of them, and never to the order as a whole", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 75, 20] })
    const orderId = await store.checkOut([0, 1, 2])
    await store.capture(orderId, 100)
    await store.eventually(orderId, { state: "partial" })

    const links = await linksOf(host, orderId)
    expect(links).toEqual([
      { kind: "payment", title: "Product 1 – one", amount: "7500" },
      { kind: "payment", title: "Product 2 – one", amount: "2500" },
    ])
  })

  it("F5: changes no figure of the host's sale, whatever is reconciled, planned, applied, given up or taken back", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store)
    await store.capture(orderId, 100)
    const shown = await store.eventually(orderId, { state: "partial" })
    const before = await hostFigures(host, store, orderId)

    for (const [what, act, received = "100"] of everyAct(store, shown)) {
      await act()
      await settleMirrors(host, [orderId])
      const figures = await hostFigures(host, store, orderId)
      // Only money that was recorded here and pays the order is told to the host, as money that it has received.
      expect({ what, ...figures }).toEqual({ what, ...before, received })
    }
    expect(await causesOf(host, shown.account_id)).toEqual(
      expect.arrayContaining(["deposit", "plan", "reconcile_account", "reversal", "write_off"]),
    )
  })

  it("F6: gives customers no route, and no field of an order that tells of reconciliations", async () => {
    expect(existsSync(path.join(API, "admin"))).toBe(true)
    expect(
      readdirSync(API).filter((name) => !["admin", "lib", "middlewares.ts", "policies.ts"].includes(name)),
    ).toEqual([])
    const { store, orderId } = await paidStandard(host)
    await store.eventually(orderId, { state: "full" })
    const key = await publishableKey(store)
    for (const { method, path: route } of OPERATIONS) {
      const asked = route.replace("/admin/", "/store/").replace("{id}", orderId).replace("{rank}", "1")
      const { status } = await host.request(method, asked, { headers: { "x-publishable-api-key": key } })
      expect({ asked, status }).toEqual({ asked, status: 404 })
    }
    const { body } = await host.request<{ order: object }>("get", `/store/orders/${orderId}`, {
      headers: { "x-publishable-api-key": key },
    })
    expect(Object.keys(body.order)).toContain("total")
    // The place that the test shop states for a line is the store's own, and no word of the ledger's.
    const text = JSON.stringify(body).replaceAll("reconciliation_position", "")
    expect(text).not.toMatch(/reconcil|allocat|matching/i)
  })

  it("F10: settles what an admin takes as a part payment of an order placed for a customer", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [50], taxRate: 20, shipping: 20 })
    const orderId = await orderForCustomer(store)
    await payPart(store, orderId, 70)
    await booksOf(
      host,
      store,
      orderId,
    )(`
      partial a    charged  adjusted    net  payment   open
      Product 1      60.00         .  60.00    60.00   0.00
      Collect        24.00         .  24.00    10.00  14.00
      unallocated                               0.00
      total          84.00      0.00  84.00    70.00  14.00
    `)
  })

  it("F10: settles the order of a subscription, which a job bills and collects at once without a checkout", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [50] })
    const { id, total } = await billSubscription(host, store)
    expect(total).toBe(42)
    await store.eventually(id, { state: "full", code: { code: "A", closed: true } })
    await booksOf(
      host,
      store,
      id,
    )(`
      full A        charged  adjusted    net  payment  open
      Box of March    42.00         .  42.00    42.00  0.00
      unallocated                                0.00
      total           42.00      0.00  42.00    42.00  0.00
    `)
  })

  it("F25: keeps of every change who made it, when, why and from where, and rewrites no earlier row", async () => {
    const begun = new Date(Date.now() - 1000).toISOString()
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store)
    await store.capture(orderId, 100)
    const shown = await store.eventually(orderId, { state: "partial" })
    const user = await userId(host)
    const rows = new Map<string, unknown>()
    for (const [, act] of everyAct(store, shown)) {
      await remember(host, rows)
      await act()
    }
    await remember(host, rows)

    const journal = await host.sql<Record<string, string | null>>(
      `select kind, cause, actor_type, actor_id, ${typedTextOf("reason")} as reason, recorded_at
         from reconciliation_change order by id`,
    )
    for (const { cause, recorded_at: at } of journal) {
      expect(cause).toMatch(/\S/)
      expect(new Date(at ?? 0).toISOString() > begun).toBe(true)
    }
    const byHand = journal.filter(({ actor_type: type }) => type === "user")
    expect(new Set(byHand.map(({ actor_id: id }) => id))).toEqual(new Set([user]))
    expect(byHand.map(({ kind, reason }) => `${kind}: ${reason ?? "–"}`)).toEqual([
      "plan: agreed by telephone",
      "plan: –",
      "write_off: rounded at the till",
      "write_off: paid after all",
      "deposit: –",
      "reconcile_account: –",
      "reversal: no funds",
    ])
    const byEvent = journal.filter(({ actor_type: type }) => type === "system")
    expect(byEvent.length).toBeGreaterThan(0)
    expect(byEvent.every(({ actor_id: id }) => id === null)).toBe(true)
  })
})

const API = path.resolve(__dirname, "..", "..", "src", "api")

/** Every live allocation that touches the order, as what pays which of its items. */
async function linksOf(host: Host, orderId: string): Promise<unknown[]> {
  return await host.sql(
    `select credit.kind, debit.title, allocation.amount::text
       from reconciliation_allocation allocation
       join reconciliation_open_item credit on credit.id = allocation.credit_item_id
       join reconciliation_open_item debit on debit.id = allocation.debit_item_id
       join order_line_item line on debit.line_key = 'line:' || line.id
       join order_item on order_item.item_id = line.id and order_item.order_id = ?
      order by allocation.id`,
    [orderId],
  )
}

/** All that the host says an order costs, and what it has received. */
async function hostFigures(
  host: Host,
  store: TestStore,
  orderId: string,
): Promise<{ sale: unknown; received: string }> {
  const fields =
    "id,status,version,total,subtotal,tax_total,item_total,shipping_total,discount_total,credit_line_total,summary,*items,*shipping_methods,*credit_lines"
  const { order } = await store.get<{
    order: { summary: Record<string, unknown> } & Record<string, unknown>
  }>(`orders/${orderId}?fields=${fields}`)
  const { summary, payment_collections: _, payment_status: __, ...rest } = order
  const { current_order_total, original_order_total, accounting_total, transaction_total } = summary
  const sale = { ...rest, current_order_total, original_order_total, accounting_total }
  const rows = await host.sql(`select updated_at from "order" where id = ?`, [orderId])
  return { sale: { sale, rows }, received: String(transaction_total) }
}

/**
 * One of each kind of change that a person can make to an order of 168 with 100 paid; and what the host has received
 * after it, where that is another amount.
 */
function everyAct(
  store: TestStore,
  { id, account_id: account, customer }: OrderReconciliation,
): [string, () => Promise<unknown>, string?][] {
  let writeOff = ""
  let cheque = ""
  return [
    ["reconcile", async () => store.act(`reconciliation/orders/${id}/reconcile`)],
    ["preview", async () => store.act(`reconciliation/orders/${id}/preview`)],
    [
      "plan",
      async () =>
        put(store, `reconciliation/orders/${id}/plan`, {
          instalments: [{ due_on: "2190-01-01", amount: "68.00" }],
          reason: "agreed by telephone",
        }),
    ],
    ["cancel the plan", async () => remove(store, `reconciliation/orders/${id}/plan`)],
    [
      "give up a rest",
      async () => {
        const body = { kind: "short_payment", amount: "0.01", reason: "rounded at the till" }
        const made = await store.act<{ write_off: WriteOffView }>(
          `reconciliation/orders/${id}/write-offs`,
          body,
        )
        writeOff = made.write_off.id
      },
    ],
    [
      "take that back",
      async () => store.act(`reconciliation/write-offs/${writeOff}/undo`, { reason: "paid after all" }),
    ],
    [
      "record a cheque",
      async () => {
        const body = { customer_id: customer?.id, currency_code: "eur", amount: "40.00", method: "cheque" }
        cheque = (await store.act<{ payment: OpenItemView }>("reconciliation/payments", body)).payment.id
      },
    ],
    [
      "apply it",
      async () => store.act(`reconciliation/accounts/${account}/reconcile`, { strategy: "oldest_first" }),
      "140",
    ],
    [
      "the cheque bounces",
      async () =>
        store.act(`reconciliation/payments/${cheque}/reversals`, {
          kind: "bounced_cheque",
          reason: "no funds",
        }),
    ],
  ]
}

async function put(store: TestStore, route: string, body: object): Promise<void> {
  await store.send("put", route, body)
}

async function remove(store: TestStore, route: string): Promise<void> {
  await store.send("delete", route)
}

async function causesOf(host: Host, accountId: string): Promise<string[]> {
  const rows = await host.sql<{ kind: string }>(
    "select distinct kind from reconciliation_change where account_id = ?",
    [accountId],
  )
  return rows.map(({ kind }) => kind)
}

async function userId(host: Host): Promise<string> {
  const [user] = await host.sql<{ id: string }>(`select id from "user"`)
  return user?.id ?? ""
}

/** Notes every row of money and of the journal, and fails when one that was there has changed or is gone. */
async function remember(host: Host, known: Map<string, unknown>): Promise<void> {
  const [found] = await host.sql<{ rows: Record<string, unknown> }>(
    `select jsonb_object_agg(name, shown) as rows from (
       select 'item ' || id as name, to_jsonb(i) - 'allocated' - 'taxes_allocated' as shown
         from reconciliation_open_item i
       union all select 'allocation ' || id, to_jsonb(a) from reconciliation_allocation a
       union all select 'change ' || id, to_jsonb(c) from reconciliation_change c
       union all select 'instalment ' || id, to_jsonb(n) from reconciliation_instalment n
     ) everything`,
  )
  const now = new Map(Object.entries(found?.rows ?? {}))
  for (const [name, shown] of known) expect({ name, shown: now.get(name) }).toEqual({ name, shown })
  for (const [name, shown] of now) known.set(name, shown)
}

async function publishableKey(store: TestStore): Promise<string> {
  const { api_keys: keys } = await store.get<{ api_keys: { title: string; token: string }[] }>(
    "api-keys?type=publishable",
  )
  return keys.find(({ title }) => title === "Shop")?.token ?? ""
}
