import { createOrderCreditLinesWorkflow } from "@medusajs/medusa/core-flows"
import { createStep, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { reconcileOrdersStep } from "../../../src/workflows/reconcile-orders/steps/reconcile-orders"
import { booksOf, expectSound } from "../../setup/host-checks"
import { describeHost } from "../../setup/host"
import { sweepAfter } from "../../setup/later"
import { edit } from "../../setup/order-edit"
import { checkOutStandard, openStandardStore, paidStandard } from "../../setup/standard-order"
import { TestStore } from "../../setup/store"

describeHost((host) => {
  it("T1: pays a cent back, though the host's total then leaves the credit out", async () => {
    const { store, orderId } = await paidStandard(host)
    const books = booksOf(host, store, orderId)
    await store.refund(orderId, 0.01)
    const { order } = await store.get<{ order: { total: number } }>(`orders/${orderId}?fields=id,total`)
    expect(order.total).toBe(168)
    await books(`
      full A       charged  adjusted     net  payment  refund  open
      Product 1     108.00         .  108.00   108.00       .  0.00
      Product 2      36.00         .   36.00    36.00       .  0.00
      Collect        24.00     -0.01   23.99    24.00   -0.01  0.00
      unallocated                                0.00    0.00
      total         168.00     -0.01  167.99   168.00   -0.01  0.00
    `)

    await store.refund(orderId, 0.02)
    await books(`
      full A       charged  adjusted     net  payment  refund  refund  open
      Product 1     108.00         .  108.00   108.00       .       .  0.00
      Product 2      36.00         .   36.00    36.00       .       .  0.00
      Collect        24.00     -0.03   23.97    24.00   -0.01   -0.02  0.00
      unallocated                                0.00    0.00    0.00
      total         168.00     -0.03  167.97   168.00   -0.01   -0.02  0.00
    `)
  })

  it("T1: credits one yen, though the host's total leaves it out", async () => {
    const store = await TestStore.open(host, { currency: "jpy", country: "jp", prices: [1000] })
    const orderId = await store.checkOut([0])
    const books = booksOf(host, store, orderId)
    await store.act(`orders/${orderId}/credit-lines`, {
      amount: 1,
      reference: "goodwill",
      reference_id: "one",
    })
    await books(`
      none         charged  adjusted  net  open
      Product 1       1000        -1  999   999
      unallocated
      total           1000        -1  999   999
    `)
  })

  it("T5: keeps two credit lines apart that one version made alike, through versions that copy them", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store)
    const books = booksOf(host, store, orderId)
    const goodwill = { amount: 2, reference: "goodwill", reference_id: "sorry" }
    await createOrderCreditLinesWorkflow(host.container()).run({
      input: { id: orderId, credit_lines: [goodwill, goodwill] },
    })
    await books(`
      none         charged  adjusted     net    open
      Product 1     108.00     -2.57  105.43  105.43
      Product 2      36.00     -0.86   35.14   35.14
      Collect        24.00     -0.57   23.43   23.43
      unallocated
      total         168.00     -4.00  164.00  164.00
    `)

    await edit(store, orderId, { "Product 2": 2 })
    await books(`
      none         charged  adjusted     net    open
      Product 1     108.00     -2.57  105.43  105.43
      Product 2      36.00     35.14   71.14   71.14
      Collect        24.00     -0.57   23.43   23.43
      unallocated
      total         168.00     32.00  200.00  200.00
    `)
    expect(
      await host.sql(
        "select key, sum(amount)::int as amount from reconciliation_open_item where key like 'cl:%' group by key order by key",
      ),
    ).toEqual([
      { key: `cl:${orderId}:2:goodwill:sorry:2:#1`, amount: 200 },
      { key: `cl:${orderId}:2:goodwill:sorry:2:#2`, amount: 200 },
    ])
  })

  it("T16: dates a credit by the confirmation of the version that made it, not by its copies", async () => {
    const { store, orderId } = await paidStandard(host)
    await store.refund(orderId, 54)
    await expectSound(host, store, orderId)
    await edit(store, orderId, { "Product 2": 2 })
    await expectSound(host, store, orderId)
    const [credit] = await host.sql<{ kind: string; occurred_at: Date }>(
      "select kind, occurred_at from reconciliation_open_item where key like 'cl:%'",
    )
    const [first] = await host.sql<{ confirmed_at: Date }>(
      "select confirmed_at from order_change where order_id = ? and version = 2",
      [orderId],
    )
    const copies = await host.sql<{ created_at: Date }>(
      "select created_at from order_credit_line where order_id = ? order by version desc limit 1",
      [orderId],
    )
    expect(credit?.occurred_at).toEqual(first?.confirmed_at)
    expect(credit?.occurred_at).not.toEqual(copies[0]?.created_at)
  })

  it("T15: takes a credit back that the host undid after it was read, also when its version comes again", async () => {
    const store = await openStandardStore(host)
    // Without a discount: of a version that the host undid it keeps the discounts, and counts them again.
    const orderId = await store.checkOut([[0, 2], 1])
    const books = booksOf(host, store, orderId)
    const failing = createStep("tests-fail", () => Promise.reject(new Error("refused at last")))
    const credit = createWorkflow("tests-credit-then-fail", (input: { id: string }) => {
      createOrderCreditLinesWorkflow.runAsStep({
        input: {
          id: orderId,
          credit_lines: [{ amount: 7, reference: "goodwill", reference_id: "seven" }],
        },
      })
      reconcileOrdersStep({
        order_ids: [orderId],
        cause: "before it is undone",
        actor: { type: "system", id: null },
      })
      failing()
      return new WorkflowResponse(input)
    })
    // A workflow's error is a plain object by the time its caller sees it.
    await expect(credit(host.container()).run({ input: { id: orderId } })).rejects.toMatchObject({
      message: "refused at last",
    })
    await sweepAfter(host, 0)
    // Its version number is left for the next change, which here is the same credit again.
    await books(
      `
      none         charged  adjusted     net    open
      Product 1     120.00      0.00  120.00  120.00
      Product 2      36.00      0.00   36.00   36.00
      Collect        24.00      0.00   24.00   24.00
      unallocated
      total         180.00      0.00  180.00  180.00
    `,
      { e4: false },
    )

    await store.act(`orders/${orderId}/credit-lines`, {
      amount: 7,
      reference: "goodwill",
      reference_id: "seven",
    })
    await books(
      `
      none         charged  adjusted     net    open
      Product 1     120.00     -4.67  115.33  115.33
      Product 2      36.00     -1.40   34.60   34.60
      Collect        24.00     -0.93   23.07   23.07
      unallocated
      total         180.00     -7.00  173.00  173.00
    `,
    )
  })
})
