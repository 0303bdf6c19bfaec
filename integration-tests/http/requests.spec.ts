import { OPERATIONS } from "../../src/api/lib/operations"
import { describeHost } from "../setup/host"

const ROUTES = OPERATIONS.map(({ method, path }) => ({
  method,
  route: path.replace("{id}", "1"),
  takesBody: method === "post" || method === "put",
}))

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
    const keyed = ROUTES.filter(({ route }) => /(refunds|plan|payments|reversals)$/.test(route))
    const bodies = [
      { payment_id: "pay_1", amount: "1.00", lines: [{ row: "line:1", amount: "1.00" }] },
      { instalments: [] },
      { customer_id: "cus_1", currency_code: "usd", amount: "1.00", method: "cash" },
      { kind: "other", reason: "late" },
    ]
    expect(keyed.filter(({ takesBody }) => takesBody)).toHaveLength(bodies.length)
    for (const [index, { method, route }] of keyed.filter(({ takesBody }) => takesBody).entries()) {
      for (const key of [["a", "b"], [" "], ["x".repeat(201)], ["a\tb"]]) {
        const answer = await host.request<Refusal>(method, route, {
          body: bodies[index],
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
})
