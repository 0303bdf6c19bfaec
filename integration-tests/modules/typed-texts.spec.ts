import { createHash } from "node:crypto"
import { readRequest } from "../../src/modules/reconciliation/write-offs/second-person"
import { openLedger, type Ledger } from "../setup/ledger"
import { ModelOrder } from "../setup/model-shop"

const context = { actor: { type: "user", id: "user_ann" }, cause: "typed" } as const
const LETTER = 'Letter of Mr O\'Neil, "cheque" 1042 \\ père'

describe("F64: what people typed", () => {
  let ledger: Ledger
  beforeAll(async () => {
    ledger = await openLedger("typed_texts")
  })
  afterAll(async () => ledger.close())

  const deposit = (customerId: string, reference = LETTER) =>
    ledger.service.payments.record({
      customerId,
      currencyCode: "eur",
      digits: 2,
      amount: "40.00",
      method: "cheque",
      reference,
      occurredAt: "2026-01-10",
      idempotencyKey: `deposit ${customerId}`,
      confirmed: true,
      context,
    })

  const order = async (customerId: string): Promise<string> => {
    const placed = new ModelOrder(`order_${customerId}`, 2, {
      customerId,
      currency: "eur",
      lines: [6000n, 4000n],
      giftCard: 0n,
      at: "2026-01-01T09:00:00.000Z",
    })
    placed.capture("2026-01-02T09:00:00.000Z", 9000n, 0)
    const { now } = await ledger.service.orders.readMarks([placed.id])
    await ledger.service.orders.reconcile(placed.read(0, now), { context })
    return placed.id
  }

  /** Everything that may be typed of a customer. */
  const typeAll = async (customerId: string): Promise<{ orderId: string; requestId: string }> => {
    const orderId = await order(customerId)
    const { payment } = await deposit(customerId)
    await ledger.service.payments.reverse({
      paymentId: payment.id,
      kind: "bounced_cheque",
      amount: null,
      reference: LETTER,
      reason: LETTER,
      occurredAt: "2026-01-20",
      idempotencyKey: `reversal ${customerId}`,
      context,
    })
    await ledger.service.plans.plan({
      orderId,
      instalments: [{ dueOn: "2199-01-01", amount: "10.00", reference: LETTER }],
      idempotencyKey: `plan ${customerId}`,
      context: { ...context, reason: LETTER },
    })
    const { writeOffs } = ledger.serviceWith({
      writeOff: {
        accounts: { loss: "6714", gain: "7714", bankCharges: "627" },
        limits: { EUR: { amount: "0.50", percent: 1 } },
        approvalAbove: { EUR: "1.00" },
      },
    })
    const { payment: kept } = await ledger.service.payments.record({
      customerId,
      currencyCode: "eur",
      digits: 2,
      amount: "5.00",
      method: "cash",
      reference: LETTER,
      occurredAt: "2026-01-11",
      idempotencyKey: `kept ${customerId}`,
      confirmed: true,
      context,
    })
    const asked = await writeOffs.write({
      target: { paymentId: kept.id },
      kind: "surplus",
      amount: null,
      reason: LETTER,
      context,
    })
    const request = { id: asked.request?.id ?? "", reason: LETTER, context }
    await writeOffs.decline({ ...request, requestId: request.id, idempotencyKey: undefined })
    return { orderId, requestId: request.id }
  }

  /** Every row of the ledger but those of the texts themselves, as text. */
  const rows = async (): Promise<string> => {
    const tables = await ledger.sql<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relname like 'reconciliation\\_%'
          and relname not in ('reconciliation_typed_text', 'reconciliation_request') order by 1`,
    )
    const found: string[] = []
    for (const { name } of tables)
      found.push(
        JSON.stringify(
          await ledger.sql(`select to_jsonb(t) as row from ${name} t order by to_jsonb(t)::text`),
        ),
      )
    return found.join("\n")
  }

  it("stands in no row: each holds a salted hash, by which the text is verified", async () => {
    await typeAll("cus_hashed")
    expect(await rows()).not.toContain("O'Neil")
    const texts = await ledger.sql<{ name: string; salt: string; content: string }>(
      "select name, salt, content from reconciliation_typed_text",
    )
    // References of two deposits, a reversal and an instalment; reasons of reversal, plan, request and decision.
    expect(texts).toHaveLength(8)
    for (const { name, salt, content } of texts) {
      expect(content).toBe(LETTER)
      expect(name).toBe(
        `typed:${createHash("sha256")
          .update(salt + content)
          .digest("hex")}`,
      )
    }
    expect(new Set(texts.map(({ name }) => name)).size).toBe(texts.length)
  })

  it("is read as it was typed, and no more once it is erased; nothing else moves", async () => {
    const [one, other] = [await typeAll("cus_erased"), await typeAll("cus_other")]
    const before = await rows()
    const told = async ({ orderId, requestId }: { orderId: string; requestId: string }) => ({
      deposits: (
        await ledger.service.openItems.list({ customerId: `cus_${orderId.slice(10)}`, limit: 50 })
      ).items
        .filter(({ kind }) => kind === "deposit" || kind === "reversal")
        .map(({ reference }) => reference),
      plan: (await ledger.service.orders.retrieve(orderId))?.plan?.instalments.map(
        ({ reference }) => reference,
      ),
      request: (await ledger.database.snapshot((session) => readRequest(session, requestId))).reason,
    })
    const typed = { deposits: [LETTER], plan: [LETTER], request: LETTER }
    expect(await told(one)).toEqual(typed)
    expect(await ledger.service.privacy.eraseTexts("cus_erased")).toEqual({ texts: 8, answers: 4 })
    expect(await told(one)).toEqual({ deposits: [""], plan: [""], request: "" })
    expect(await told(other)).toEqual(typed)
    expect(await rows()).toBe(before)
    expect(await ledger.service.privacy.eraseTexts("cus_erased")).toEqual({ texts: 0, answers: 0 })
  })

  it("is answered no more either: the key says that it was done", async () => {
    const { payment } = await deposit("cus_answered")
    expect((await deposit("cus_answered")).payment.id).toBe(payment.id)
    await ledger.service.privacy.eraseTexts("cus_answered")
    await expect(deposit("cus_answered")).rejects.toMatchObject({ code: "answer_erased", type: "conflict" })
    await expect(deposit("cus_answered", "another")).rejects.toMatchObject({ code: "idempotency_key_reused" })
  })

  it.each([
    "update reconciliation_typed_text set content = 'x'",
    "update reconciliation_typed_text set salt = 'x'",
    "delete from reconciliation_typed_text",
    "update reconciliation_request set answer = '{}'",
    "update reconciliation_request set answer = null, operation = 'x'",
    "delete from reconciliation_request",
  ])("is erased and in no other way changed: %s", async (statement) => {
    await deposit("cus_guarded")
    await expect(ledger.sql(statement)).rejects.toThrow("reconciliation:")
  })
})
