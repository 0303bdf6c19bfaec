import { fingerprintOf } from "../setup/audit"
import { ada, day, EditShop } from "../setup/edit-shop"
import { openLedger, type Ledger } from "../setup/ledger"

describe("F22, F25: undo, redo and history", () => {
  let ledger: Ledger
  const shop = new EditShop(() => ledger)

  beforeAll(async () => {
    ledger = await openLedger("undo")
  })

  afterAll(async () => {
    await ledger.close()
  })

  it("moves 20 from the first line to the third, undoes and redoes it; states, codes, reasons and history are right", async () => {
    const order = await shop.paid(10000n)
    const at75 = ["cap0001 → A 75.00", "cap0001 → B 25.00", "partial a"]
    const at55 = ["cap0001 → A 55.00", "cap0001 → B 25.00", "cap0001 → C 20.00", "partial a"]
    const rulesOf = async (): Promise<string[]> =>
      (await shop.view(order)).cells.map(
        ({ row, explanations }) => `${row.slice(-1)} ${explanations.map(({ rule }) => rule).join()}`,
      )
    expect(await shop.standing(order)).toEqual(at75)

    const edit = await shop.editMatrix(order, { "cap0001 A": "55.00", "cap0001 C": "20.00" })
    expect(await shop.standing(order)).toEqual(at55)
    expect(await rulesOf()).toEqual(["B line_order", "A manual", "C manual"])

    const undo = await shop.takeBack(order, { changeId: edit.change_id ?? "" })
    expect(undo).toMatchObject({ changed: true, version: 3, dependants: [], kept: [] })
    expect(await shop.standing(order)).toEqual(at75)
    expect(await rulesOf()).toEqual(["B line_order", "A restored"])

    const redo = await shop.takeBack(order, { changeId: undo.change_id ?? "" })
    expect(await shop.standing(order)).toEqual(at55)
    expect(await shop.broken(order)).toEqual([])

    const told = (await shop.history(order)).map(
      ({ id, kind, undoes, undone_by: by, undoable, redo: again, actor }) => ({
        id,
        kind,
        undoes,
        by,
        undoable,
        again,
        actor: actor.id,
      }),
    )
    const [editId, undoId, redoId] = [edit, undo, redo].map((one) => one.change_id)
    expect(told).toMatchObject([
      { id: redoId, kind: "undo", undoes: undoId, by: null, undoable: true, again: true, actor: "user_ada" },
      { id: undoId, kind: "undo", undoes: editId, by: redoId, undoable: false, again: false },
      { id: editId, kind: "edit", undoes: null, by: null, undoable: true, again: false },
      { kind: "ingest", undoes: null, by: null, undoable: true, again: false, actor: null },
    ])
    await expect(shop.takeBack(order, { changeId: undo.change_id ?? "" })).rejects.toMatchObject({
      code: "change_undone",
      ids: { undone_by: redo.change_id },
    })
  })

  it("tells undo and redo apart however often they follow each other, also on a page that holds the last alone", async () => {
    const order = await shop.paid(10000n)
    let last = (await shop.editMatrix(order, { "cap0001 A": "55.00", "cap0001 C": "20.00" })).change_id
    for (let turn = 0; turn < 4; turn += 1)
      last = (await shop.takeBack(order, { changeId: last ?? "" })).change_id
    const { entries } = await ledger.service.edits.history({ orderId: order.id, limit: 1 })
    expect(entries).toMatchObject([{ id: last, redo: true }])
    expect((await shop.history(order)).map(({ redo }) => redo)).toEqual([
      true,
      false,
      true,
      false,
      false,
      false,
    ])
  })

  it("tells what became of planned payments, with the day before and the day after", async () => {
    const order = await shop.paid(10000n)
    const { plans } = ledger.service
    const instalments = [
      { dueOn: "2199-01-15", amount: "30.00" },
      { dueOn: "2199-02-15", amount: "20.00" },
    ]
    await plans.plan({ orderId: order.id, instalments, context: ada })
    const [first] = (await shop.view(order)).plan?.instalments ?? []
    const change = { instalmentId: first?.id ?? "", context: ada }
    await plans.changeInstalment({ ...change, action: { kind: "postpone", dueOn: "2199-01-20" } })
    await plans.changeInstalment({ ...change, action: { kind: "postpone", dueOn: "2199-03-01" } })
    await plans.plan({
      orderId: order.id,
      instalments: [{ dueOn: "2199-04-01", amount: "50.00" }],
      context: ada,
    })
    const told = (await shop.history(order)).map(({ kind, planned }) => [
      kind,
      ...planned.map((one) => [one.kind, one.number, one.amount, one.due_before, one.due_on].join(" ")),
    ])
    expect(told).toEqual([
      [
        "plan",
        "cancelled 1 30.00  2199-03-01",
        "cancelled 2 20.00  2199-02-15",
        "planned 1 50.00  2199-04-01",
      ],
      ["instalment", "postponed 1 30.00 2199-01-20 2199-03-01"],
      ["instalment", "postponed 1 30.00 2199-01-15 2199-01-20"],
      ["plan", "planned 1 30.00  2199-01-15", "planned 2 20.00  2199-02-15"],
      ["ingest"],
    ])
  })

  it("leaves alone what a later change did: undoing the first of two takes back only its own difference", async () => {
    const order = await shop.paid(10000n)
    const first = await shop.editMatrix(order, { "cap0001 A": "60.00", "cap0001 C": "15.00" })
    await shop.editMatrix(order, { "cap0001 A": "50.00", "cap0001 C": "20.00" })
    await shop.takeBack(order, { changeId: first.change_id ?? "" })
    expect(await shop.standing(order)).toEqual([
      "cap0001 → A 65.00",
      "cap0001 → B 25.00",
      "cap0001 → C 5.00",
      "cap0001 left 5.00",
      "partial a",
    ])
    expect(await shop.broken(order)).toEqual([])
  })

  it("says what rests on a payment whose line was refunded since, and takes it back only when told to", async () => {
    const order = shop.newOrder()
    order.capture(day(2), 15000n, 0)
    order.capture(day(3), 2000n, 1)
    await shop.tell(order)
    const [ingest] = await shop.history(order)
    order.edit(day(5), 2, null)
    order.refund(day(6), { share: 100, payment: 1, credited: false })
    await shop.tell(order)
    const before = await shop.standing(order)
    expect(before).toContain("ref0003 → C -20.00")

    const refused = await shop.refusal(() => shop.takeBack(order, { changeId: ingest?.id ?? "" }))
    expect(refused.code).toBe("has_dependants")
    const seen = await shop.previewTakeBack(order, { changeId: ingest?.id ?? "" })
    expect(seen.dependants).toMatchObject([{ debit: { kind: "refund" }, amount: "20.00" }])
    expect(seen.orders).toMatchObject([{ state_before: "full", state_after: "none", open_after: "150.00" }])
    expect(await shop.standing(order)).toEqual(before)

    const undo = await shop.takeBack(order, { changeId: ingest?.id ?? "" }, true)
    expect(undo.dependants).toHaveLength(1)
    expect(await shop.standing(order)).toEqual([
      "cap0001 left 150.00",
      "cap0002 left 20.00",
      "ref0003 left -20.00",
      "none a",
    ])
    expect(await shop.broken(order)).toEqual([])
    await shop.takeBack(order, { changeId: undo.change_id ?? "" })
    expect(await shop.standing(order)).toEqual(before)
    expect(await shop.broken(order)).toEqual([])
  })

  it("says what rests on a payment, an order or a column whose allocations are to be deleted, and brings all back", async () => {
    const order = shop.newOrder()
    order.capture(day(2), 15000n, 0)
    order.capture(day(3), 2000n, 1)
    await shop.tell(order)
    order.edit(day(5), 2, null)
    order.refund(day(6), { share: 100, payment: 1, credited: false })
    await shop.tell(order)
    const before = await shop.standing(order)
    const column = [...(await shop.namesOf(order))].find(([, name]) => name === "cap0002")?.[0] ?? ""
    const resting = [{ debit: { kind: "refund" }, amount: "20.00" }]
    const ofPayment = { target: { paymentId: column }, cascade: false, context: ada }

    expect((await ledger.service.edits.previewTakeBack(ofPayment)).dependants).toMatchObject(resting)
    expect((await shop.previewTakeBack(order, { columns: [column] })).dependants).toMatchObject(resting)
    for (const act of [
      async () => ledger.service.edits.takeBack(ofPayment),
      async () => shop.takeBack(order, { columns: [column] }),
    ])
      expect((await shop.refusal(act)).code).toBe("has_dependants")

    const gone = await ledger.service.edits.takeBack({ ...ofPayment, cascade: true })
    expect(gone.dependants).toMatchObject(resting)
    expect(await shop.broken(order)).toEqual([])
    await shop.takeBack(order, { changeId: gone.change_id ?? "" })
    expect(await shop.standing(order)).toEqual(before)
  })

  it("asks before it takes from others the room that something had", async () => {
    const order = await shop.paid(10000n, 5000n)
    const freed = await shop.editMatrix(order, { "cap0001 A": "0.00" })
    await shop.editMatrix(order, { "cap0002 B": "0.00", "cap0002 A": "50.00", "cap0001 B": "75.00" })
    const refused = await shop.refusal(() => shop.takeBack(order, { changeId: freed.change_id ?? "" }))
    expect(refused.code).toBe("has_dependants")
    const undo = await shop.takeBack(order, { changeId: freed.change_id ?? "" }, true)
    expect(undo.dependants.length).toBeGreaterThan(0)
    const { cells } = await shop.view(order)
    const atA = cells.find(({ row }) => row.endsWith("A"))
    expect(atA?.amount).toBe("75.00")
    expect(await shop.broken(order)).toEqual([])
  })

  it("F21: deletes what a payment pays here; automation leaves it alone until a person acts", async () => {
    const order = await shop.paid(10000n, 5000n)
    const names = await shop.namesOf(order)
    const column = [...names].find(([, name]) => name === "cap0002")?.[0] ?? ""
    const gone = await shop.takeBack(order, { columns: [column] })
    expect(gone.released).toHaveLength(1)
    await shop.tell(order)
    expect(await shop.standing(order)).toEqual([
      "cap0001 → A 75.00",
      "cap0001 → B 25.00",
      "cap0002 left 50.00",
      "partial a",
    ])
    const all = await shop.takeBack(order, {})
    expect(all.released).toHaveLength(2)
    expect((await shop.view(order)).state).toBe("none")
    await shop.takeBack(order, { changeId: all.change_id ?? "" })
    await shop.takeBack(order, { changeId: gone.change_id ?? "" })
    expect(await shop.standing(order)).toEqual([
      "cap0001 → A 75.00",
      "cap0001 → B 25.00",
      "cap0002 → B 50.00",
      "partial a",
    ])
    expect(await shop.broken(order)).toEqual([])
  })

  it("F23: previews exactly what it then does, and writes nothing", async () => {
    const order = await shop.paid(10000n)
    const before = await fingerprintOf(ledger)
    const seen = await shop.previewMatrix(order, { "cap0001 A": "55.00", "cap0001 C": "20.00" })
    expect(await fingerprintOf(ledger)).toBe(before)
    const done = await shop.editMatrix(order, { "cap0001 A": "55.00", "cap0001 C": "20.00" })
    const { base_version: base, orders, ...moves } = seen
    expect(base).toBe(1)
    expect(done).toMatchObject({ ...moves, version: 2 })
    expect(orders).toMatchObject([
      { state_before: "partial", state_after: "partial", unallocated_after: "0.00" },
    ])
  })

  it("refuses what a cell cannot hold, by name", async () => {
    const order = await shop.paid(10000n)
    const refusalOf = async (cells: Record<string, string>): Promise<string> =>
      (await shop.refusal(() => shop.editMatrix(order, cells))).code
    expect(await refusalOf({ "cap0001 A": "80.00" })).toBe("over_allocated")
    expect(await refusalOf({ "cap0001 A": "-1.00" })).toBe("amount_sign")
    expect(await refusalOf({ "cap0001 Z": "1.00" })).toBe("cell_not_found")
    expect(await refusalOf({ "99999 A": "1.00" })).toBe("cell_not_found")
    expect(await refusalOf({ "cap0001 A": "1.001" })).toBe("amount_too_precise")
    await expect(
      shop.editMatrix(order, { "cap0001 A": "1.00" }, { expectedVersion: 0 }),
    ).rejects.toMatchObject({
      code: "version_stale",
    })
    await expect(shop.takeBack(order, { changeId: "999999" })).rejects.toMatchObject({
      code: "change_not_found",
    })
  })
})
