import { ReconciliationError } from "../../src/modules/reconciliation/domain/errors"
import type { LedgerOrder } from "../../src/modules/reconciliation/services/order-view"
import type ReconciliationModuleService from "../../src/modules/reconciliation/services/service"
import { fingerprintOf, violationsIn } from "../setup/audit"
import { openLedger, type Ledger } from "../setup/ledger"
import { ModelOrder } from "../setup/model-shop"

const event = { actor: { type: "system", id: null }, cause: "payment.captured" } as const
const ada = { actor: { type: "user", id: "user_ada" }, cause: "matrix" } as const
const day = (number: number): string => `2026-01-${String(number).padStart(2, "0")}T09:00:00.000Z`

describe("An edit of allocations by hand", () => {
  let ledger: Ledger
  let customers = 0

  beforeAll(async () => {
    ledger = await openLedger("edits")
  })

  afterAll(async () => {
    await ledger.close()
  })

  /** A customer's order of A 75, B 75 and C 20, of which A and B contain 20 % and 7 % of tax. */
  const newOrder = (customerId = `cus_${(customers += 1)}`): ModelOrder =>
    new ModelOrder(`order_${customerId}_${(customers += 1)}`, 2, {
      customerId,
      currency: "eur",
      lines: [7500n, 7500n, 2000n],
      giftCard: 0n,
      at: day(1),
      rates: { A: [20], B: [20, 7] },
    })

  const tell = async (
    order: ModelOrder,
    context: typeof event | typeof ada = event,
    service: ReconciliationModuleService = ledger.service,
  ): Promise<void> => {
    const { now, hostVersions } = await service.readMarks([order.id])
    await service.reconcileOrder(order.read(hostVersions.get(order.id) ?? 0, now), { context })
  }

  const view = async (order: ModelOrder): Promise<LedgerOrder> => {
    const found = await ledger.service.retrieveOrder(order.id)
    if (!found) throw new Error("the order is not there")
    return found
  }

  /** "cap1 A 75.00" for each cell, and what each column has left. */
  const standing = async (order: ModelOrder): Promise<string[]> => {
    const names = await namesOf(order)
    const { cells, columns, state, code } = await view(order)
    return [
      ...cells
        .map(({ row, column, amount }) => `${names.get(column)} → ${row.slice(-1)} ${amount}`)
        .toSorted(),
      ...columns
        .filter(({ unallocated }) => unallocated !== "0.00")
        .map(({ id, unallocated }) => `${names.get(id)} left ${unallocated}`),
      `${state} ${code?.code}`,
    ]
  }

  const namesOf = async (order: ModelOrder): Promise<Map<string, string>> => {
    const rows = await ledger.sql<{ id: string; key: string }>(
      `select i.id::text, i.key from reconciliation_open_item i
         join reconciliation_document d on d.account_id = i.account_id where d.order_id = ? order by i.id`,
      [order.id],
    )
    return new Map(rows.map(({ id, key }) => [id, key.replace(/^.*[:_]/, "")]))
  }

  const edit = async (
    order: ModelOrder,
    cells: Record<string, string>,
    more: { expectedVersion?: number; idempotencyKey?: string; cause?: string } = {},
  ): ReturnType<ReconciliationModuleService["editAllocations"]> => {
    const ids = new Map([...(await namesOf(order))].map(([id, name]) => [name, id]))
    return ledger.service.editAllocations({
      orderId: order.id,
      expectedVersion: more.expectedVersion ?? (await view(order)).version,
      cells: Object.entries(cells).map(([cell, amount]) => {
        const [credit = "", debit = ""] = cell.split(" ")
        return { creditItemId: ids.get(credit) ?? credit, debitItemId: ids.get(debit) ?? debit, amount }
      }),
      context: { ...ada, cause: more.cause ?? ada.cause },
      ...(more.idempotencyKey && { idempotencyKey: more.idempotencyKey }),
    })
  }

  const broken = async (order: ModelOrder): Promise<string[]> => {
    const [row] = await ledger.sql<{ account_id: string }>(
      "select account_id::text from reconciliation_document where order_id = ?",
      [order.id],
    )
    return violationsIn(ledger, row?.account_id ?? "")
  }

  const paid = async (...captures: bigint[]): Promise<ModelOrder> => {
    const order = newOrder()
    captures.forEach((amount, index) => order.capture(day(2 + index), amount, 0))
    await tell(order)
    return order
  }

  const refusal = async (act: () => Promise<unknown>): Promise<ReconciliationError> => {
    const before = await fingerprintOf(ledger)
    try {
      await act()
    } catch (error) {
      if (!(error instanceof ReconciliationError)) throw error
      expect(await fingerprintOf(ledger)).toBe(before)
      return error
    }
    throw new Error("nothing was refused")
  }

  it("moves money between lines in one change, with as few rows as it takes", async () => {
    const order = await paid(10000n)
    expect(await standing(order)).toEqual(["cap0001 → A 75.00", "cap0001 → B 25.00", "partial a"])
    const done = await edit(order, { "cap0001 A": "65.00", "cap0001 B": "35.00" })
    expect(done).toMatchObject({
      changed: true,
      version: 2,
      released: [{ amount: "75.00" }],
      allocated: [{ amount: "65.00" }, { amount: "10.00" }],
    })
    expect(await standing(order)).toEqual(["cap0001 → A 65.00", "cap0001 → B 35.00", "partial a"])
    expect((await view(order)).version).toBe(2)
    expect(await broken(order)).toEqual([])
  })

  it("takes back the newest allocations of a cell and leaves cells that it does not name", async () => {
    const order = await paid(10000n)
    await edit(order, { "cap0001 A": "60.00" })
    await edit(order, { "cap0001 A": "70.00" })
    const done = await edit(order, { "cap0001 A": "60.00" })
    expect(done).toMatchObject({ released: [{ amount: "10.00" }], allocated: [] })
    expect(await standing(order)).toEqual([
      "cap0001 → A 60.00",
      "cap0001 → B 25.00",
      "cap0001 left 15.00",
      "partial a",
    ])
    expect(await broken(order)).toEqual([])
  })

  it("swaps two payments that have nothing left, because all is taken back before anything is put", async () => {
    const order = await paid(7500n, 9500n)
    await edit(order, {
      "cap0001 A": "0.00",
      "cap0002 B": "0.00",
      "cap0001 B": "75.00",
      "cap0002 A": "75.00",
    })
    expect(await standing(order)).toEqual([
      "cap0001 → B 75.00",
      "cap0002 → A 75.00",
      "cap0002 → C 20.00",
      "full A",
    ])
    expect(await broken(order)).toEqual([])
  })

  it("does nothing and writes nothing when every cell is as wanted", async () => {
    const order = await paid(10000n)
    const before = await fingerprintOf(ledger)
    expect(await edit(order, { "cap0001 A": "75.00", "cap0001 C": "0.00" })).toEqual({
      changed: false,
      version: 1,
      released: [],
      allocated: [],
    })
    expect(await fingerprintOf(ledger)).toBe(before)
  })

  it("gives a paid order's code its small letter again, and the capital with the same rank later", async () => {
    const order = await paid(17000n)
    expect(await standing(order)).toContain("full A")
    await edit(order, { "cap0001 C": "0" })
    expect(await standing(order)).toContain("partial a")
    await edit(order, { "cap0001 C": "20" })
    expect(await standing(order)).toContain("full A")
  })

  it("leaves what a person set free to a person: the next event pays with its own money only", async () => {
    const order = await paid(10000n)
    await edit(order, { "cap0001 A": "65.00" })
    order.capture(day(5), 500n, 0)
    await tell(order)
    expect(await standing(order)).toEqual([
      "cap0001 → A 65.00",
      "cap0001 → B 25.00",
      "cap0002 → A 5.00",
      "cap0001 left 10.00",
      "partial a",
    ])
    await tell(order)
    expect(await standing(order)).toContain("cap0001 left 10.00")
    await tell(order, ada)
    expect(await standing(order)).toEqual([
      "cap0001 → A 70.00",
      "cap0001 → B 30.00",
      "cap0002 → A 5.00",
      "partial a",
    ])
    expect(await broken(order)).toEqual([])
  })

  it("lets money that was set free pay back a refund", async () => {
    const order = await paid(10000n)
    await edit(order, { "cap0001 B": "15.00" })
    order.refund(day(5), { share: 10, payment: 0, credited: false })
    await tell(order)
    expect((await standing(order)).filter((line) => line.includes("left"))).toEqual([])
    expect(await broken(order)).toEqual([])
  })

  it("leaves a deposit that was set free to a person, whatever the store's policy", async () => {
    const service = ledger.serviceWith({ unappliedMoney: "oldest_first" })
    const order = newOrder("cus_deposit")
    await tell(order)
    await service.recordPayment({
      customerId: "cus_deposit",
      currencyCode: "eur",
      digits: 2,
      amount: "100.00",
      method: "cheque",
      reference: "cheque 1",
      occurredAt: day(2),
      idempotencyKey: "cheque1",
      context: event,
    })
    expect(await standing(order)).toEqual(["cheque1 → A 75.00", "cheque1 → B 25.00", "partial a"])
    await edit(order, { "cheque1 B": "0" })
    const next = newOrder("cus_deposit")
    await tell(next, event, service)
    const [account] = await service.listAccounts("cus_deposit")
    expect((await service.retrieveAccount(account?.id ?? "")).totals.unallocated).toBe("25.00")
    await service.reconcileAccount(account?.id ?? "", "oldest_first", { context: event })
    expect((await service.retrieveAccount(account?.id ?? "")).totals.unallocated).toBe("25.00")
    await service.reconcileAccount(account?.id ?? "", "oldest_first", { context: ada })
    expect((await service.retrieveAccount(account?.id ?? "")).totals.unallocated).toBe("0.00")
    expect(await broken(order)).toEqual([])
  })

  it("refuses what would over-allocate, on either side, and says what is open", async () => {
    const order = await paid(10000n, 1000n)
    const debit = await refusal(() => edit(order, { "cap0001 B": "0", "cap0001 A": "80" }))
    expect(debit).toMatchObject({ code: "over_allocated", ids: { open: "0", open_with_edit: "0" } })
    const credit = await refusal(() => edit(order, { "cap0001 A": "74.99", "cap0001 C": "0.02" }))
    expect(credit).toMatchObject({
      code: "over_allocated",
      ids: { open: "0", open_with_edit: "7500", wanted: "7501" },
    })
  })

  it("refuses cells that are none, and amounts that no cell can hold", async () => {
    const order = await paid(10000n)
    const other = await paid(10000n)
    const ofOther = [...(await namesOf(other))]
    const [theirLine = ""] = ofOther.find(([, name]) => name === "A") ?? []
    const codeOf = async (cells: Record<string, string>): Promise<string> =>
      (await refusal(() => edit(order, cells))).code
    expect(await codeOf({ [`cap0001 ${theirLine}`]: "1" })).toBe("item_not_found")
    expect(await codeOf({ "cap0001 nothing": "1" })).toBe("item_not_found")
    expect(await codeOf({ "A cap0001": "1" })).toBe("sides_swapped")
    expect(await codeOf({ "cap0001 A": "-1" })).toBe("amount_negative")
    expect(await codeOf({ "cap0001 A": "1.001" })).toBe("amount_too_precise")
    expect(await codeOf({ "cap0001 A": "ten" })).toBe("amount_malformed")
    const twice = [...(await namesOf(order))].map(([id, name]) => [name, id] as const)
    const [credit, debit] = ["cap0001", "A"].map((name) => new Map(twice).get(name) ?? "")
    expect(await codeOf({ "cap0001 A": "1", [`${credit} ${debit}`]: "2" })).toBe("cell_named_twice")
    const unknown = await refusal(() =>
      ledger.service.editAllocations({ orderId: "order_x", expectedVersion: 1, cells: [], context: ada }),
    )
    expect(unknown.code).toBe("order_not_found")
  })

  it("edits another order of the account only when asked for the account", async () => {
    const order = newOrder("cus_two")
    const other = newOrder("cus_two")
    order.capture(day(2), 20000n, 0)
    other.capture(day(3), 1000n, 0)
    await tell(order)
    await tell(other)
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
    const { version } = await view(order)
    const refused = await refusal(() =>
      ledger.service.editAllocations({
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
    await ledger.service.editAllocations({
      orderId: order.id,
      expectedVersion: version,
      cells: [surplus],
      context: ada,
    })
    const [account] = await ledger.service.listAccounts("cus_two")
    const done = await ledger.service.editAllocations({
      accountId: account?.id ?? "",
      expectedVersion: account?.version ?? 0,
      cells: [cell],
      context: ada,
    })
    expect(done.version).toBe((account?.version ?? 0) + 1)
    expect(await broken(order)).toEqual([])
  })

  it("refuses an edit of an older version, and says who moved what since", async () => {
    const order = newOrder("cus_stale")
    order.capture(day(2), 10000n, 0)
    await tell(order)
    await edit(order, { "cap0001 A": "65", "cap0001 B": "35" }, { cause: "by Ada" })
    const late = await refusal(() => edit(order, { "cap0001 A": "70" }, { expectedVersion: 1 }))
    expect(late).toMatchObject({ type: "conflict", code: "version_stale", ids: { version: "2" } })
    expect(late.message).toMatch(
      /at version 2, not 1: it was changed by user_ada \(by Ada\) at .* Since then: /,
    )
    expect(late.ids["changed"]).toMatch(/^\d+\/\d+ \("A"\) -10\.00, \d+\/\d+ \("B"\) \+10\.00$/)
    const [account] = await ledger.service.listAccounts("cus_stale")
    const ofAccount = await refusal(() =>
      ledger.service.editAllocations({
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
    const order = await paid(10000n)
    const cells = { "cap0001 A": "65" }
    const once = { expectedVersion: 1, idempotencyKey: "edit-1" }
    expect(await edit(order, cells, once)).toMatchObject({ changed: true, version: 2 })
    expect(await edit(order, cells, once)).toMatchObject({ changed: false, version: 2 })
    const other = await refusal(() => edit(order, { "cap0001 A": "60" }, once))
    expect(other.code).toBe("idempotency_key_reused")
  })

  it("never takes back what fulfils a planned payment, and lowers a cell past it", async () => {
    const order = newOrder()
    await tell(order)
    await ledger.together(
      `insert into reconciliation_instalment (account_id, document_id, change_id, plan, number, due_on, amount)
         select d.account_id, d.id, max(c.id), 1, 1, '2026-02-01', 5000
           from reconciliation_document d join reconciliation_change c on c.document_id = d.id
          where d.order_id = '${order.id}' group by d.id`,
      `update reconciliation_document set plan = 1 where order_id = '${order.id}'`,
    )
    order.capture(day(5), 6000n, 0)
    await tell(order)
    expect(await standing(order)).toEqual(["cap0001 → A 60.00", "partial a"])
    const refused = await refusal(() => edit(order, { "cap0001 A": "49.99" }))
    expect(refused).toMatchObject({ code: "instalment_bound", ids: { bound: "5000" } })
    expect(await edit(order, { "cap0001 A": "50.00" })).toMatchObject({ released: [{ amount: "10.00" }] })
    expect(await broken(order)).toEqual([])
  })
})
