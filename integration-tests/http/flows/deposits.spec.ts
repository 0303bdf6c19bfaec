import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { AccountView, OpenItemView, AllocationPlanView } from "../../../src/types/http"
import { describeHost, type Host } from "../../setup/host"
import { booksOf, upToDate } from "../../setup/host-checks"
import { TestStore } from "../../setup/store"

/** A 75, B 75, C 20, no tax and no shipping. */
const SHOP = { currency: "usd", prices: [75, 75, 20] }

describeHost((host) => {
  it("T10: pays several orders by one deposit, because the host links a payment to one order only", async () => {
    const store = await TestStore.open(host, SHOP)
    const [first, second, third] = [
      await store.checkOut([0, 1]),
      await store.checkOut([2]),
      await store.checkOut([0]),
    ]
    for (const order of [first, second, third]) await upToDate(host, order)
    await expect(linkToo(host, { from: first, to: second })).rejects.toThrow(
      "Cannot create multiple links between 'order' and 'payment'",
    )

    const account = await accountOf(store, first)
    await deposit(store, account, "200.00")
    const checks = [
      booksOf(host, store, first),
      booksOf(host, store, second),
      booksOf(host, store, third),
    ] as const
    await checks[0](`
      none         charged  adjusted     net    open
      Product 1      75.00         .   75.00   75.00
      Product 2      75.00         .   75.00   75.00
      unallocated
      total         150.00      0.00  150.00  150.00
    `)
    await store.act(`reconciliation/accounts/${account.id}/reconcile`, { strategy: "oldest_first" })
    await checks[0](
      `
      full A       charged  adjusted     net  deposit  open
      Product 1      75.00         .   75.00    75.00  0.00
      Product 2      75.00         .   75.00    75.00  0.00
      elsewhere                                 50.00
      unallocated                                0.00
      total         150.00      0.00  150.00   200.00  0.00
    `,
      { e2: false },
    )
    await checks[1](
      `
      full C       charged  adjusted    net  deposit  open
      Product 3      20.00         .  20.00    20.00  0.00
      elsewhere                               180.00
      unallocated                               0.00
      total          20.00      0.00  20.00   200.00  0.00
    `,
      { e2: false },
    )
    await checks[2](
      `
      partial d    charged  adjusted    net  deposit   open
      Product 1      75.00         .  75.00    30.00  45.00
      elsewhere                               170.00
      unallocated                               0.00
      total          75.00      0.00  75.00   200.00  45.00
    `,
      { e2: false },
    )
    expect((await accountOf(store, first)).totals).toMatchObject({
      owed: "245.00",
      paid: "200.00",
      open: "45.00",
      unallocated: "0.00",
    })
  })

  it("shows the 90 that are left of a credit of 100 once: on the account, in the list, in the order's column", async () => {
    const store = await TestStore.open(host, { ...SHOP, prices: [10] })
    const orderId = await store.checkOut([0])
    await upToDate(host, orderId)
    const account = await accountOf(store, orderId)
    await deposit(store, account, "100.00")
    await store.act(`reconciliation/accounts/${account.id}/reconcile`, { strategy: "oldest_first" })
    await booksOf(
      host,
      store,
      orderId,
    )(
      `
      full A       charged  adjusted    net  deposit  open
      Product 1      10.00         .  10.00    10.00  0.00
      unallocated                              90.00
      total          10.00      0.00  10.00   100.00  0.00
    `,
      { e2: false },
    )
    const { totals, deposits } = await accountOf(store, orderId)
    expect(totals).toMatchObject({ owed: "10.00", paid: "100.00", open: "0.00", unallocated: "90.00" })
    expect(deposits).toMatchObject([{ kind: "deposit", amount: "100.00", allocated: "10.00", open: "90.00" }])
    expect(await openItems(store)).toEqual([["credit", "deposit", "90.00", null]])
  })

  it("shows what one order was paid too much, and leaves it there until somebody applies it to another", async () => {
    const store = await TestStore.open(host, SHOP)
    const overpaid = await store.checkOut([0, 2])
    await store.act(`orders/${overpaid}/credit-lines`, {
      amount: 15,
      reference: "goodwill",
      reference_id: "sorry",
    })
    await store.capture(overpaid, 95)
    const other = await store.checkOut([2])
    await upToDate(host, other)
    const [books, others] = [booksOf(host, store, overpaid), booksOf(host, store, other)]
    await books(`
      full A       charged  adjusted    net  payment  open
      Product 1      75.00    -11.84  63.16    63.16  0.00
      Product 3      20.00     -3.16  16.84    16.84  0.00
      unallocated                              15.00
      total          95.00    -15.00  80.00    95.00  0.00
    `)
    await others(`
      none         charged  adjusted    net   open
      Product 3      20.00         .  20.00  20.00
      unallocated
      total          20.00      0.00  20.00  20.00
    `)
    expect((await accountOf(store, overpaid)).totals).toMatchObject({ open: "20.00", unallocated: "15.00" })
    const account = await accountOf(store, overpaid)
    const preview = await store.act<{ allocation_plan: AllocationPlanView }>(
      `reconciliation/accounts/${account.id}/preview`,
      {
        strategy: "oldest_first",
      },
    )
    expect(preview.allocation_plan.allocate).toMatchObject([{ order_id: other, amount: "15.00" }])
    await store.act(`reconciliation/accounts/${account.id}/reconcile`, { strategy: "oldest_first" })
    await books(
      `
      full A       charged  adjusted    net  payment  open
      Product 1      75.00    -11.84  63.16    63.16  0.00
      Product 3      20.00     -3.16  16.84    16.84  0.00
      elsewhere                                15.00
      unallocated                               0.00
      total          95.00    -15.00  80.00    95.00  0.00
    `,
      { e2: false },
    )
    await others(
      `
      partial b    charged  adjusted    net  payment  open
      Product 3      20.00         .  20.00    15.00  5.00
      elsewhere                                80.00
      unallocated                               0.00
      total          20.00      0.00  20.00    95.00  5.00
    `,
      { e2: false },
    )
  })
})

/** Tries to make the payment of one order pay another one too. */
async function linkToo(host: Host, { from, to }: { from: string; to: string }): Promise<void> {
  const [link] = await host.sql<{ id: string }>(
    "select payment_collection_id as id from order_payment_collection where order_id = ?",
    [from],
  )
  await host
    .container()
    .resolve(ContainerRegistrationKeys.LINK)
    .create({ [Modules.ORDER]: { order_id: to }, [Modules.PAYMENT]: { payment_collection_id: link?.id } })
}

async function accountOf(store: TestStore, orderId: string): Promise<AccountView> {
  const { account_id: id } = await store.order(orderId)
  return (await store.get<{ account: AccountView }>(`reconciliation/accounts/${id}`)).account
}

async function deposit(
  store: TestStore,
  { owner_id, currency_code }: AccountView,
  amount: string,
): Promise<void> {
  await store.act("reconciliation/payments", {
    customer_id: owner_id,
    currency_code,
    amount,
    method: "transfer",
    reference: "statement 7",
  })
}

/** The whole list of open items, as kind, order and what is open. */
async function openItems(store: TestStore): Promise<unknown[]> {
  const { open_items } = await store.get<{ open_items: OpenItemView[] }>(
    "reconciliation/open-items?limit=100",
  )
  return open_items.map(({ kind, side, open, order_id }) => [side, kind, open, order_id])
}
