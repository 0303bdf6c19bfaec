import type { ErrorBody } from "../../src/types/http"
import { describeHost } from "../setup/host"
import { Relay } from "../setup/relay"
import { TestStore } from "../setup/store"

const relay = new Relay({
  host: process.env["DB_HOST"] ?? "localhost",
  port: Number(process.env["DB_PORT"] ?? 5432),
})
process.env["DB_PORT"] = String(relay.port)

const LIMIT_MILLISECONDS = 10_000

describeHost((host) => {
  it.each([
    ["refuses connections", () => relay.refuse()],
    ["says nothing any more", () => relay.fallSilent()],
  ])("answers within ten seconds when the database %s, and works again when it is back", async (_, fail) => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75] })
    const orderId = await store.checkOut([0])
    const { customer } = await store.eventually(orderId, { version: 1 })
    await host.settled()
    const payment = { customer_id: customer?.id, currency_code: "usd", amount: "10.00", method: "cash" }
    const calls = [
      ["get", `orders/${orderId}`],
      ["post", `orders/${orderId}/reconcile`, {}],
      ["post", `orders/${orderId}/preview`, {}],
      ["put", `orders/${orderId}/plan`, { instalments: [{ due_on: "2099-01-01", amount: "75.00" }] }],
      ["get", `accounts?customer_id=${customer?.id}`],
      ["get", "open-items"],
      ["post", "payments", payment],
    ] as const
    fail()
    const answers = await Promise.all(
      calls.map(async ([method, route, body]) => {
        const begun = performance.now()
        const answer = await host.request<ErrorBody>(method, `/admin/reconciliation/${route}`, {
          body,
          headers: { ...store.admin, "idempotency-key": route },
        })
        const inTime = performance.now() - begun < LIMIT_MILLISECONDS
        return { route, inTime, status: answer.status, code: answer.body.code, type: answer.body.type }
      }),
    ).finally(() => relay.heal())
    expect(answers).toEqual(
      calls.map(([, route]) => ({
        route,
        inTime: true,
        status: 503,
        code: "database_unreachable",
        type: "unavailable",
      })),
    )
    await store.eventually(orderId, { read: true })
    const again = await host.request<{ payment: { amount: string } }>(
      "post",
      "/admin/reconciliation/payments",
      {
        body: payment,
        headers: { ...store.admin, "idempotency-key": "payments" },
      },
    )
    expect(again.body).toMatchObject({ payment: { amount: "10.00" } })
    const recorded = await host.sql("select id from reconciliation_open_item where kind = 'deposit'")
    expect(recorded).toHaveLength(1)
  })
})
