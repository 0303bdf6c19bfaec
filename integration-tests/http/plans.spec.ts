import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { Modules } from "@medusajs/framework/utils"
import type {
  ErrorBody,
  InstalmentTotalsView,
  ListedInstalment,
  ListedInstalmentView,
  OrderReconciliation,
} from "../../src/types/http"
import { planPaymentsStep, planPaymentsWorkflow } from "../../src/workflows"
import { describeHost } from "../setup/host"
import { TestStore } from "../setup/store"

jest.setTimeout(240_000)

const LATER = "2199-01-01"
const LAST = "2199-02-01"

type Changed = { order: OrderReconciliation; changed: boolean }

const failingStep = createStep("test-failing-step", async () => {
  if (Date.now() > 0) throw new Error("a later step of the checkout failed")
  return new StepResponse(null)
})

/** A shop's own checkout: it plans payments of the order it has just created, then something fails. */
const failingCheckout = createWorkflow("test-failing-checkout", (input: { order_id: string }) => {
  planPaymentsStep({ order_id: input.order_id, instalments: [{ due_on: LATER, amount: "170.00" }] })
  return new WorkflowResponse(failingStep())
})

describeHost((host) => {
  const open = async (): Promise<TestStore> => TestStore.open(host, { currency: "usd", prices: [75, 75, 20] })

  it("F12, F62: a checkout plans an order that the ledger has not seen; captures settle it by its pins", async () => {
    const store = await open()
    const orderId = await store.checkOut([0, 1, 2])
    await planPaymentsWorkflow(host.container()).run({
      input: {
        order_id: orderId,
        instalments: [
          { due_on: LATER, amount: "95.00" },
          { due_on: LAST, amount: "75.00", method: "transfer" },
        ],
      },
    })
    const planned = await store.eventually(orderId, { state: "planned", plan: { version: 1 } })
    const [, second, third] = planned.rows.map(({ key }) => key)
    const instalments = [
      { due_on: LATER, amount: "95.00", items: [{ row: third }, { row: second }] },
      { due_on: LAST, amount: "75.00", method: "transfer" },
    ]
    const put = async (body: unknown, key?: string) =>
      host.request<Changed & ErrorBody>("put", `/admin/reconciliation/orders/${orderId}/plan`, {
        body,
        headers: { ...store.admin, ...(key && { "idempotency-key": key }) },
      })
    const replaced = await put({ instalments, version: planned.version })
    expect(replaced).toMatchObject({ status: 200, body: { changed: true, order: { plan: { version: 2 } } } })
    expect(await put({ instalments })).toMatchObject({ status: 200, body: { changed: false } })
    expect(await put({ instalments: [{ due_on: LAST, amount: "1.00" }], version: 1 })).toMatchObject({
      status: 409,
      body: { code: "version_stale", remedy: expect.stringMatching(/Read the order again/) as unknown },
    })
    expect(await put({ instalments: [{ due_on: LAST, amount: "171.00" }] })).toMatchObject({
      status: 400,
      body: { code: "plan_above_open", ids: { order_id: orderId } },
    })
    expect(await put({ instalments: [{ due_on: "2026-02-30", amount: "1.00" }] })).toMatchObject({
      status: 400,
      body: { code: "body_invalid" },
    })

    await store.capture(orderId, 95)
    const paid = await store.eventually(orderId, {
      state: "planned",
      code: { code: "a" },
      totals: { allocated: "95.00" },
    })
    expect(paid.rows.map(({ allocated }) => allocated)).toEqual(["0.00", "75.00", "20.00"])
    expect(paid.plan?.instalments.map(({ paid: amount, state }) => [amount, state])).toEqual([
      ["95.00", "settled"],
      ["0.00", "scheduled"],
    ])
    const listed = await store.get<{ instalments: ListedInstalment[] }>(
      "reconciliation/instalments?state=upcoming&limit=5",
    )
    expect(listed.instalments).toMatchObject([{ order_id: orderId, number: 2, amount: "75.00" }])
    const { display_id: number } = paid
    const settled = await store.get<{ instalments: ListedInstalmentView[] }>(
      `reconciliation/instalments?view=paid&q=${number}`,
    )
    expect(settled.instalments).toMatchObject([
      {
        order_id: orderId,
        number: 1,
        state: "settled",
        kept: "0.00",
        owner: { account_id: paid.account_id },
      },
    ])
    expect(
      await store.get<{ totals: InstalmentTotalsView }>(`reconciliation/instalments/totals?q=${number}`),
    ).toMatchObject({ totals: { open: 1, late: 0, failed: 0, paid: 1, sums: [{ later: "75.00" }] } })

    await store.capture(orderId, 75)
    await store.eventually(orderId, { state: "full", code: { code: "A" }, plan: { not_covered: "0.00" } })
  })

  it("an admin postpones, fails and cancels instalments, and ends the plan", async () => {
    const store = await open()
    const orderId = await store.checkOut([0, 1, 2])
    await planPaymentsWorkflow(host.container()).run({
      input: {
        order_id: orderId,
        instalments: [
          { due_on: "2026-01-01", amount: "85.00" },
          { due_on: LATER, amount: "50.00" },
          { due_on: LAST, amount: "35.00" },
        ],
      },
    })
    const late = await store.eventually(orderId, { state: "none", plan: { version: 1 } })
    const [first, second, third] = late.plan?.instalments.map(({ id }) => id) ?? []
    const change = async (id: string | undefined, action: string, body: unknown = {}) =>
      host.request<Changed & ErrorBody>("post", `/admin/reconciliation/instalments/${id}/${action}`, {
        body,
        headers: store.admin,
      })
    expect((await change(first, "postpone", { due_on: LATER })).body.order.state).toBe("planned")
    expect((await change(second, "fail", { note: "declined" })).body.order.state).toBe("none")
    expect((await change(second, "cancel")).body.order).toMatchObject({
      state: "planned",
      plan: { not_covered: "50.00" },
    })
    expect(await change(second, "fail")).toMatchObject({
      status: 409,
      body: { code: "instalment_cancelled" },
    })
    expect(await change("nothing", "cancel")).toMatchObject({
      status: 404,
      body: { code: "instalment_not_found" },
    })
    const ended = await host.request<Changed>("delete", `/admin/reconciliation/orders/${orderId}/plan`, {
      headers: store.admin,
    })
    expect(ended).toMatchObject({ status: 200, body: { changed: true, order: { state: "none" } } })
    expect(ended.body.order.plan?.instalments.map(({ id, state }) => [id, state])).toEqual(
      [first, second, third].map((id) => [id, "cancelled"]),
    )
  })

  it("F13: an item that requires a down payment is planned when it is ordered, and the checkout's money pays it", async () => {
    const store = await open()
    const products = host.container().resolve(Modules.PRODUCT)
    await products.createProductTypes([{ id: "ptyp_made_to_order", value: "Made to order" }] as never)
    const { products: found } = await store.get<{ products: { id: string; title: string }[] }>("products")
    const second = found.find(({ title }) => title === "Product 2")
    await store.act(`products/${second?.id}`, { type_id: "ptyp_made_to_order" })
    const orderId = await store.checkOut([0, 1, 2])
    const planned = await store.eventually(orderId, { state: "planned", plan: { version: 1 } })
    const amounts = planned.plan?.instalments.map(({ amount, reserved }) => [
      amount,
      reserved.map((one) => one.amount),
    ])
    expect(amounts).toEqual([
      ["117.50", ["75.00", "22.50", "20.00"]],
      ["26.25", ["26.25"]],
      ["26.25", ["26.25"]],
    ])
    await store.capture(orderId, 117.5)
    const paid = await store.eventually(orderId, { state: "planned", totals: { allocated: "117.50" } })
    expect(paid.rows.map(({ allocated }) => allocated)).toEqual(["75.00", "22.50", "20.00"])
    expect(paid.plan?.instalments.map(({ state }) => state)).toEqual(["settled", "scheduled", "scheduled"])
  })

  it("withdraws the plan when a later step of the checkout that made it fails", async () => {
    const store = await open()
    const orderId = await store.checkOut([0, 1, 2])
    const run = failingCheckout(host.container()).run({ input: { order_id: orderId } })
    await expect(run).rejects.toMatchObject({
      message: expect.stringMatching(/later step of the checkout failed/) as unknown,
    })
    const withdrawn = await store.eventually(orderId, { state: "none" })
    expect(withdrawn.plan?.instalments.map(({ state }) => state)).toEqual(["cancelled"])
  })
})
