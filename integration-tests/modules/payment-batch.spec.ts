import type { PaymentRow, RecordPayments } from "../../src/modules/reconciliation/facets/batch"
import { ReconciliationError } from "../../src/modules/reconciliation/domain/errors"
import { once } from "../../src/modules/reconciliation/ledger/idempotency"
import { codeOf, PaymentDesk, tick } from "../setup/payment-desk"

describe("F19: twenty cheques at once, on PostgreSQL", () => {
  let desk: PaymentDesk
  let batches = 0
  beforeAll(async () => {
    desk = await PaymentDesk.open("payment_batch")
  })
  afterAll(async () => {
    await desk.ledger.close()
  })
  afterEach(async () => {
    expect(await desk.violations()).toEqual([])
  })

  const row = (customerId: string, amount: string, more: Partial<PaymentRow> = {}): PaymentRow => ({
    customerId,
    amount,
    method: "cheque",
    reference: null,
    occurredAt: "2026-01-10",
    ...more,
  })

  const batch = (rows: RecordPayments["rows"], more: Partial<RecordPayments> = {}): RecordPayments => {
    batches += 1
    return {
      currencyCode: "eur",
      digits: 2,
      rows,
      sent: rows.map((one) => ("customerId" in one ? [one.customerId, one.amount] : [one.code])),
      onlyValid: false,
      idempotencyKey: `batch ${batches}`,
      context: { actor: { type: "user", id: "user_eve" }, cause: "payments" },
      ...more,
    }
  }

  const deposits = async (): Promise<number> => {
    const [found] = await desk.ledger.sql<{ n: string }>(
      "select count(*) as n from reconciliation_open_item where kind = 'deposit'",
    )
    return Number(found?.n)
  }

  it("records all of them, each on its orders", async () => {
    const orders = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => desk.order(`twenty_${index}`, { lines: [8400n] })),
    )
    const rows = orders.map((order, index) =>
      row(`cus_twenty_${index}`, "84.00", { orders: [tick(order)], reference: `CHQ ${index}` }),
    )
    const { recorded, refused, amount, rows: answers } = await desk.service.payments.recordAll(batch(rows))
    expect([recorded, refused, amount]).toEqual([20, 0, "1680.00"])
    expect(answers.every(({ payment }) => payment?.orders[0]?.state_after === "full")).toBe(true)
    expect(answers.map((answer) => answer.row)).toEqual(rows.map((_, index) => index + 1))
  })

  it("records none when one cannot be, and says which and why", async () => {
    const before = await deposits()
    const rows = [
      row("cus_all", "10.00"),
      row("cus_all", "x"),
      row("cus_all", "5.00", { occurredAt: "2199-01-01" }),
    ]
    await expect(desk.service.payments.recordAll(batch(rows))).rejects.toMatchObject({
      code: "batch_refused",
      ids: { rows: "2, 3", row_2: "amount_malformed", row_3: "date_in_future" },
    })
    expect(await deposits()).toBe(before)
  })

  it("takes the good ones when that is asked for, and what is refused leaves nothing", async () => {
    const order = await desk.order("valid", { lines: [5000n] })
    const foreign = await desk.order("foreign")
    const unknown = new ReconciliationError({
      type: "not_found",
      code: "customer_not_found",
      message: "–",
      remedy: "–",
    })
    const rows = [
      row("cus_valid", "50.00", { orders: [tick(order)] }),
      unknown,
      row("cus_valid", "10.00", { orders: [tick(foreign)] }),
      row("cus_valid", "7.00"),
    ]
    const answer = await desk.service.payments.recordAll(batch(rows, { onlyValid: true }))
    expect(answer).toMatchObject({ recorded: 2, refused: 2, amount: "57.00" })
    expect(answer.rows.map(({ error }) => error?.code ?? "recorded")).toEqual([
      "recorded",
      "customer_not_found",
      "order_of_another_account",
      "recorded",
    ])
    expect(await desk.view(order)).toMatchObject({ state: "full" })
    expect(await desk.view(foreign)).toMatchObject({ state: "none" })
  })

  it("finds the same cheque twice among its own rows, and the order that an earlier row has paid", async () => {
    const order = await desk.order("same", { lines: [4000n] })
    const cheque = { reference: "CHQ 7", orders: [tick(order)] }
    const rows = [row("cus_same", "40.00", cheque), row("cus_same", "40.00", cheque)]
    const { rows: answers } = await desk.service.payments.previewAll(batch(rows))
    expect(answers.map(({ error }) => error?.code)).toEqual([undefined, "payment_looks_recorded"])
    const confirmed = batch([
      row("cus_same", "40.00", cheque),
      row("cus_same", "40.00", { ...cheque, confirmed: true }),
    ])
    const { rows: recorded } = await desk.service.payments.recordAll(confirmed)
    expect(recorded.map(({ payment }) => payment?.stays)).toEqual(["0.00", "40.00"])
  })

  it("is previewed row by row without recording anything", async () => {
    const before = await deposits()
    const preview = await desk.service.payments.previewAll(
      batch([row("cus_look", "1.00"), row("cus_look", "0")]),
    )
    expect(preview).toMatchObject({ recorded: 1, refused: 1, amount: "1.00" })
    expect(preview.rows[1]?.error).toMatchObject({ code: "amount_not_positive" })
    expect(await deposits()).toBe(before)
  })

  it("is done once for each key, and two batches at once of the same customers do not block each other", async () => {
    const rows = ["a", "b", "c"].map((name) => row(`cus_key_${name}`, "3.00"))
    const call = batch(rows)
    const before = await deposits()
    const other = batch(rows.toReversed())
    const [one, again] = await Promise.all([
      desk.service.payments.recordAll(call),
      desk.service.payments.recordAll(call),
      desk.service.payments.recordAll(other),
    ])
    expect(again).toEqual(one)
    expect(await deposits()).toBe(before + 6)
    const { rows: fewer, sent } = batch(rows.slice(1))
    expect(await codeOf(desk.service.payments.recordAll({ ...call, rows: fewer, sent }))).toBe(
      "idempotency_key_reused",
    )
  })

  it("knows a key that was used before rows were told as they were sent", async () => {
    const lookedUp = ["cus_old", "3.00", false, "cheque", null, "2026-01-10", "", "eur", "2"]
    const key = "batch of an earlier version"
    const answer = { recorded: 1 }
    const former = { operation: "record_payments", key, content: ["eur", false, [lookedUp]] }
    await once(desk.ledger.database, former, async () => answer)
    const again = async (amount: string) =>
      desk.service.payments.recordAll(batch([row("cus_old", amount)], { idempotencyKey: key }))
    expect(await again("3.00")).toEqual(answer)
    expect(await codeOf(again("4.00"))).toBe("idempotency_key_reused")
  })
})
