import { violationsIn } from "../../setup/audit"
import { register, type Customer } from "../../setup/customer"
import { openFlow, openSentFlow, type Flow } from "../../setup/flow"
import { describeHost, type Host } from "../../setup/host"
import { accountsOf, Transfer } from "../../setup/transfer"

/** An order that Ada placed as a guest, the way to Bea, and how their accounts are checked. */
async function begin(host: Host, flow: Flow) {
  const { store, orderId } = flow
  const ada = (await store.order(orderId)).customer?.id ?? ""
  const bea = await register(host, store, "bea@example.com")
  const accounts = async (expected: { ada: string[]; bea: string[] }): Promise<void> => {
    expect({ ada: await accountsOf(store, ada), bea: await accountsOf(store, bea.id) }).toEqual(expected)
    const all = await host.sql<{ id: string }>("select id from reconciliation_account")
    for (const { id } of all) expect(await violationsIn(host, id)).toEqual([])
  }
  return { ...flow, bea, transfer: new Transfer(host, store, orderId), accounts }
}

describeHost((host) => {
  it("T12: a transfer that is offered, or declined, moves nothing; accepted, what is paid stays where it is", async () => {
    const { store, orderId, books, bea, transfer, accounts, changes } = await begin(
      host,
      await openSentFlow(host),
    )
    const paid = (corner: string): string => `
      ${corner}  charged  adjusted     net  payment  open
      A             108.00         .  108.00   108.00  0.00
      B              36.00         .   36.00    36.00  0.00
      Delivery       24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00      0.00  168.00   168.00  0.00
    `
    const settled = "owed 168.00, paid 168.00, open 0.00, unallocated 0.00: full A"
    await transfer.offerTo(bea)
    await books(paid("full A     "))
    await accounts({ ada: [settled], bea: [] })
    await transfer.decline()
    await books(paid("full A     "))
    await accounts({ ada: [settled], bea: [] })

    // The code is Ada's, and Bea's account has paid nothing of it yet.
    await transfer.giveTo(bea)
    await books(paid("full       "))
    expect((await store.order(orderId)).customer).toMatchObject({ id: bea.id })
    await accounts({
      ada: [settled],
      bea: ["owed 0.00, paid 0.00, open 0.00, unallocated 0.00: full -"],
    })

    const returnId = await changes.requestReturn({ A: 1 })
    await changes.receive(returnId, { A: 1 })
    await books(`
      full         charged  adjusted     net  payment  credit  open
      A             108.00    -54.00   54.00   108.00  -54.00  0.00
      B              36.00         .   36.00    36.00       .  0.00
      Delivery       24.00         .   24.00    24.00       .  0.00
      unallocated                                0.00   54.00
      total         168.00    -54.00  114.00   168.00    0.00  0.00
    `)
    await accounts({
      ada: [settled],
      bea: ["owed -54.00, paid 0.00, open 0.00, unallocated 54.00: full -"],
    })
    await store.refund(orderId, 54)
    await books(`
      full         charged  adjusted     net  payment  refund  open
      A             108.00    -54.00   54.00   108.00  -54.00  0.00
      B              36.00         .   36.00    36.00       .  0.00
      Delivery       24.00         .   24.00    24.00       .  0.00
      unallocated                                0.00    0.00
      total         168.00    -54.00  114.00   168.00  -54.00  0.00
    `)
    await accounts({
      ada: [settled],
      bea: ["owed -54.00, paid -54.00, open 0.00, unallocated 0.00: full -"],
    })
  })

  it("moves what is open of an order to the customer who gets it, and the rest of its money with it", async () => {
    const { store, orderId, books, bea, transfer, accounts } = await begin(host, await openFlow(host))
    await store.capture(orderId, 100)
    await books(`
      partial a    charged  adjusted     net  payment   open
      A             108.00         .  108.00   100.00   8.00
      B              36.00         .   36.00        .  36.00
      Delivery       24.00         .   24.00        .  24.00
      unallocated                                0.00
      total         168.00      0.00  168.00   100.00  68.00
    `)
    await accounts({ ada: ["owed 168.00, paid 100.00, open 68.00, unallocated 0.00: partial a"], bea: [] })
    await transfer.giveTo(bea)
    await books(`
      partial      charged  adjusted     net  payment   open
      A             108.00         .  108.00   100.00   8.00
      B              36.00         .   36.00        .  36.00
      Delivery       24.00         .   24.00        .  24.00
      unallocated                                0.00
      total         168.00      0.00  168.00   100.00  68.00
    `)
    await accounts({
      ada: ["owed 100.00, paid 100.00, open 0.00, unallocated 0.00: full A"],
      bea: ["owed 68.00, paid 0.00, open 68.00, unallocated 0.00: none -"],
    })
    await store.capture(orderId, 68)
    await books(`
      full A       charged  adjusted     net  payment  payment  open
      A             108.00         .  108.00   100.00     8.00  0.00
      B              36.00         .   36.00        .    36.00  0.00
      Delivery       24.00         .   24.00        .    24.00  0.00
      unallocated                                0.00     0.00
      total         168.00      0.00  168.00   100.00    68.00  0.00
    `)
    await accounts({
      ada: ["owed 100.00, paid 100.00, open 0.00, unallocated 0.00: full A"],
      bea: ["owed 68.00, paid 68.00, open 0.00, unallocated 0.00: full A"],
    })
    // The order is Bea's now, so what is paid back of it is paid to her.
    await store.refund(orderId, 30)
    await books(`
      full A       charged  adjusted     net  payment  payment  refund  open
      A             108.00         .  108.00   100.00     8.00       .  0.00
      B              36.00     -6.00   30.00        .    36.00   -6.00  0.00
      Delivery       24.00    -24.00    0.00        .    24.00  -24.00  0.00
      unallocated                                0.00     0.00    0.00
      total         168.00    -30.00  138.00   100.00    68.00  -30.00  0.00
    `)
    await accounts({
      ada: ["owed 100.00, paid 100.00, open 0.00, unallocated 0.00: full A"],
      bea: ["owed 38.00, paid 38.00, open 0.00, unallocated 0.00: full A"],
    })
  })

  it("moves all of an order that nothing was paid of", async () => {
    const { store, orderId, books, bea, transfer, accounts, changes } = await begin(
      host,
      await openFlow(host),
    )
    await transfer.giveTo(bea)
    await books(`
      none         charged  adjusted     net    open
      A             108.00         .  108.00  108.00
      B              36.00         .   36.00   36.00
      Delivery       24.00         .   24.00   24.00
      unallocated
      total         168.00      0.00  168.00  168.00
    `)
    await accounts({
      ada: ["owed 0.00, paid 0.00, open 0.00, unallocated 0.00: full -"],
      bea: ["owed 168.00, paid 0.00, open 168.00, unallocated 0.00: none -"],
    })
    await changes.edit({ set: { B: 2 } })
    await changes.payDifference()
    await books(`
      full A       charged  adjusted     net  payment  open
      A             108.00         .  108.00   108.00  0.00
      B              36.00     36.00   72.00    72.00  0.00
      Delivery       24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00     36.00  204.00   204.00  0.00
    `)
    expect((await store.order(orderId)).customer).toMatchObject({ id: bea.id })
    await accounts({
      ada: ["owed 0.00, paid 0.00, open 0.00, unallocated 0.00: full -"],
      bea: ["owed 204.00, paid 204.00, open 0.00, unallocated 0.00: full A"],
    })
  })

  it("gives a guest's order to the customer that the guest has become", async () => {
    const { store, orderId, books, accounts } = await begin(host, await openFlow(host))
    await store.capture(orderId, 60)
    const ada: Customer = await register(host, store, "ada@example.com")
    const transfer = new Transfer(host, store, orderId)
    await transfer.askedFor(ada)
    await books(`
      partial a    charged  adjusted     net  payment    open
      A             108.00         .  108.00    60.00   48.00
      B              36.00         .   36.00        .   36.00
      Delivery       24.00         .   24.00        .   24.00
      unallocated                                0.00
      total         168.00      0.00  168.00    60.00  108.00
    `)
    await transfer.accept()
    await books(`
      partial      charged  adjusted     net  payment    open
      A             108.00         .  108.00    60.00   48.00
      B              36.00         .   36.00        .   36.00
      Delivery       24.00         .   24.00        .   24.00
      unallocated                                0.00
      total         168.00      0.00  168.00    60.00  108.00
    `)
    expect((await store.order(orderId)).customer).toMatchObject({ id: ada.id })
    await accounts({ ada: ["owed 60.00, paid 60.00, open 0.00, unallocated 0.00: full A"], bea: [] })
    expect(await accountsOf(store, ada.id)).toEqual([
      "owed 108.00, paid 0.00, open 108.00, unallocated 0.00: none -",
    ])
    await store.capture(orderId, 108)
    await books(`
      full A       charged  adjusted     net  payment  payment  open
      A             108.00         .  108.00    60.00    48.00  0.00
      B              36.00         .   36.00        .    36.00  0.00
      Delivery       24.00         .   24.00        .    24.00  0.00
      unallocated                                0.00     0.00
      total         168.00      0.00  168.00    60.00   108.00  0.00
    `)
    expect(await accountsOf(store, ada.id)).toEqual([
      "owed 108.00, paid 108.00, open 0.00, unallocated 0.00: full A",
    ])
  })
})
