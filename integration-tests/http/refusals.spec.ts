import { describeHost, type Host } from "../setup/host"
import { ROUTES_WITH_ID } from "../setup/routes-with-id"
import { TestStore } from "../setup/store"

interface Refusal {
  what: string
  route: string
  body?: unknown
  /** Sent as it is, when it is not JSON. */
  text?: string
  status: number
  code: string
}

/** Everything the ledger holds, to show that a refusal changed nothing. */
async function fingerprint(host: Host): Promise<unknown> {
  const tables = ["account", "document", "change", "open_item", "allocation", "matching_sequence"]
  return Promise.all(
    tables.map((table) =>
      host.sql(
        `select count(*), md5(coalesce(string_agg(t::text, '|' order by id), '')) from reconciliation_${table} t`,
      ),
    ),
  )
}

describeHost((host) => {
  it("refuses bad input with a code and a way out, and changes nothing", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 75, 20] })
    const orderId = await store.checkOut([0, 1, 2])
    const { customer } = await store.eventually(orderId, { version: 1 })
    const payment = { customer_id: customer?.id, currency_code: "usd", amount: "10.00", method: "cheque" }
    await store.act("reconciliation/payments", payment, { "idempotency-key": "first" })
    const [account] = (
      await store.get<{ accounts: { id: string }[] }>(`reconciliation/accounts?customer_id=${customer?.id}`)
    ).accounts
    const before = await fingerprint(host)

    const refusals: Refusal[] = [
      {
        what: "an unknown order",
        route: "orders/order_none/reconcile",
        body: {},
        status: 404,
        code: "order_not_found",
      },
      {
        what: "an unknown order's preview",
        route: "orders/order_none/preview",
        body: {},
        status: 404,
        code: "order_not_found",
      },
      {
        what: "a stale version of an order",
        route: `orders/${orderId}/reconcile`,
        body: { version: 0 },
        status: 409,
        code: "version_stale",
      },
      {
        what: "an unknown strategy",
        route: `orders/${orderId}/reconcile`,
        body: { strategy: "by_feel" },
        status: 400,
        code: "strategy_unknown",
      },
      {
        what: "an unknown field",
        route: `orders/${orderId}/reconcile`,
        body: { stratgy: "line_order" },
        status: 400,
        code: "body_invalid",
      },
      { what: "malformed JSON", route: "payments", text: '{"amount": ', status: 400, code: "body_malformed" },
      { what: "an empty body", route: "payments", text: "", status: 400, code: "body_invalid" },
      { what: "a list for a body", route: "payments", body: [1], status: 400, code: "body_invalid" },
      {
        what: "a body beyond all measure",
        route: "payments",
        body: { ...payment, reference: "x".repeat(200_000) },
        status: 400,
        code: "body_too_large",
      },
      {
        what: "a character that cannot be stored",
        route: "payments",
        body: { ...payment, reference: "a\0b" },
        status: 400,
        code: "body_invalid",
      },
      {
        what: "half of a surrogate pair",
        route: "payments",
        body: { ...payment, reference: "a\ud800b" },
        status: 400,
        code: "body_invalid",
      },
      {
        what: "a year that PostgreSQL does not know",
        route: "payments",
        body: { ...payment, occurred_at: "0000-01-01" },
        status: 400,
        code: "body_invalid",
      },
      {
        what: "a negative amount",
        route: "payments",
        body: { ...payment, amount: "-5.00" },
        status: 400,
        code: "amount_not_positive",
      },
      {
        what: "an amount of zero",
        route: "payments",
        body: { ...payment, amount: "0.00" },
        status: 400,
        code: "amount_not_positive",
      },
      {
        what: "too many decimals",
        route: "payments",
        body: { ...payment, amount: "1.005" },
        status: 400,
        code: "amount_too_precise",
      },
      {
        what: "a huge amount",
        route: "payments",
        body: { ...payment, amount: "99999999999999999999" },
        status: 400,
        code: "amount_too_large",
      },
      {
        what: "an amount in words",
        route: "payments",
        body: { ...payment, amount: "ten" },
        status: 400,
        code: "amount_malformed",
      },
      {
        what: "an amount with an exponent",
        route: "payments",
        body: { ...payment, amount: "1e5" },
        status: 400,
        code: "amount_malformed",
      },
      {
        what: "a float",
        route: "payments",
        body: { ...payment, amount: 10.1 },
        status: 400,
        code: "body_invalid",
      },
      {
        what: "an unknown customer",
        route: "payments",
        body: { ...payment, customer_id: "cus_none" },
        status: 404,
        code: "customer_not_found",
      },
      {
        what: "an unknown currency",
        route: "payments",
        body: { ...payment, currency_code: "zzz" },
        status: 400,
        code: "currency_unknown",
      },
      {
        what: "a currency that the store does not have",
        route: "payments",
        body: { ...payment, currency_code: "mad" },
        status: 400,
        code: "currency_not_of_store",
      },
      {
        what: "a date that is none",
        route: "payments",
        body: { ...payment, occurred_at: "2026-02-30" },
        status: 400,
        code: "body_invalid",
      },
      {
        what: "a day to come",
        route: "payments",
        body: { ...payment, occurred_at: "2999-01-01" },
        status: 400,
        code: "body_invalid",
      },
      {
        what: "an unknown account",
        route: "accounts/999999/reconcile",
        body: { strategy: "oldest_first" },
        status: 404,
        code: "account_not_found",
      },
      {
        what: "an account that is no number",
        route: "accounts/abc/reconcile",
        body: { strategy: "oldest_first" },
        status: 404,
        code: "account_not_found",
      },
      {
        what: "an account without a strategy",
        route: `accounts/${account?.id}/reconcile`,
        body: {},
        status: 400,
        code: "body_invalid",
      },
      {
        what: "a stale version of an account",
        route: `accounts/${account?.id}/reconcile`,
        body: { strategy: "oldest_first", version: 0 },
        status: 409,
        code: "version_stale",
      },
    ]
    for (const { what, route, body, text, status, code } of refusals) {
      const answer = await host.request<Record<string, string>>("post", `/admin/reconciliation/${route}`, {
        // A client that is handed text would make valid JSON of it; bytes go as they are.
        body: text === undefined ? body : Buffer.from(text),
        headers: { ...store.admin, "content-type": "application/json" },
      })
      expect({ what, status: answer.status, code: answer.body["code"] }).toEqual({ what, status, code })
      expect(answer.body).toMatchObject({
        message: expect.stringMatching(/./),
        remedy: expect.stringMatching(/./),
      })
    }

    const reused = await host.request<Record<string, string>>("post", "/admin/reconciliation/payments", {
      body: { ...payment, amount: "11.00" },
      headers: { ...store.admin, "idempotency-key": "first" },
    })
    expect(reused).toMatchObject({ status: 409, body: { code: "idempotency_key_reused" } })

    for (const [route, status, code] of [
      ["orders/order_none", 404, "order_not_found"],
      ["accounts/0", 404, "account_not_found"],
      ["accounts/x", 404, "account_not_found"],
      ["accounts?owner_type=nobody", 400, "query_invalid"],
      ["accounts?cursor=x", 400, "cursor_malformed"],
      ["open-items?limit=0", 400, "query_invalid"],
      ["open-items?limit=many", 400, "query_invalid"],
      ["open-items?from=yesterday", 400, "query_invalid"],
      ["open-items?cursor=2026-13-99_1", 400, "cursor_malformed"],
      ["open-items?cursor=2026-02-30_1", 400, "cursor_malformed"],
      ["open-items?cursor=0000-01-01_1", 400, "cursor_malformed"],
      ["instalments?cursor=0000-01-01_1", 400, "cursor_malformed"],
      ["open-items?from=0000-01-01", 400, "query_invalid"],
      ["open-items?order_id=a%00b", 400, "query_invalid"],
      ["orders/a%00b", 404, "order_not_found"],
      ["open-items?colour=red", 400, "query_invalid"],
    ] as const) {
      const answer = await host.request<Record<string, string>>("get", `/admin/reconciliation/${route}`, {
        headers: store.admin,
      })
      expect({ route, status: answer.status, code: answer.body["code"] }).toEqual({ route, status, code })
    }
    expect(await fingerprint(host)).toEqual(before)
  })

  it("answers an id that no row can have as one that is unknown, on every route", async () => {
    const admin = await host.logIn()
    expect(ROUTES_WITH_ID.length).toBeGreaterThan(15)
    const answers: string[] = []
    for (const { method, route, body } of ROUTES_WITH_ID) {
      for (const id of ["a%00b", "%00", "x".repeat(101)]) {
        const answer = await host.request<Record<string, string>>(
          method,
          `/admin/reconciliation/${route.replace("{id}", id)}`,
          { body, headers: admin },
        )
        answers.push(`${method} ${route} ${answer.status} ${answer.body["code"]}`)
      }
    }
    const expected = ROUTES_WITH_ID.flatMap(({ method, route, unknown }) => {
      const answer = `${method} ${route} 404 ${unknown}`
      return [answer, answer, answer]
    })
    expect(answers).toEqual(expected)
  })

  it("lets nobody in without a login", async () => {
    for (const [method, route] of [
      ["get", "orders/order_1"],
      ["post", "orders/order_1/reconcile"],
      ["post", "orders/order_1/preview"],
      ["get", "open-items"],
      ["get", "accounts"],
      ["get", "accounts/1"],
      ["post", "accounts/1/reconcile"],
      ["post", "accounts/1/preview"],
      ["post", "payments"],
    ] as const) {
      const { status } = await host.request(method, `/admin/reconciliation/${route}`, {
        body: method === "post" ? {} : undefined,
      })
      expect({ route, status }).toEqual({ route, status: 401 })
    }
  })
})
