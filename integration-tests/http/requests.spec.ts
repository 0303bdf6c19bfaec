import { isMutating, OPERATIONS } from "../../src/api/lib/operations"
import { readHostOrders } from "../../src/modules/reconciliation/ingest/reader/orders.sql"
import type { AccountSummaryView, OrderAnswer } from "../../src/types/http"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { describeHost, type Host } from "../setup/host"
import { ROUTES_WITH_ID } from "../setup/routes-with-id"
import { silence } from "../setup/silence"
import { TestStore } from "../setup/store"

interface AccountPage {
  accounts: AccountSummaryView[]
  next_cursor: string | null
  limit: number
}

const ROUTES = OPERATIONS.map(({ method, path }) => ({
  method,
  route: path.replaceAll(/\{\w+\}/g, "1"),
  takesBody: method === "post" || method === "put",
}))

/** Routes that change something. */
const MUTATING = new Set(
  OPERATIONS.filter(isMutating).map(({ path }) =>
    path.replace("/admin/reconciliation/", "").replace(/\{(?:number|note_id|attachment_id|finding)\}/, "1"),
  ),
)

const NOTHING_SET_UP = {
  start: {},
  opening: { answer: null, rows: [] },
  rules: {},
  history: { answer: null, since: "", until: "" },
}

interface Refusal {
  code: string
  message: string
  ids: Record<string, string>
}

describeHost((host) => {
  it("refuses a parameter that a route does not know, on every route, and names it", async () => {
    const headers = await host.logIn()
    const answers: string[] = []
    for (const { method, route, takesBody } of ROUTES) {
      const { status, body } = await host.request<Refusal>(method, `${route}?colour=red&customer_id=cus_1`, {
        body: takesBody ? {} : undefined,
        headers,
      })
      answers.push(
        `${method} ${route} ${status} ${body.code} ${body.ids["fields"]?.split(",").includes("colour")}`,
      )
    }
    expect(answers).toEqual(ROUTES.map(({ method, route }) => `${method} ${route} 400 query_invalid true`))
  })

  it("refuses a parameter that is sent twice, or without its number", async () => {
    const headers = await host.logIn()
    for (const [query, field] of [
      ["open-items?limit=5&limit=6", "limit"],
      ["open-items?limit[]=5", "limit"],
      ["open-items?limit=", "limit"],
      ["open-items?order_id=a&order_id=b", "order_id"],
      ["instalments?state=failed&state=overdue", "state"],
      ["accounts?customer_id=a&customer_id=a", "customer_id"],
    ] as const) {
      const answer = await host.request<Refusal>("get", `/admin/reconciliation/${query}`, { headers })
      expect({ query, status: answer.status, fields: answer.body.ids["fields"] }).toEqual({
        query,
        status: 400,
        fields: field,
      })
    }
    const cancelled = await host.request<Refusal>(
      "delete",
      "/admin/reconciliation/orders/order_1/plan?version=",
      {
        headers,
      },
    )
    expect(cancelled).toMatchObject({
      status: 400,
      body: { code: "query_invalid", ids: { fields: "version" } },
    })
  })

  it("refuses a body where a route reads none", async () => {
    const headers = await host.logIn()
    for (const { method, route, takesBody } of ROUTES) {
      if (takesBody) continue
      const withId = route.endsWith("/accounts") ? `${route}?customer_id=cus_1` : route
      const answer = await host.request<Refusal>(method, withId, { body: { version: 1 }, headers })
      expect({ route, status: answer.status, code: answer.body.code }).toEqual({
        route,
        status: 400,
        code: "body_unexpected",
      })
    }
  })

  it("names the header when a key is sent twice, or is none", async () => {
    const headers = await host.logIn()
    const payment = { customer_id: "cus_1", currency_code: "usd", amount: "1.00", method: "cash" }
    const rows = [{ customer: "cus_1", amount: "1.00", method: "cash" }]
    const balances = [{ customer: "cus_1", amount: "1.00", balance: "owes" }]
    const keyed = [
      ...ROUTES_WITH_ID,
      { method: "post", route: "payments", body: payment } as const,
      { method: "post", route: "payments/batch", body: { currency_code: "usd", rows } } as const,
      { method: "post", route: "mirrors", body: {} } as const,
      { method: "post", route: "runs", body: {} } as const,
      { method: "post", route: "checks", body: {} } as const,
      { method: "post", route: "opening-balances", body: { currency_code: "usd", rows: balances } } as const,
      {
        method: "post",
        route: "settings",
        body: { version: "0", changes: [{ name: "goLive", value: null }] },
      } as const,
      {
        method: "post",
        route: "set-up",
        body: { version: 1, step: "start", draft: NOTHING_SET_UP },
      } as const,
      { method: "post", route: "set-up/finish", body: { version: 1 } } as const,
    ].filter(({ method, route }) => method !== "get" && MUTATING.has(route))
    expect(new Set(keyed.map(({ route }) => route))).toEqual(MUTATING)
    for (const { method, route: pattern, body } of keyed) {
      const route = `/admin/reconciliation/${pattern.replace("{id}", "1")}`
      for (const key of [["a", "b"], [" "], ["x".repeat(201)], ["a\tb"]]) {
        const answer = await host.request<Refusal>(method, route, {
          body,
          headers: { ...headers, "idempotency-key": key as unknown as string },
        })
        expect({ route, key, status: answer.status, code: answer.body.code, ids: answer.body.ids }).toEqual({
          route,
          key,
          status: 400,
          code: "idempotency_key_invalid",
          ids: { fields: "Idempotency-Key" },
        })
      }
    }
  })

  it("says of an order that the ledger has not read that it is unread, and never what it owes", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75] })
    const restore = silence(host)
    const orderId = await store.checkOut([0])
    restore()
    const path = `/admin/reconciliation/orders/${orderId}`
    const { body } = await host.request<{ order: OrderAnswer }>("get", path, { headers: store.admin })
    expect(body.order).toEqual({
      read: false,
      id: orderId,
      display_id: expect.stringMatching(/^\d+$/) as unknown,
      placed_at: expect.stringMatching(/Z$/) as unknown,
      customer: {
        id: expect.stringMatching(/^cus_/) as unknown,
        name: "ada@example.com",
        email: "ada@example.com",
      },
      billing_name: "Ada Byron",
      cancelled_at: null,
      currency_code: "usd",
      digits: 2,
      version: 0,
      state: null,
      totals: null,
    })
    const changed = await host.request<Refusal>("delete", `${path}/plan`, { headers: store.admin })
    expect(changed).toMatchObject({ status: 404, body: { code: "order_not_read" } })
    await store.act(`reconciliation/orders/${orderId}/reconcile`, { version: 0 })
    expect(await store.order(orderId)).toMatchObject({ read: true, state: "none", totals: { owed: "75.00" } })
  })

  it("lists a customer's accounts in pages, by currency", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75] })
    const { customer } = await store.act<{ customer: { id: string } }>("customers", {
      email: "grace@example.com",
    })
    await store.act("regions", { name: "Britain", currency_code: "gbp", countries: [] })
    for (const currency of ["usd", "eur", "gbp"]) {
      await store.act("reconciliation/payments", {
        customer_id: customer.id,
        currency_code: currency,
        amount: "1.00",
        method: "cash",
      })
    }
    const pageAt = async (query: string): Promise<AccountPage> =>
      store.get<AccountPage>(`reconciliation/accounts?customer_id=${customer.id}${query}`)
    const codes = ({ accounts }: AccountPage): string[] => accounts.map((account) => account.currency_code)
    const first = await pageAt("&limit=2")
    expect(codes(first)).toEqual(["eur", "gbp"])
    const last = await pageAt(`&limit=2&cursor=${first.next_cursor}`)
    expect(codes(last)).toEqual(["usd"])
    expect(last).toMatchObject({ next_cursor: null, limit: 2 })
    expect(codes(await pageAt(""))).toEqual(["eur", "gbp", "usd"])
    const strange = await host.request<Refusal>(
      "get",
      `/admin/reconciliation/accounts?customer_id=${customer.id}&cursor=2026-01-01_1`,
      { headers: store.admin },
    )
    expect(strange).toMatchObject({ status: 400, body: { code: "cursor_malformed" } })
  })

  it("reads an order few times for twenty who ask at once, and answers each of them", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 75] })
    const orderId = await store.checkOut([0, 1])
    await store.capture(orderId, 100)
    await store.eventually(orderId, { state: "partial" })
    await host.settled()
    const once = await readsDuring(host, async () => {
      await store.act(`reconciliation/orders/${orderId}/reconcile`)
    })
    expect(once).toBeGreaterThan(0)
    const reads = await readsDuring(host, async () => {
      const asked = Array.from({ length: 20 }, async () =>
        store.act<{ order: { totals: { open: string } } }>(`reconciliation/orders/${orderId}/reconcile`),
      )
      for (const { order } of await Promise.all(asked)) expect(order.totals.open).toBe("50.00")
    })
    expect(reads).toBeLessThanOrEqual(30 * once)
  })
})

/** How often orders are read of the host. */
async function readsDuring(host: Host, act: () => Promise<void>): Promise<number> {
  const ledger = ledgerOf(host.container())
  const read = ledger.readHostTables.bind(ledger)
  let reads = 0
  ledger.readHostTables = async (call) => {
    if (call.statement === readHostOrders) reads += 1
    return read(call)
  }
  try {
    await act()
  } finally {
    ledger.readHostTables = read
  }
  return reads
}
