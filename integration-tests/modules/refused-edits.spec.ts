import { openLedger, type Ledger } from "../setup/ledger"
import { ada, day, EditShop } from "../setup/edit-shop"

describe("An edit of allocations that is refused", () => {
  let ledger: Ledger
  const shop = new EditShop(() => ledger)

  beforeAll(async () => {
    ledger = await openLedger("refused_edits")
  })

  afterAll(async () => {
    await ledger.close()
  })

  it("refuses what would over-allocate, on either side, and says what is open", async () => {
    const order = await shop.paid(10000n, 1000n)
    const debit = await shop.refusal(() => shop.edit(order, { "cap0001 B": "0", "cap0001 A": "80" }))
    expect(debit).toMatchObject({ code: "over_allocated", ids: { open: "0", open_with_edit: "0" } })
    const credit = await shop.refusal(() => shop.edit(order, { "cap0001 A": "74.99", "cap0001 C": "0.02" }))
    expect(credit).toMatchObject({
      code: "over_allocated",
      ids: { open: "0", open_with_edit: "7500", wanted: "7501" },
    })
  })

  it("refuses cells that are none, and amounts that no cell can hold", async () => {
    const order = await shop.paid(10000n)
    const other = await shop.paid(10000n)
    const ofOther = [...(await shop.namesOf(other))]
    const [theirLine = ""] = ofOther.find(([, name]) => name === "A") ?? []
    const codeOf = async (cells: Record<string, string>): Promise<string> =>
      (await shop.refusal(() => shop.edit(order, cells))).code
    expect(await codeOf({ [`cap0001 ${theirLine}`]: "1" })).toBe("other_account")
    expect(await codeOf({ "cap0001 nothing": "1" })).toBe("item_not_found")
    expect(await codeOf({ "A cap0001": "1" })).toBe("sides_swapped")
    expect(await codeOf({ "cap0001 A": "-1" })).toBe("amount_negative")
    expect(await codeOf({ "cap0001 A": "1.001" })).toBe("amount_too_precise")
    expect(await codeOf({ "cap0001 A": "ten" })).toBe("amount_malformed")
    const second = await shop.refusal(() => shop.edit(order, { "cap0001 A": "1", "cap0001 B": "ten" }))
    expect(second).toMatchObject({ ids: { fields: "cells.1.amount" } })
    const twice = [...(await shop.namesOf(order))].map(([id, name]) => [name, id] as const)
    const [credit, debit] = ["cap0001", "A"].map((name) => new Map(twice).get(name) ?? "")
    expect(await codeOf({ "cap0001 A": "1", [`${credit} ${debit}`]: "2" })).toBe("cell_named_twice")
    const unknown = await shop.refusal(() =>
      ledger.service.edits.edit({ orderId: "order_x", expectedVersion: 1, cells: [], context: ada }),
    )
    expect(unknown.code).toBe("order_not_read")
  })

  it("edits another order of the account only when asked for the account", async () => {
    const order = shop.newOrder("cus_two")
    const other = shop.newOrder("cus_two")
    order.capture(day(2), 20000n, 0)
    other.capture(day(3), 1000n, 0)
    await shop.tell(order)
    await shop.tell(other)
    const rows = await ledger.sql<{ id: string; name: string }>(
      `select i.id::text, d.order_id || ' ' || i.kind || ' ' || i.title as name from reconciliation_open_item i
         join reconciliation_document d on d.id = i.document_id where d.order_id in (?, ?)`,
      [order.id, other.id],
    )
    const id = (name: string): string => rows.find((row) => row.name.startsWith(name))?.id ?? ""
    const cell = {
      creditItemId: id(`${other.id} payment`),
      debitItemId: id(`${other.id} charge A`),
      amount: "5.00",
    }
    const { version } = await shop.view(order)
    const refused = await shop.refusal(() =>
      ledger.service.edits.edit({
        orderId: order.id,
        expectedVersion: version,
        cells: [cell],
        context: ada,
      }),
    )
    expect(refused.code).toBe("cell_not_of_order")
    // The surplus of one order goes to the other's line, in an edit of either.
    const surplus = {
      creditItemId: id(`${order.id} payment`),
      debitItemId: id(`${other.id} charge B`),
      amount: "30.00",
    }
    await ledger.service.edits.edit({
      orderId: order.id,
      expectedVersion: version,
      cells: [surplus],
      context: ada,
    })
    const [account] = await ledger.service.accounts.listOf("cus_two")
    const done = await ledger.service.edits.edit({
      accountId: account?.id ?? "",
      expectedVersion: account?.version ?? 0,
      cells: [cell],
      context: ada,
    })
    expect(done.version).toBe((account?.version ?? 0) + 1)
    expect(await shop.broken(order)).toEqual([])
  })

  it("refuses an edit of an older version, and says who moved what since", async () => {
    const order = shop.newOrder("cus_stale")
    order.capture(day(2), 10000n, 0)
    await shop.tell(order)
    await shop.edit(order, { "cap0001 A": "65", "cap0001 B": "35" }, { cause: "by Ada" })
    const late = await shop.refusal(() => shop.edit(order, { "cap0001 A": "70" }, { expectedVersion: 1 }))
    expect(late).toMatchObject({ type: "conflict", code: "version_stale", ids: { version: "2" } })
    expect(late.message).toMatch(
      /at version 2, not 1: it was changed by user_ada \(by Ada\) at .* Since then: /,
    )
    expect(late.ids["changed"]).toMatch(/^\d+\/\d+ \("A"\) -10\.00, \d+\/\d+ \("B"\) \+10\.00$/)
    const [account] = await ledger.service.accounts.listOf("cus_stale")
    const ofAccount = await shop.refusal(() =>
      ledger.service.edits.edit({
        accountId: account?.id ?? "",
        expectedVersion: 1,
        cells:
          late.ids["changed"]?.split(", ").map((text) => {
            const [, creditItemId = "", debitItemId = ""] = /^(\d+)\/(\d+)/.exec(text) ?? []
            return { creditItemId, debitItemId, amount: "1" }
          }) ?? [],
        context: ada,
      }),
    )
    expect(ofAccount.ids["changed"]).toBe(late.ids["changed"])
  })

  it("does an edit once, however often its key is sent", async () => {
    const order = await shop.paid(10000n)
    const cells = { "cap0001 A": "65" }
    const once = { expectedVersion: 1, idempotencyKey: "edit-1" }
    expect(await shop.edit(order, cells, once)).toMatchObject({ changed: true, version: 2 })
    expect(await shop.edit(order, cells, once)).toMatchObject({ changed: true, version: 2 })
    const other = await shop.refusal(() => shop.edit(order, { "cap0001 A": "60" }, once))
    expect(other.code).toBe("idempotency_key_reused")
  })

  const planned = async (orderId: string, amount: number): Promise<void> =>
    ledger.together(
      `insert into reconciliation_instalment (account_id, document_id, change_id, plan, number, due_on, amount)
         select d.account_id, d.id, max(c.id), 1, 1, '2026-02-01', ${amount}
           from reconciliation_document d join reconciliation_change c on c.document_id = d.id
          where d.order_id = '${orderId}' group by d.id`,
      `update reconciliation_document set plan = 1 where order_id = '${orderId}'`,
    )

  it("never lowers a cell past what fulfils planned payments", async () => {
    const order = shop.newOrder()
    await shop.tell(order)
    await planned(order.id, 5000)
    order.capture(day(5), 6000n, 0)
    await shop.tell(order)
    expect(await shop.standing(order)).toEqual(["cap0001 → A 60.00", "partial a"])
    const refused = await shop.refusal(() => shop.edit(order, { "cap0001 A": "49.99" }))
    expect(refused).toMatchObject({ code: "instalment_bound", ids: { bound: "5000" } })
    expect(await shop.edit(order, { "cap0001 A": "50.00" })).toMatchObject({
      released: [{ amount: "10.00" }],
    })
    expect(await shop.broken(order)).toEqual([])
  })

  it("takes back older allocations where the newest fulfil a planned payment", async () => {
    const order = await shop.paid(6000n)
    await shop.edit(order, { "cap0001 A": "40" })
    await planned(order.id, 2000)
    await shop.tell(order, ada)
    expect(await shop.standing(order)).toEqual(["cap0001 → A 60.00", "partial a"])
    expect(await shop.edit(order, { "cap0001 A": "30" })).toMatchObject({
      released: [{ amount: "40.00" }],
      allocated: [{ amount: "10.00" }],
    })
    expect(await shop.broken(order)).toEqual([])
  })
})
