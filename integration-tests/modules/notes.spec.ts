import type { ListedOrder, ListedTransactionView, NoteView } from "../../src/types/http"
import { HostTimeline } from "../../test/support/host-timeline"
import { moment, PlanShop } from "../setup/plan-shop"
import { timelineDay as day, TransferShop } from "../setup/transfer-shop"

const PHONED = 'Phoned "Ann"; she asks for a copy \\ of the invoice'

describe("F31, F68: notes and marks on transactions, on PostgreSQL", () => {
  let shop: PlanShop

  beforeAll(async () => {
    shop = await PlanShop.open("notes")
  })
  afterAll(async () => {
    await shop.ledger.close()
  })
  afterEach(async () => {
    expect(await shop.violations()).toEqual([])
  })

  const notes = () => shop.ledger.service.notes
  const context = () => shop.context

  const listed = async (
    wanted: { toCheck?: boolean; unreconciled?: boolean; sort?: ListedOrder; accountId?: string } = {},
  ): Promise<ListedTransactionView[]> =>
    (await shop.ledger.service.lists.page({ unreconciled: false, sort: "oldest", limit: 500, ...wanted }))
      .transactions
  const ofCustomer = async (customer: string): Promise<ListedTransactionView[]> =>
    (await listed()).filter(({ owner }) => owner.id === customer)

  /** The number of an order that was read anew. */
  const order = async (name: string): Promise<string> => {
    await shop.read(shop.order(name))
    return (await ofCustomer(`cus_${name}`))[0]?.number ?? ""
  }
  const deposit = async (name: string): Promise<string> => {
    const { payment } = await shop.ledger.service.payments.record({
      customerId: `cus_${name}`,
      currencyCode: "eur",
      digits: 2,
      amount: "12.00",
      method: "cheque",
      reference: "1042",
      occurredAt: "2026-01-05",
      idempotencyKey: `deposit ${name}`,
      confirmed: true,
      context: context(),
    })
    return (await listed()).find(({ item_id: id }) => id === payment.id)?.number ?? ""
  }
  const add = async (transaction: string, text: string | null, toCheck = false, more: object = {}) =>
    notes().add({ transaction, text, toCheck, context: context(), ...more })
  const check = async (transaction: string, more: object = {}) =>
    notes().check({ transaction, context: context(), ...more })
  const takeBack = async (transaction: string, id: string) =>
    notes().takeBack({ transaction, id, context: context() })

  /** "to check, 2 notes: the one that is shown". */
  const said = ({ to_check: toCheck, notes: count, note }: ListedTransactionView): string =>
    `${toCheck ? "to check, " : ""}${count}${note === null ? "" : `: ${note.text}`}`
  const row = async (number: string): Promise<string> => {
    const found = (await listed()).find((one) => one.number === number)
    return found ? said(found) : "not listed"
  }
  const became = ({ text, to_check: toCheck, checked, taken_back: back }: NoteView): string =>
    [text, toCheck && "marks", checked && "checked", back && "taken back"].filter(Boolean).join(", ")
  const history = async (number: string): Promise<string[]> => (await notes().list(number)).map(became)

  it("keeps what people write, the oldest first, and shows the newest in the list", async () => {
    const number = await order("written")
    expect(await row(number)).toBe("0")
    const first = await add(number, `  ${PHONED} `)
    expect(first).toMatchObject({
      text: PHONED,
      to_check: false,
      written: { by: { type: "user", id: "user_eve", name: null } },
      checked: null,
      taken_back: null,
    })
    await add(number, "She has it")
    expect(await history(number)).toEqual([PHONED, "She has it"])
    expect(await row(number)).toBe("2: She has it")
  })

  it("marks a transaction, shows what marks it, and takes every mark off by checking", async () => {
    const number = await deposit("marked")
    await add(number, "Whose cheque?", true)
    await add(number, "It came by post")
    expect(await row(number)).toBe("to check, 2: Whose cheque?")
    await add(number, null, true)
    expect(await row(number)).toBe("to check, 3: ")
    expect((await check(number)).map(became)).toEqual(["Whose cheque?, marks, checked", "marks, checked"])
    expect(await row(number)).toBe("3: ")
    await expect(check(number)).rejects.toMatchObject({ code: "not_to_check", type: "conflict" })
    await add(number, "Once more", true)
    expect(await row(number)).toBe("to check, 4: Once more")
  })

  it("takes a note back by a row of its own, once, and its mark with it", async () => {
    const number = await order("mistaken")
    const { id } = await add(number, "Of another order", true)
    expect(became(await takeBack(number, id))).toBe("Of another order, marks, taken back")
    expect(await row(number)).toBe("0")
    expect(await history(number)).toEqual(["Of another order, marks, taken back"])
    await expect(takeBack(number, id)).rejects.toMatchObject({ code: "note_taken_back" })
    await expect(check(number)).rejects.toMatchObject({ code: "not_to_check" })
    const other = await order("beside")
    await expect(takeBack(other, id)).rejects.toMatchObject({ code: "note_not_found" })
    await expect(takeBack(other, "9".repeat(19))).rejects.toMatchObject({ code: "note_not_found" })
  })

  it.each([
    ["no text and no mark", null, false],
    ["blanks", "  \n ", false],
    ["more than 2,000 characters", "x".repeat(2_001), true],
  ])("refuses %s", async (_, text, toCheck) => {
    const number = await order("refused")
    await expect(add(number, text, toCheck)).rejects.toMatchObject({ code: "note_malformed" })
    await expect(add("999999", "x")).rejects.toMatchObject({ code: "transaction_not_found" })
    await expect(notes().list("none")).rejects.toMatchObject({ code: "transaction_not_found" })
    expect(await row(number)).toBe("0")
  })

  it("does what is sent twice under one key once", async () => {
    const number = await order("twice")
    const again = { idempotencyKey: "note twice" }
    const both = [await add(number, "Once", true, again), await add(number, "Once", true, again)]
    expect(both[1]).toEqual(both[0])
    expect(await history(number)).toEqual(["Once, marks"])
    await expect(add(number, "Twice", true, again)).rejects.toMatchObject({ code: "idempotency_key_reused" })
    const done = { idempotencyKey: "check twice" }
    expect(await check(number, done)).toEqual(await check(number, done))
    expect(await history(number)).toEqual(["Once, marks, checked"])
  })

  it("lists what is to be checked alone, in every order, counts it, and adds it up", async () => {
    await shop.ledger.service.notes.add({
      transaction: await order("summed"),
      text: "Twice?",
      toCheck: true,
      context: context(),
    })
    const paid = shop.order("settled")
    paid.capture(moment(2), 17_000n, 0)
    await shop.read(paid)
    await add((await ofCustomer("cus_settled"))[0]?.number ?? "", "Settled too soon?", true)
    const marked = (await listed()).filter(({ to_check: is }) => is)
    expect(marked.length).toBeGreaterThan(2)
    const numbers = marked.map(({ number }) => number).toSorted()
    expect((await listed({ toCheck: true })).map(({ number }) => number).toSorted()).toEqual(numbers)
    const open = marked.filter(({ why }) => why !== null)
    for (const sort of ["newest", "oldest", "largest", "smallest", "owner"] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one list after the other
      const rows = await listed({ toCheck: true, unreconciled: true, sort })
      expect(rows.map(({ number }) => number).toSorted()).toEqual(open.map(({ number }) => number).toSorted())
    }
    const { lists } = shop.ledger.service
    const totals = await lists.totals({ toCheck: true })
    expect(totals.all).toBe(open.length)
    const { to_check: waiting } = await lists.overview()
    const cents = open.reduce((sum, one) => sum + Math.round(Number(one.open) * 100), 0)
    expect(waiting).toEqual({
      count: marked.length,
      order: null,
      oldest_on: "2026-01-01",
      sums: [{ currency_code: "eur", digits: 2, amount: (cents / 100).toFixed(2) }],
    })
  })

  it("goes with an order to another account, with something open or not, and comes back with it", async () => {
    const transfers = new TransferShop(() => shop.ledger, context())
    const timeline = new HostTimeline({ orderId: "order_goes", customerId: "ada_goes" })
    timeline.place({ A: "100", B: "68" }).capture(day(2), "168", { id: "cap1" })
    await transfers.read(timeline)
    const of = async (owner: string): Promise<string[]> =>
      (await ofCustomer(owner)).filter(({ kind }) => kind === "order").map(said)
    const [number = ""] = (await ofCustomer("ada_goes"))
      .filter(({ kind }) => kind === "order")
      .map((one) => one.number)
    await add(number, "Ada's?", true)
    timeline.giveTo(day(3), "bea_goes")
    await transfers.read(timeline)
    // Nothing was open, so the order is still listed where it was settled.
    expect([await of("ada_goes"), await of("bea_goes")]).toEqual([["to check, 1: Ada's?"], []])
    await transfers.read(timeline.edit(day(4), { C: "20" }))
    expect([await of("ada_goes"), await of("bea_goes")]).toEqual([["0"], ["to check, 1: Ada's?"]])
    await add(number, "By its old row")
    expect(await of("bea_goes")).toEqual(["to check, 2: Ada's?"])
    timeline.giveTo(day(5), "ada_goes")
    await transfers.read(timeline)
    expect([await of("ada_goes"), await of("bea_goes")]).toEqual([["to check, 2: Ada's?"], ["0"]])
    // What was typed while it was hers is erased with whose it was, and all of it with whose it is.
    timeline.giveTo(day(6), "cleo_goes")
    await transfers.read(timeline)
    expect(await shop.ledger.service.privacy.eraseTexts("cleo_goes")).toEqual({ texts: 2, answers: 0 })
    expect(await history(number)).toEqual(["marks", ""])
    await transfers.sound(timeline)
  })

  it("forgets what was typed and keeps that it was, with the mark", async () => {
    const number = await deposit("erased")
    const again = { idempotencyKey: "erased note" }
    await add(number, PHONED, true, again)
    const stored = async () =>
      JSON.stringify(await shop.ledger.sql("select to_jsonb(n) from reconciliation_note n")) +
      JSON.stringify(await shop.ledger.sql("select key, answer from reconciliation_request"))
    expect(await stored()).not.toContain("Phoned")
    // The reference of the deposit, and the note; of the answers that of the deposit alone, for a note's repeats no text.
    expect(await shop.ledger.service.privacy.eraseTexts("cus_erased")).toEqual({ texts: 2, answers: 1 })
    expect(await row(number)).toBe("to check, 1: ")
    expect((await add(number, PHONED, true, again)).text).toBe("")
    await check(number)
    expect(await history(number)).toEqual(["marks, checked"])
  })

  it.each([
    "update reconciliation_note set to_check = true",
    "update reconciliation_note set recorded_at = now()",
    "delete from reconciliation_note",
    "truncate reconciliation_note",
  ])("is added to and never changed: %s", async (statement) => {
    await expect(shop.ledger.sql(statement)).rejects.toThrow("append-only")
  })

  it("refuses rows that settle what they are not of", async () => {
    const [one, other] = [await order("one"), await order("other")]
    const { id } = await add(one, "A note")
    const settling = (kind: string, transaction: string): string =>
      `insert into reconciliation_note (document_id, kind, of_note, cause, actor_type)
       select document_id, '${kind}', ${id}, 'test', 'system' from reconciliation_transaction where id = ${transaction}`
    await expect(shop.ledger.sql(settling("taken_back", other))).rejects.toThrow("does not settle")
    await expect(shop.ledger.sql(settling("checked", one))).rejects.toThrow("does not settle")
    await takeBack(one, id)
    await expect(shop.ledger.sql(settling("taken_back", one))).rejects.toThrow("reconciliation_note_once")
  })

  it("counts right what many write at once", async () => {
    const number = await order("at_once")
    await Promise.all(
      Array.from({ length: 12 }, async (_, index) => add(number, `Note ${index}`, index % 3 === 0)),
    )
    expect(await row(number)).toMatch(/^to check, 12: /)
    const done = await Promise.allSettled([check(number), check(number), check(number)])
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(await row(number)).toMatch(/^12: /)
  })
})
