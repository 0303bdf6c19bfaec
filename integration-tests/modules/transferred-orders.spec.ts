import { historyOf } from "../../src/modules/reconciliation/ingest/history"
import { HostStory } from "../../test/support/host-story"
import { violationsIn } from "../setup/audit"
import { openLedger, type Ledger } from "../setup/ledger"

const context = { actor: { type: "user", id: "user_ann" }, cause: "transferred" } as const
const day = (number: number): string => `2026-01-${String(number).padStart(2, "0")}T12:00:00.000Z`

interface ItemRow {
  readonly id: string
  readonly account_id: string
  readonly key: string
  readonly side: string
}

describe("F67: what people do with an order that went to another customer", () => {
  let ledger: Ledger
  let orders = 0

  beforeAll(async () => {
    ledger = await openLedger("transferred_orders")
  })

  afterAll(async () => {
    await ledger.close()
  })

  const read = async (story: HostStory): Promise<void> => {
    const { now, hostVersions } = await ledger.service.readMarks([story.orderId])
    const history = historyOf({
      order: story.order(),
      versions: story.versionsSince(hostVersions.get(story.orderId) ?? 0),
      changes: story.confirmedChanges(),
      digits: 2,
      readAt: now,
      timeZone: "UTC",
      moneyReferences: [],
      settledBefore: null,
    })
    await ledger.service.reconcileOrder(history, { context })
  }

  /** An order of 100 and 68 of which some was paid before it went from ada to bea. */
  const given = async (paid: string): Promise<HostStory> => {
    orders += 1
    const story = new HostStory({ orderId: `order_${orders}`, customerId: `ada_${orders}` })
    story.place({ A: "100", B: "68" }).capture(day(2), paid, { id: "cap1" })
    await read(story)
    story.giveTo(day(3), `bea_${orders}`)
    await read(story)
    return story
  }

  const itemsOf = async ({ orderId }: HostStory): Promise<ItemRow[]> =>
    ledger.sql<ItemRow>(
      `select i.id::text, i.account_id::text, replace(i.key, d.order_id || '_', '') as key, i.side
         from reconciliation_open_item i join reconciliation_document d on d.id = i.document_id
        where d.order_id = ? order by i.id`,
      [orderId],
    )

  const itemOf = async (story: HostStory, key: string): Promise<ItemRow> => {
    const found = (await itemsOf(story)).find((item) => item.key === key)
    if (!found) throw new Error(`no item ${key}`)
    return found
  }

  const sound = async (story: HostStory): Promise<void> => {
    for (const account of new Set((await itemsOf(story)).map(({ account_id: id }) => id)))
      expect(await violationsIn(ledger, account)).toEqual([])
  }

  const edit = async (accountId: string, [credit, debit]: readonly [ItemRow, ItemRow]): Promise<unknown> => {
    const { version } = await ledger.service.retrieveAccount(accountId)
    return ledger.service
      .editAllocations({
        accountId,
        expectedVersion: version,
        cells: [{ creditItemId: credit.id, debitItemId: debit.id, amount: "0" }],
        context,
      })
      .catch((error: unknown) => error)
  }

  it("leaves to history what was settled where it was, and reads on", async () => {
    const story = await given("30")
    const [payment, line] = [await itemOf(story, "cap:cap1"), await itemOf(story, "line:A")]
    expect(await edit(line.account_id, [payment, line])).toMatchObject({ code: "order_moved" })
    const closing = await itemOf(story, "move:out:line:A#1")
    expect(await edit(line.account_id, [closing, line])).toMatchObject({ code: "not_by_hand" })
    await read(story.capture(day(4), "138", { id: "cap2" }))
    expect(await ledger.service.retrieveOrder(story.orderId)).toMatchObject({ state: "full" })
    await sound(story)
  })

  it("owes again what is reversed of money that went with it, also after the next read", async () => {
    const story = await given("200")
    await read(story.edit(day(4), { C: "20" }))
    const moved = await itemOf(story, "move:in:cap:cap1#1")
    const ask = { kind: "chargeback", reference: null, reason: "bank", occurredAt: null, context } as const
    await ledger.service.reverseMoney({
      ...ask,
      paymentId: moved.id,
      amount: "20",
      idempotencyKey: `${story.orderId} a`,
    })
    const open = async (): Promise<string | undefined> =>
      (await ledger.service.retrieveOrder(story.orderId))?.totals.open
    const before = await open()
    await read(story)
    await read(story.mark(day(5), "A", { requested: 1 }))
    expect([before, await open()]).toEqual(["8.00", "8.00"])
    const first = await itemOf(story, "cap:cap1")
    const refused = await ledger.service
      .reverseMoney({ ...ask, paymentId: first.id, amount: "170", idempotencyKey: `${story.orderId} b` })
      .catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: "reversal_too_large", ids: { left: "168.00" } })
    await sound(story)
  })

  it("may be given on after a write-off in its first account was undone", async () => {
    const { writeOffs } = ledger.serviceWith({
      writeOff: { accounts: { loss: "6714" }, limits: { EUR: { amount: "20", percent: 50 } } },
    })
    orders += 1
    const [ada, bea] = [`ada_${orders}`, `bea_${orders}`]
    const story = new HostStory({ orderId: `order_${orders}`, customerId: ada })
    await read(story.place({ A: "50" }))
    const { write_off: written } = await writeOffs.write({
      target: { orderId: story.orderId },
      kind: "rest",
      amount: "10",
      reason: "agreed",
      context,
    })
    await read(story.giveTo(day(3), bea))
    await read(story.giveTo(day(4), ada))
    await writeOffs.undo({ id: written?.id ?? "", reason: "not agreed", context })
    await read(story.giveTo(day(5), bea))
    await read(story.giveTo(day(6), ada))
    await read(story.capture(day(7), "50", { id: "cap7" }))
    expect(await ledger.service.retrieveOrder(story.orderId)).toMatchObject({
      state: "full",
      rows: [{ net: "50.00", allocated: "50.00", open: "0.00" }],
    })
    const moved = (await itemsOf(story)).filter(({ key }) => key === "move:in:line:A#1")
    expect(moved).toHaveLength(6)
    await sound(story)
  })

  it("is planned without what was paid before it came", async () => {
    const story = await given("100")
    await read(story.capture(day(4), "28", { id: "cap2" }))
    const plan = async (amount: string): Promise<unknown> =>
      ledger.service.plans
        .plan({ orderId: story.orderId, instalments: [{ dueOn: "2030-01-01", amount }], context })
        .catch((error: unknown) => error)
    expect(await plan("68.01")).toMatchObject({ code: "plan_above_open" })
    expect(await plan("68")).toMatchObject({ changed: true })
    await sound(story)
  })

  it("is read on after it was cancelled with something open", async () => {
    const story = await given("30")
    story.cancel(day(4))
    await read(story)
    await read(story.giveTo(day(5), `cleo_${orders}`))
    await read(story.giveTo(day(6), `ada_${orders}`))
    expect(await ledger.service.retrieveOrder(story.orderId)).toMatchObject({
      state: "full",
      totals: { owed: "0.00", open: "0.00" },
    })
    await sound(story)
  })
})
