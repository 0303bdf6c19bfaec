import { ReconciliationError } from "../../src/modules/reconciliation/domain/errors"
import type { PostOpeningBalances } from "../../src/modules/reconciliation/facets/opening-balances"
import { openLedger, type Ledger } from "../setup/ledger"
import { OpeningDesk } from "../setup/opening-desk"
import { codeOf } from "../setup/payment-desk"

describe("F61: opening balances by the hundred, on PostgreSQL", () => {
  let ledger: Ledger
  const desk = new OpeningDesk(() => ledger)
  const { shop } = desk
  const { context } = shop
  beforeAll(async () => {
    ledger = await openLedger("opening_batches")
  })
  afterAll(async () => {
    await ledger.close()
  })
  afterEach(async () => {
    expect(await desk.broken()).toEqual([])
  })

  const batch = (
    rows: PostOpeningBalances["rows"],
    more: Partial<PostOpeningBalances> = {},
  ): PostOpeningBalances => ({ rows, goLiveOn: null, context, ...more })

  const unknown = new ReconciliationError({
    type: "not_found",
    code: "customer_not_found",
    message: "–",
    remedy: "–",
  })

  it("names the fault of each row, and posts none", async () => {
    const rows = [
      desk.row("faults", "owes 5.00"),
      unknown,
      desk.row("faults", "owes -5.00"),
      desk.row("faults", "owes 5.005"),
      desk.row("faults", "owes x"),
      desk.row("faults", "owes 5.00", { date: "2199-01-01" }),
      desk.row("faults", "owes 5.00", { date: null }),
      desk.row("faults", "has 5.00", { dueOn: "2026-02-01" }),
      desk.row("faults", "has 5.00", { currencyCode: null }),
    ]
    const codes = [
      undefined,
      "customer_not_found",
      "amount_not_positive",
      "amount_too_precise",
      "amount_malformed",
      "opening_in_future",
      "opening_undated",
      "opening_due_of_money",
      "opening_without_currency",
    ]
    const preview = await ledger.service.openingBalances.previewPost(batch(rows))
    expect(preview.rows.map(({ error }) => error?.code)).toEqual(codes)
    expect([preview.posted, preview.refused, preview.rows[0]?.opening_balance?.id]).toEqual([1, 8, "new:1"])
    const refusal = await shop.refusal(async () => ledger.service.openingBalances.post(batch(rows)))
    expect(refusal).toMatchObject({
      code: "batch_refused",
      ids: { rows: "2, 3, 4, 5, 6, 7, 8, 9", row_2: "customer_not_found" },
    })
  })

  it("is posted once under its key, and refused under it with other rows", async () => {
    const asked = batch([desk.row("once", "owes 5.00")], { idempotencyKey: "openings" })
    const first = await ledger.service.openingBalances.post(asked)
    expect(await ledger.service.openingBalances.post(asked)).toEqual(first)
    const other = { ...asked, rows: [desk.row("once", "owes 6.00")] }
    expect(await codeOf(ledger.service.openingBalances.post(other))).toBe("idempotency_key_reused")
  })

  it("sees that a row was posted before, unless it is another one, or that was taken back", async () => {
    const opening = await desk.postOne("twice", "owes 5.00", { documentNumber: "7" })
    const again = desk.row("twice", "owes 5.00", { documentNumber: "7" })
    const { rows } = await ledger.service.openingBalances.previewPost(batch([again]))
    expect(rows[0]?.error).toMatchObject({
      code: "opening_looks_posted",
      ids: { opening_balance_id: opening.id },
    })
    expect((await desk.post(desk.row("twice", "owes 5.00", { documentNumber: "8" }))).posted).toBe(1)
    expect((await desk.post({ ...again, confirmed: true })).posted).toBe(1)
    const lone = await desk.postOne("lone", "owes 5.00")
    await desk.undo(lone.id)
    expect((await desk.post(desk.row("lone", "owes 5.00"))).posted).toBe(1)
  })

  it("takes 500 rows of 500 customers, and two at once do not wait for each other for ever", async () => {
    const rows = Array.from({ length: 500 }, (_, n) => desk.row(`many_${n}`, `owes ${n + 1}.00`))
    const began = Date.now()
    const [one, other] = await Promise.all([
      ledger.service.openingBalances.post(batch(rows)),
      ledger.service.openingBalances.post(
        batch(rows.toReversed().map((each) => ({ ...each, amount: "1.00", date: "2025-10-01" }))),
      ),
    ])
    expect([one.posted, other.posted]).toEqual([500, 500])
    process.stdout.write(`1000 opening balances of 500 customers: ${Date.now() - began} ms\n`)
    const { openingBalances, nextCursor } = await ledger.service.openingBalances.list({ limit: 400 })
    const rest = await ledger.service.openingBalances.list({ limit: 400, cursor: nextCursor ?? "" })
    expect(new Set([...openingBalances, ...rest.openingBalances].map(({ id }) => id)).size).toBe(800)
  })
})
