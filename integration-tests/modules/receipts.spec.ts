import { ModelOrder } from "../setup/model-shop"
import { connectTo, openLedger, type Ledger } from "../setup/ledger"

const context = { actor: { type: "system", id: null }, cause: "receipts" } as const
const day = (number: number, year = 2026): string =>
  `${year}-01-${String(number).padStart(2, "0")}T09:00:00.000Z`

describe("Numbers of receipts", () => {
  let ledger: Ledger
  let customers = 0

  beforeAll(async () => {
    ledger = await openLedger("receipts")
  })
  afterAll(async () => ledger.close())

  /** An order of 170.00 with captures of 1.00 each on the given days. */
  const orderWith = async (captures: readonly string[]): Promise<string> => {
    customers += 1
    const order = new ModelOrder(`order_receipt_${customers}`, 2, {
      customerId: `cus_receipt_${customers}`,
      currency: "eur",
      lines: [7500n, 7500n, 2000n],
      giftCard: 0n,
      at: day(1, 2025),
    })
    for (const at of captures) order.capture(at, 100n, 0)
    const { now, hostVersions } = await ledger.service.orders.readMarks([order.id])
    await ledger.service.orders.reconcile(order.read(hostVersions.get(order.id) ?? 0, now), { context })
    return order.id
  }

  const deposit = (key: string, amount = "20.00") =>
    ledger.service.payments.record({
      customerId: "cus_deposits",
      currencyCode: "eur",
      digits: 2,
      amount,
      method: "cheque",
      reference: `CHQ ${key}`,
      occurredAt: day(5),
      idempotencyKey: key,
      context,
    })

  /** Every number that leads a note, by series and year. */
  const given = async (): Promise<Record<string, number[]>> => {
    const rows = await ledger.sql<{ series: string; year: number; number: number }>(
      "select series, year, number from reconciliation_receipt where leads order by series, year, number",
    )
    const all: Record<string, number[]> = {}
    for (const { series, year, number } of rows) (all[`${series}-${year}`] ??= []).push(number)
    return all
  }

  const expectNoGap = async (): Promise<void> => {
    for (const numbers of Object.values(await given()))
      expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1))
    const [left] = await ledger.sql<{ missing: string }>(`
      select count(*) as missing from reconciliation_open_item i
       where kind in ('payment', 'deposit', 'stored_value', 'refund') and origin_item_id is null
         and not exists (select from reconciliation_receipt r where r.open_item_id = i.id)`)
    expect(left?.missing).toBe("0")
  }

  /** The mark waits for what runs in any database of the server, so also for the tests beside this one. */
  const expectMarkPast = async (item: number): Promise<void> => {
    const patience = Date.now() + 60_000
    let numberedTo = 0
    while (numberedTo <= item && Date.now() < patience) {
      await ledger.service.receipts.assign()
      const [mark] = await ledger.sql<{ numbered_to: string }>(
        "select numbered_to from reconciliation_receipt_mark",
      )
      numberedTo = Number(mark?.numbered_to)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    expect(numberedTo).toBeGreaterThan(item)
  }

  it("are given to what stands already by date, a series for each year", async () => {
    await orderWith([day(20), day(3), day(11, 2025)])
    expect(await ledger.service.receipts.assign()).toBe(3)
    const rows = await ledger.sql<{ occurred_on: string; number: number; year: number }>(`
      select i.occurred_on::text, r.number, r.year from reconciliation_receipt r
        join reconciliation_open_item i on i.id = r.open_item_id order by i.occurred_on`)
    expect(rows).toEqual([
      { occurred_on: "2025-01-11", year: 2025, number: 1 },
      { occurred_on: "2026-01-03", year: 2026, number: 1 },
      { occurred_on: "2026-01-20", year: 2026, number: 2 },
    ])
    expect(await ledger.service.receipts.assign()).toBe(0)
  })

  it("stand in the answer of a recorded payment, are the same for a repeated request, and find it again", async () => {
    const { payment } = await deposit("first", "12.50")
    expect(payment.receipt_number).toBe("R-2026-0003")
    expect((await deposit("first", "12.50")).payment.receipt_number).toBe("R-2026-0003")
    expect(await ledger.service.receipts.retrieve("R-2026-0003")).toMatchObject({
      kind: "deposit",
      method: "cheque",
      reference: "CHQ first",
      amount: "12.50",
      unapplied: "12.50",
      taken_back: "0.00",
      settles: [],
    })
    const { items } = await ledger.service.openItems.list({ customerId: "cus_deposits", limit: 5 })
    expect(items[0]?.receipt_number).toBe("R-2026-0003")
  })

  it("follow each other where many payments are recorded at once, and a preview takes none", async () => {
    const row = (reference: string) => ({
      customerId: `cus_${reference}`,
      amount: "5.00",
      method: "cash",
      reference,
      occurredAt: day(6),
    })
    const rows = [row("till_1"), row("till_2")]
    const shared = { currencyCode: "eur", digits: 2, onlyValid: false, idempotencyKey: "till", context }
    const batch = { ...shared, rows, sent: ["till_1", "till_2"] }
    const before = await given()
    await ledger.service.payments.previewAll(batch)
    expect(await given()).toEqual(before)
    const recorded = await ledger.service.payments.recordAll(batch)
    expect(recorded.rows.map(({ payment }) => payment?.payment.receipt_number)).toEqual([
      "R-2026-0004",
      "R-2026-0005",
    ])
  })

  it("say what the money pays", async () => {
    const [row] = await ledger.sql<{ series: string }>(
      "select series || '-' || year || '-0001' as series from reconciliation_receipt where year = 2025",
    )
    expect(await ledger.service.receipts.retrieve(row?.series ?? "")).toMatchObject({
      kind: "payment",
      amount: "1.00",
      unapplied: "0.00",
      settles: [{ kind: "charge", amount: "1.00", order: { id: "order_receipt_1" } }],
    })
  })

  it.each(["R-2026-9999", "R-2026-3", "r-2026-0003", "R-2026-00003", "C-2026-0001; drop", ""])(
    "refuse %p, which is none",
    async (number) => {
      await expect(ledger.service.receipts.retrieve(number)).rejects.toMatchObject({
        code: "receipt_not_found",
      })
    },
  )

  it("have no gap after writers, numberers and transactions that fail at the same time", async () => {
    const failing = async (index: number): Promise<void> => {
      // The second request under a key is refused after the first numbered: what it took must come back.
      await deposit(`race-${index}`, "1.00")
      await expect(deposit(`race-${index}`, "2.00")).rejects.toMatchObject({ code: "idempotency_key_reused" })
    }
    await Promise.all([
      ...Array.from({ length: 12 }, async (_, index) => failing(index)),
      ...Array.from({ length: 12 }, async () => orderWith([day(7), day(8)])),
      ...Array.from({ length: 12 }, async () => ledger.service.receipts.assign()),
    ])
    await ledger.service.receipts.assign()
    await expectNoGap()
  })

  it("are given back by a transaction that is rolled back after it numbered", async () => {
    await orderWith([day(10)])
    const before = await given()
    const fails = ledger.database.transaction(async (session) => {
      await ledger.service.receipts.assignWithin(session)
      throw new Error("the power fails")
    })
    await expect(fails).rejects.toThrow("the power fails")
    expect(await given()).toEqual(before)
    expect(await ledger.service.receipts.assign()).toBe(1)
    await expectNoGap()
  })

  it("miss nothing of a transaction that took its ids early and commits late", async () => {
    const slow = connectTo(`reconciliation_receipts_${process.pid}`, 2)
    const writer = await slow.transaction()
    try {
      await writer.raw("select id from reconciliation_account order by id limit 1 for update")
      // The row stands for any other: its own journal entry is of no matter here.
      await writer.raw("set local session_replication_role = replica")
      const ids = await writer.raw<{ rows: { id: string }[] }>(
        "select nextval('reconciliation_open_item_id_seq') as id",
      )
      const late = ids.rows[0]?.id
      for (let index = 0; index < 4; index += 1) {
        await orderWith([day(9)])
        await ledger.service.receipts.assign()
      }
      await writer.raw(
        `insert into reconciliation_open_item (id, account_id, document_id, change_id, side, kind, key, sequence, position,
           title, reference, occurred_at, occurred_on, accounting_on, amount)
         select ?, account_id, document_id, change_id, side, kind, 'late', 1, 0, title, reference, occurred_at, occurred_on,
           accounting_on, amount from reconciliation_open_item where kind = 'payment' limit 1`,
        [late ?? ""],
      )
      await writer.commit()
      const [mark] = await ledger.sql<{ numbered_to: string }>(
        "select numbered_to from reconciliation_receipt_mark",
      )
      expect(Number(mark?.numbered_to)).toBeLessThan(Number(late))
      await ledger.service.receipts.assign()
      await expectNoGap()
      await expectMarkPast(Number(late))
    } finally {
      if (!writer.isCompleted()) await writer.rollback()
      await slow.destroy()
    }
  })
})
