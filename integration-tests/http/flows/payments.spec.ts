import type { ListedTransactionView } from "../../../src/types/http"
import { booksOf, expectSound } from "../../setup/host-checks"
import { describeHost } from "../../setup/host"
import { edit, itemsOf } from "../../setup/order-edit"
import { checkOutStandard, openStandardStore } from "../../setup/standard-order"
import { TestStore } from "../../setup/store"

/** The order's payment collections as the host shows them, oldest first. */
async function collections(store: TestStore, orderId: string): Promise<string[]> {
  return (await store.collections(orderId)).map(({ status, amount }) => `${status} ${amount}`)
}

async function markAsPaid(store: TestStore, orderId: string, place: number): Promise<void> {
  const collection = (await store.collections(orderId))[place]
  await store.act(`payment-collections/${collection?.id}/mark-as-paid`, { order_id: orderId })
}

describeHost((host) => {
  it("is paid at once when the payment service takes the money at the checkout", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store, { psp: { captures: "at_authorization" } })
    const books = booksOf(host, store, orderId)
    await books(`
      full A       charged  adjusted     net  payment  open
      Product 1     108.00         .  108.00   108.00  0.00
      Product 2      36.00         .   36.00    36.00  0.00
      Collect        24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00      0.00  168.00   168.00  0.00
    `)
  })

  it("is paid when a clerk captures the payment", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store)
    const books = booksOf(host, store, orderId)
    await books(`
      none         charged  adjusted     net    open
      Product 1     108.00         .  108.00  108.00
      Product 2      36.00         .   36.00   36.00
      Collect        24.00         .   24.00   24.00
      unallocated
      total         168.00      0.00  168.00  168.00
    `)

    await store.capture(orderId)
    await books(`
      full A       charged  adjusted     net  payment  open
      Product 1     108.00         .  108.00   108.00  0.00
      Product 2      36.00         .   36.00    36.00  0.00
      Collect        24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00      0.00  168.00   168.00  0.00
    `)
  })

  it("F30: says in the list that authorised money waits to be captured, until it is or cannot be any more", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store)
    const told = async (): Promise<unknown> => {
      const { account_id: account } = await store.order(orderId)
      const asked = `reconciliation/transactions?show=unreconciled&account_id=${account}`
      const { transactions } = await store.get<{ transactions: ListedTransactionView[] }>(asked)
      return transactions.map(({ why, next_step: step }) => [why, step?.act])
    }
    await store.eventually(orderId, { state: "none" })
    const code = "not_captured"
    expect(await told()).toEqual([[{ code, paid: null, total: "168.00" }, "capture"]])
    // What is left of a payment that was captured in part can be captured still.
    await store.capture(orderId, 100)
    await store.eventually(orderId, { state: "partial" })
    expect(await told()).toEqual([[{ code, paid: "100.00", total: "168.00" }, "capture"]])
    // The edit has the host cancel it, and ask for what is left anew.
    await edit(store, orderId, { "Product 2": 3 })
    await store.eventually(orderId, { totals: { owed: "240.00" } })
    expect(await told()).toMatchObject([[{ code: "partly_paid", total: "240.00" }, "record_payment"]])
  })

  it("says what the money came by, who moved it and which rows of the host it stands for", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store)
    await store.capture(orderId)
    await expectSound(host, store, orderId)
    const { columns } = await store.order(orderId)
    expect(columns).toMatchObject([{ method: "manual", provider_id: "pp_system_default", detail: null }])
    const [collection] = await store.collections(orderId)
    const items = await host.sql<Record<string, string | null>>(
      `select i.key, i.host_id, i.payment_id, i.provider_id, i.method from reconciliation_open_item i
         join reconciliation_document d on d.id = i.document_id where d.order_id = ? order by i.id`,
      [orderId],
    )
    for (const { key, host_id: id } of items) expect(key).toMatch(new RegExp(`^(line|ship|cap):${id}$`))
    expect(items.map(({ payment_id: id }) => id)).toEqual([null, null, null, collection?.payments[0]?.id])
  })

  it("pays lines in their order as captures come: 100, then 68 of 168", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store)
    const books = booksOf(host, store, orderId)
    await store.capture(orderId, 100)
    await books(`
      partial a    charged  adjusted     net  payment   open
      Product 1     108.00         .  108.00   100.00   8.00
      Product 2      36.00         .   36.00        .  36.00
      Collect        24.00         .   24.00        .  24.00
      unallocated                                0.00
      total         168.00      0.00  168.00   100.00  68.00
    `)

    await store.capture(orderId, 60)
    await books(`
      partial a    charged  adjusted     net  payment  payment  open
      Product 1     108.00         .  108.00   100.00     8.00  0.00
      Product 2      36.00         .   36.00        .    36.00  0.00
      Collect        24.00         .   24.00        .    16.00  8.00
      unallocated                                0.00     0.00
      total         168.00      0.00  168.00   100.00    60.00  8.00
    `)

    await store.capture(orderId, 8)
    await books(`
      full A       charged  adjusted     net  payment  payment  payment  open
      Product 1     108.00         .  108.00   100.00     8.00        .  0.00
      Product 2      36.00         .   36.00        .    36.00        .  0.00
      Collect        24.00         .   24.00        .    16.00     8.00  0.00
      unallocated                                0.00     0.00     0.00
      total         168.00      0.00  168.00   100.00    60.00     8.00  0.00
    `)
  })

  it("closes to the cent when captures are not whole cents: 10.75 % on three of 24.99 and one of 10.01", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [24.99, 10.01], taxRate: 10.75 })
    const orderId = await store.checkOut([[0, 3], 1])
    const books = booksOf(host, store, orderId)
    await books(`
      none         charged  adjusted    net   open
      Product 1      83.03         .  83.03  83.03
      Product 2      11.09         .  11.09  11.09
      unallocated
      total          94.12      0.00  94.12  94.12
    `)

    // A third of 94.11535 each, as a service would take three instalments.
    await store.capture(orderId, 31.371783)
    await books(`
      partial a    charged  adjusted    net  payment   open
      Product 1      83.03         .  83.03    31.38  51.65
      Product 2      11.09         .  11.09        .  11.09
      Rounding       -0.01         .  -0.01    -0.01   0.00
      unallocated                               0.00
      total          94.11      0.00  94.11    31.37  62.74
    `)

    await store.capture(orderId, 31.371783)
    await store.capture(orderId, 31.371784)
    await books(`
      full A       charged  adjusted    net  payment  payment  payment  open
      Product 1      83.03         .  83.03    31.38    31.37    20.28  0.00
      Product 2      11.09         .  11.09        .        .    11.09  0.00
      Rounding       -0.01      0.01   0.00    -0.01        .     0.01  0.00
      unallocated                               0.00     0.00     0.00
      total          94.11      0.01  94.12    31.37    31.37    31.38  0.00
    `)
  })

  it("T9: counts the capture in the new collection when an edit has cancelled the authorized one", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store)
    const books = booksOf(host, store, orderId)
    await edit(store, orderId, { "Product 2": 3 })
    expect(await collections(store, orderId)).toEqual(["canceled 168", "not_paid 240"])
    await books(`
      none         charged  adjusted     net    open
      Product 1     108.00         .  108.00  108.00
      Product 2      36.00     72.00  108.00  108.00
      Collect        24.00         .   24.00   24.00
      unallocated
      total         168.00     72.00  240.00  240.00
    `)

    await markAsPaid(store, orderId, 1)
    expect(await collections(store, orderId)).toEqual(["canceled 168", "completed 240"])
    await books(`
      full A       charged  adjusted     net  payment  open
      Product 1     108.00         .  108.00   108.00  0.00
      Product 2      36.00     72.00  108.00   108.00  0.00
      Collect        24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00     72.00  240.00   240.00  0.00
    `)
  })

  it("T9: keeps what a payment had captured that an edit has cancelled, and takes the rest from another", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store)
    const books = booksOf(host, store, orderId)
    await store.capture(orderId, 100)
    await edit(store, orderId, { "Product 2": 3 })
    expect(await collections(store, orderId)).toEqual(["partially_captured 168", "not_paid 140"])
    await books(`
      partial a    charged  adjusted     net  payment    open
      Product 1     108.00         .  108.00   100.00    8.00
      Product 2      36.00     72.00  108.00        .  108.00
      Collect        24.00         .   24.00        .   24.00
      unallocated                                0.00
      total         168.00     72.00  240.00   100.00  140.00
    `)

    await markAsPaid(store, orderId, 1)
    await books(`
      full A       charged  adjusted     net  payment  payment  open
      Product 1     108.00         .  108.00   100.00     8.00  0.00
      Product 2      36.00     72.00  108.00        .   108.00  0.00
      Collect        24.00         .   24.00        .    24.00  0.00
      unallocated                                0.00     0.00
      total         168.00     72.00  240.00   100.00   140.00  0.00
    `)

    await expect(store.capture(orderId, 68)).rejects.toThrow("has been canceled")
  })

  it("pays what an edit adds through collections of its own, one after the other", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store)
    const books = booksOf(host, store, orderId)
    await store.capture(orderId)
    await edit(store, orderId, { "Product 2": 3 })
    await books(`
      partial a    charged  adjusted     net  payment   open
      Product 1     108.00         .  108.00   108.00   0.00
      Product 2      36.00     72.00  108.00    36.00  72.00
      Collect        24.00         .   24.00    24.00   0.00
      unallocated                                0.00
      total         168.00     72.00  240.00   168.00  72.00
    `)

    await markAsPaid(store, orderId, 1)
    await books(`
      full A       charged  adjusted     net  payment  payment  open
      Product 1     108.00         .  108.00   108.00        .  0.00
      Product 2      36.00     72.00  108.00    36.00    72.00  0.00
      Collect        24.00         .   24.00    24.00        .  0.00
      unallocated                                0.00     0.00
      total         168.00     72.00  240.00   168.00    72.00  0.00
    `)

    await edit(store, orderId, { "Product 2": 4 })
    await markAsPaid(store, orderId, 2)
    await books(`
      full A       charged  adjusted     net  payment  payment  payment  open
      Product 1     108.00         .  108.00   108.00        .        .  0.00
      Product 2      36.00    108.00  144.00    36.00    72.00    36.00  0.00
      Collect        24.00         .   24.00    24.00        .        .  0.00
      unallocated                                0.00     0.00     0.00
      total         168.00    108.00  276.00   168.00    72.00    36.00  0.00
    `)
    expect(await collections(store, orderId)).toEqual(["completed 168", "completed 72", "completed 36"])
  })

  it("T13: takes a fulfilment for what it is: a version that changes no money", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store)
    const books = booksOf(host, store, orderId)
    await store.capture(orderId, 100)
    const before = await store.eventually(orderId, { state: "partial" }, 60_000)
    const items = await itemsOf(store, orderId)
    await store.act(`orders/${orderId}/fulfillments`, {
      items: items.map(({ id, quantity }) => ({ id, quantity })),
    })
    const [change] = await host.sql<{ change_type: string | null; version: number }>(
      "select change_type, version from order_change where order_id = ? order by version desc limit 1",
      [orderId],
    )
    expect(change).toEqual({ change_type: null, version: 2 })
    expect(await store.order(orderId)).toEqual(before)
    await store.capture(orderId, 68)
    await books(`
      full A       charged  adjusted     net  payment  payment  open
      Product 1     108.00         .  108.00   100.00     8.00  0.00
      Product 2      36.00         .   36.00        .    36.00  0.00
      Collect        24.00         .   24.00        .    24.00  0.00
      unallocated                                0.00     0.00
      total         168.00      0.00  168.00   100.00    68.00  0.00
    `)
  })
})
