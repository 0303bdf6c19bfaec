import type { OrderReconciliation } from "../../src/types/http"
import { codeOf, PaymentDesk, rowOf, tick } from "../setup/payment-desk"

type Difference = Parameters<typeof tick>[1]

const difference = (
  kind: "keep_open" | "write_off" | "cash_discount" | "bank_fee",
  amount: string | null = null,
): NonNullable<Difference> => ({ difference: { kind, amount, reason: null } })

const user = (id: string) => ({ actor: { type: "user", id }, cause: "payments" }) as const

describe("F19, F24: what becomes of what a payment does not cover, on PostgreSQL", () => {
  let desk: PaymentDesk
  beforeAll(async () => {
    desk = await PaymentDesk.open("cash_discount", {
      writeOff: {
        accounts: { loss: "658", bankCharges: "627", cashDiscount: "665" },
        limits: { eur: { amount: "10.00", percent: 5 } },
        approvalAbove: { eur: "8.00" },
      },
    })
  })
  afterAll(async () => {
    await desk.ledger.close()
  })
  afterEach(async () => {
    expect(await desk.violations()).toEqual([])
  })

  /** 96.00 at 20 % and 63.30 at 5.5 %. */
  const taxed = async (name: string) =>
    desk.order(name, { lines: [9600n, 6330n], rates: { A: [20], B: [5.5] } })

  const itemsOf = async (orderId: string) =>
    desk.ledger.sql<{
      kind: string
      line_key: string | null
      amount: string
      tax: string
      gl_account: string | null
    }>(
      `select i.kind, i.line_key, i.amount, coalesce(i.taxes->0->>'amount', '0') as tax, i.gl_account
         from reconciliation_open_item i join reconciliation_document d on d.id = i.document_id
        where d.order_id = '${orderId}' and i.kind <> 'charge' order by i.id`,
    )

  const column = ({ columns }: Pick<OrderReconciliation, "columns">) =>
    columns.find(({ kind }) => kind === "write_off")

  it("grants a discount before the money: one credit a line, with its tax, on the discount's account", async () => {
    const order = await taxed("granted")
    const paid = await desk.record("cus_granted", "156.11", {
      orders: [tick(order, difference("cash_discount"))],
    })
    expect(paid.orders[0]).toMatchObject({ state_after: "full", gets: "156.11", given_up: "3.19" })
    expect(paid.orders[0]?.lines).toMatchObject([
      { open: "96.00", gets: "94.08", given_up: "1.92", open_after: "0.00" },
      { open: "63.30", gets: "62.03", given_up: "1.27", open_after: "0.00" },
    ])
    const shown = await desk.ledger.service.accounts.transactions(paid.payment.account_id, {
      show: "all",
      order: "oldest",
      limit: 10,
    })
    expect(shown.transactions.map(({ kind, payments }) => [kind, payments])).toEqual(
      expect.arrayContaining([
        ["cash_discount", "1.92"],
        ["cash_discount", "1.27"],
      ]),
    )
    expect(paid.differences).toMatchObject([
      {
        kind: "cash_discount",
        amount: "3.19",
        request: null,
        write_off: { gl_account: "665", undone: false },
      },
    ])
    expect(paid.writtenOff).toEqual([order.id])
    expect(await itemsOf(order.id)).toEqual([
      { kind: "cash_discount", line_key: rowOf(order, "A"), amount: "192", tax: "32", gl_account: "665" },
      { kind: "cash_discount", line_key: rowOf(order, "B"), amount: "127", tax: "7", gl_account: "665" },
    ])
    const taxes = await desk.ledger.sql<{ rule: string; debit_taxes: string[] }>(
      `select a.rule, a.debit_taxes from reconciliation_allocation a join reconciliation_open_item d on d.id = a.debit_item_id
         join reconciliation_document o on o.id = d.document_id where o.order_id = '${order.id}' order by a.id`,
    )
    expect(taxes.map(({ rule, debit_taxes: [tax] }) => `${rule} ${tax}`)).toEqual([
      "cash_discount 32",
      "cash_discount 7",
      "line_order 1568",
      "line_order 323",
    ])
  })

  it("is one column of the order's page, locked, and no reason for a code", async () => {
    const order = await taxed("shown")
    await desk.record("cus_shown", "156.11", { orders: [tick(order, difference("cash_discount"))] })
    const view = await desk.view(order)
    expect(column(view)).toMatchObject({ amount: "3.19", on_this_order: "3.19", detail: "cash_discount" })
    expect(view).toMatchObject({
      state: "full",
      code: { code: "A" },
      totals: { owed: "159.30", open: "0.00" },
    })
    const first = column(view)
    const cells = [{ row: rowOf(order, "A"), column: first?.id ?? "", amount: "1.00" }]
    const edit = { orderId: order.id, expectedVersion: view.version, cells, context: user("user_eve") }
    expect(await codeOf(desk.service.edits.edit(edit))).toBe("cell_locked")
    const account = await desk.service.accounts.retrieve(view.account_id)
    expect(account.totals).toMatchObject({
      owed: "156.11",
      paid: "156.11",
      open: "0.00",
      unallocated: "0.00",
    })
  })

  it("is undone as a write-off is: every part is open again, with its tax", async () => {
    const order = await taxed("undone")
    const { differences } = await desk.record("cus_undone", "156.11", {
      orders: [tick(order, difference("cash_discount"))],
    })
    const id = differences[0]?.write_off?.id ?? ""
    const undo = { id, reason: "paid late after all", context: user("user_eve") }
    expect(await desk.service.writeOffs.undo(undo)).toMatchObject({ undone: true, amount: "3.19" })
    const view = await desk.view(order)
    expect(view).toMatchObject({ state: "partial", totals: { open: "3.19" } })
    expect(view.rows.map(({ open }) => open)).toEqual(["1.92", "1.27"])
    expect(column(view)).toBeUndefined()
    expect(await codeOf(desk.service.writeOffs.undo(undo))).toBe("write_off_undone")
    const again = await desk.record("cus_undone", "3.19", { orders: [tick(order)] })
    expect(again.orders[0]).toMatchObject({ state_after: "full" })
  })

  it("is measured, of items that are named, by what these do not get", async () => {
    const order = await taxed("measured")
    const lines = [
      { line: rowOf(order, "A"), amount: "94.00" },
      { line: rowOf(order, "B"), amount: "63.30" },
    ]
    const paid = await desk.record("cus_measured", "157.30", {
      orders: [tick(order, { lines, ...difference("cash_discount") })],
    })
    expect(paid.orders[0]?.lines).toMatchObject([
      { gets: "94.00", given_up: "2.00", open_after: "0.00" },
      { gets: "63.30", given_up: "0.00", open_after: "0.00" },
    ])
  })

  it("is measured by what a named item does not get, also where an edit of the order has charged it twice", async () => {
    const order = await desk.order("raised", { lines: [6000n, 4000n] })
    order.edit("2026-01-05T09:00:00.000Z", 0, 7200n)
    await desk.read(order)
    const lines = [
      { line: rowOf(order, "A"), amount: "70.56" },
      { line: rowOf(order, "B"), amount: "40.00" },
    ]
    const paid = await desk.record("cus_raised", "110.56", {
      orders: [tick(order, { lines, ...difference("cash_discount") })],
    })
    expect(paid.orders[0]?.lines).toMatchObject([
      { open: "72.00", gets: "70.56", given_up: "1.44", open_after: "0.00" },
      { open: "40.00", gets: "40.00", given_up: "0.00", open_after: "0.00" },
    ])
  })

  it.each([
    ["write_off", "short_payment", "658"],
    ["bank_fee", "bank_charges", "627"],
  ] as const)("gives the rest up as %s, after the money and without tax", async (kind, named, account) => {
    const order = await taxed(kind)
    const paid = await desk.record(`cus_${kind}`, "156.30", { orders: [tick(order, difference(kind))] })
    expect(paid.orders[0]).toMatchObject({ state_after: "full", gets: "156.30", given_up: "3.00" })
    expect(paid.differences).toMatchObject([
      { kind: named, amount: "3.00", write_off: { gl_account: account, kind: named } },
    ])
    expect(await itemsOf(order.id)).toMatchObject([{ kind: "write_off", amount: "300", tax: "0" }])
  })

  it("gives up a part of the rest, and the other part stays open", async () => {
    const order = await taxed("half")
    const paid = await desk.record("cus_half", "150.00", {
      orders: [tick(order, difference("write_off", "2.00"))],
    })
    expect(paid.orders[0]).toMatchObject({ state_after: "partial", open_after: "7.30", given_up: "2.00" })
  })

  it("gives nothing up where the rest is kept open, or nothing is left", async () => {
    const order = await taxed("kept")
    const kept = await desk.record("cus_kept", "150.00", { orders: [tick(order, difference("keep_open"))] })
    expect(kept).toMatchObject({ differences: [], orders: [{ open_after: "9.30" }] })
    const all = await desk.record("cus_kept", "9.30", { orders: [tick(order, difference("cash_discount"))] })
    expect(all).toMatchObject({ differences: [], orders: [{ state_after: "full" }] })
  })

  it("asks a second person above the threshold: the money goes, the discount waits, and is granted by approval", async () => {
    const order = await taxed("asked")
    const paid = await desk.record("cus_asked", "150.00", {
      orders: [tick(order, difference("cash_discount"))],
    })
    expect(paid.differences).toMatchObject([
      { amount: "9.30", write_off: null, request: { kind: "cash_discount", status: "pending" } },
    ])
    expect(paid.orders[0]).toMatchObject({ gets: "150.00", open_after: "9.30" })
    const requestId = paid.differences[0]?.request?.id ?? ""
    const decision = { requestId, reason: null }
    expect(await codeOf(desk.service.writeOffs.approve({ ...decision, context: user("user_eve") }))).toBe(
      "second_person_needed",
    )
    const approved = await desk.service.writeOffs.approve({ ...decision, context: user("user_ben") })
    expect(approved.write_off).toMatchObject({ kind: "cash_discount", amount: "9.30" })
    expect(await desk.view(order)).toMatchObject({ state: "full" })
    // All of it lies on the books, which alone had something open.
    expect(await itemsOf(order.id)).toMatchObject([{ line_key: rowOf(order, "B"), amount: "930" }])
  })

  it("is refused above the limit where nobody may approve, and the payment with it", async () => {
    const strict = desk.ledger.serviceWith({
      writeOff: { limits: { eur: { amount: "1.00", percent: 100 } } },
    })
    const order = await taxed("strict")
    const payment = desk.payment("cus_strict", "150.00", {
      orders: [tick(order, difference("cash_discount"))],
    })
    expect(await codeOf(strict.payments.record(payment))).toBe("write_off_above_limit")
    const more = desk.payment("cus_strict", "150.00", {
      orders: [tick(order, difference("write_off", "9.31"))],
    })
    expect(await codeOf(strict.payments.record(more))).toBe("write_off_too_large")
    expect(await desk.view(order)).toMatchObject({ state: "none", version: 1 })
  })

  it("leaves the store's own tolerance to work where nobody decided, and only there", async () => {
    const options = { writeOff: { limits: { eur: { amount: "1.00", percent: 100 } }, automatic: true } }
    const tolerant = desk.ledger.serviceWith(options)
    const order = await taxed("tolerant")
    const silent = desk.payment("cus_tolerant", "159.00", { orders: [tick(order)] })
    expect(await tolerant.payments.record(silent)).toMatchObject({
      writtenOff: [order.id],
      orders: [{ state_after: "full", given_up: "0.30" }],
    })
    const kept = await taxed("decided")
    const decided = desk.payment("cus_decided", "159.00", { orders: [tick(kept, difference("keep_open"))] })
    expect(await tolerant.payments.record(decided)).toMatchObject({
      writtenOff: [],
      orders: [{ open_after: "0.30" }],
    })
  })
})
