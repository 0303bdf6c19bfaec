import type { ListedTransactionView } from "../../src/types/http"
import type { HostNumber } from "../../src/modules/reconciliation/domain/posting/document-state"
import { moment, PlanShop } from "../setup/plan-shop"

describe("F74: numbers of other programs' papers, on PostgreSQL", () => {
  let shop: PlanShop

  beforeAll(async () => {
    shop = await PlanShop.open("document_numbers")
  })
  afterAll(async () => {
    await shop.ledger.close()
  })
  afterEach(async () => {
    expect(await shop.violations()).toEqual([])
  })

  const give = (transactionId: string, number: string | null, more: object = {}) =>
    shop.ledger.service.documentNumbers.give({ transactionId, number, context: shop.context, ...more })
  const history = async (transactionId: string): Promise<string[]> =>
    (await shop.ledger.service.documentNumbers.history(transactionId)).map(
      ({ document_number: now, source, cause, actor }) =>
        `${now?.kind ?? "none"} ${now?.number ?? ""} ${source} ${cause} ${actor.id}`,
    )
  /** What a search finds, oldest first. */
  const found = async (text: string): Promise<string[]> => {
    const sought = { customerIds: [], companyIds: [], orderIds: [], text }
    const page = { unreconciled: false, sort: "oldest", limit: 100, sought } as const
    const { transactions } = await shop.ledger.service.lists.page(page)
    return transactions.map(({ kind, owner, document_number: number }: ListedTransactionView) =>
      [owner.id, kind, number?.number].filter(Boolean).join(" "),
    )
  }
  const deposit = (customerId: string, reference: string) =>
    shop.ledger.service.payments.record({
      customerId,
      currencyCode: "eur",
      digits: 2,
      amount: "50.00",
      method: "cheque",
      reference,
      occurredAt: "2026-01-05",
      idempotencyKey: `${customerId} ${reference}`,
      context: shop.context,
    })

  it("stand at the column of what has one, in its order's matrix", async () => {
    const order = shop.order("columns")
    order.capture(moment(2), 10_000n, 0)
    await shop.read(order)
    const papers = async () =>
      (await shop.view(order)).columns.map(
        ({ document_number: paper }) => paper && `${paper.kind} ${paper.number}`,
      )
    expect(await papers()).toEqual([null])
    await give(`${order.id}_cap0001`, "ADV-5")
    expect(await papers()).toEqual(["invoice ADV-5"])
  })

  it("stand with their transactions, a row upon a row, and the last one counts", async () => {
    const order = shop.order("history")
    await shop.read(order)
    const first = await give(order.id, "F-2026-17", { issuedOn: "2026-01-31" })
    const number = { number: "F-2026-17", kind: "invoice", issued_on: "2026-01-31" }
    expect(first).toEqual({ document_number: number, changed: true })
    const view = await shop.view(order)
    expect(view).toMatchObject({ document_number: number, version: 1 })
    // By the ledger's own name of it; and nothing new is nothing written.
    const own = `order_${view.document_id}`
    expect((await give(own, "F-2026-17", { issuedOn: "2026-01-31" })).changed).toBe(false)
    expect((await give(own, "F-2026-18")).changed).toBe(true)
    expect((await give(own, null)).changed).toBe(true)
    expect((await give(own, null)).changed).toBe(false)
    expect((await shop.view(order)).document_number).toBeNull()
    expect(await history(order.id)).toEqual([
      "none  given plans user_eve",
      "invoice F-2026-18 given plans user_eve",
      "invoice F-2026-17 given plans user_eve",
    ])
    await expect(shop.ledger.sql("update reconciliation_document_number set number = 'F-1'")).rejects.toThrow(
      /append/i,
    )
  })

  it("are of money and of credits too: a credit note of several lines has one", async () => {
    const order = shop.order("credited")
    order.capture(moment(2), 17_000n, 0)
    order.cancel(moment(3))
    order.refund(moment(4), { share: 100, payment: 0, credited: false })
    await shop.read(order)
    const { account_id: account } = await shop.view(order)
    const page = { show: "all", order: "oldest", limit: 50 } as const
    const read = async () => (await shop.ledger.service.accounts.transactions(account, page)).transactions
    const credit = (await read()).find(({ kind }) => kind === "credit")
    const items = await shop.ledger.sql<{ id: string }>(
      "select i.id::text as id from reconciliation_open_item i where kind = 'cancellation' and account_id = ? order by i.id",
      [account],
    )
    expect(items.length).toBeGreaterThan(1)
    expect(`item_${items[0]?.id}`).toBe(credit?.id)
    // The last of its lines names it as well.
    await give(`item_${items.at(-1)?.id}`, "G-7")
    await give(`${order.id}_cap0001`, "F-7")
    await give(`${order.id}_ref0002`, "G-8")
    expect(
      (await read()).map(
        ({ kind, document_number: one }) => `${kind} ${one?.kind ?? "-"} ${one?.number ?? "-"}`,
      ),
    ).toEqual(["order - -", "payment invoice F-7", "credit credit_note G-7", "refund credit_note G-8"])
  })

  it("are found, without regard to case and signs, by how they begin, and by the number that stands now alone", async () => {
    const order = shop.order("sought")
    order.capture(moment(2), 1_000n, 0)
    await shop.read(order)
    await give(order.id, "INV/2026-0417")
    const all = ["cus_sought order INV/2026-0417", "cus_sought payment"]
    for (const text of ["INV/2026-0417", "inv 2026 0417", "INV2026", "inv"])
      // oxlint-disable-next-line no-await-in-loop -- one question after the other
      expect([text, await found(text)]).toEqual([text, all])
    for (const text of ["in", "0417", "INV/2026-04177", "/", "%", ""])
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect([text, await found(text)]).toEqual([text, []])
    await give(order.id, "INV/2026-0418")
    expect([await found("INV/2026-0417"), await found("INV/2026-0418")]).toEqual([
      [],
      ["cus_sought order INV/2026-0418", "cus_sought payment"],
    ])
  })

  it("go with money to another account", async () => {
    const { payment } = await deposit("cus_gives", "CHQ 880")
    await give(`item_${payment.id}`, "F-880")
    await shop.ledger.service.money.move({
      paymentId: payment.id,
      to: { type: "customer", id: "cus_takes" },
      amount: null,
      release: false,
      cascade: false,
      context: shop.context,
    })
    expect((await found("F-880")).filter((one) => one.includes("cus_takes"))).toEqual([
      "cus_takes deposit F-880",
    ])
  })

  it("find money by its typed reference and by the numbers in it, until that is erased", async () => {
    await deposit("cus_cheque", "Chèque n° 77-1077")
    for (const text of ["1077", "chèque n° 77", "Chèque 1077"])
      // oxlint-disable-next-line no-await-in-loop -- one question after the other
      expect([text, await found(text)]).toEqual([text, ["cus_cheque deposit"]])
    for (const text of ["107", "77", "1078"])
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect([text, await found(text)]).toEqual([text, []])
    await shop.ledger.service.privacy.eraseTexts("cus_cheque")
    expect(await found("1077")).toEqual([])
  })

  it("come of the host's metadata when that says something new, and never over what a person said since", async () => {
    const order = shop.order("host")
    order.capture(moment(2), 17_000n, 0)
    const readWith = async (...numbers: HostNumber[]): Promise<void> => {
      await shop.read(order, undefined, { numbers })
    }
    await readWith(
      { key: null, number: "F-1" },
      { key: `cap:${order.id}_cap0001`, number: "F-2" },
      { key: "cap:none", number: "F-3" },
    )
    await readWith({ key: null, number: "F-1" })
    await give(order.id, "F-1 bis")
    await readWith({ key: null, number: "F-1" })
    expect((await shop.view(order)).document_number?.number).toBe("F-1 bis")
    await readWith({ key: null, number: "F-9" })
    await readWith()
    expect(await history(order.id)).toEqual([
      "invoice F-9 host metadata null",
      "invoice F-1 bis given plans user_eve",
      "invoice F-1 host metadata null",
    ])
    expect(await found("F-2")).toEqual(["cus_host payment F-2"])
  })

  it("are given once for each key, and to what there is alone", async () => {
    const order = shop.order("once")
    await shop.read(order)
    const idempotencyKey = "number of invoice 1"
    const answers = await Promise.all([1, 2, 3].map(async () => give(order.id, "F-1", { idempotencyKey })))
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(await history(order.id)).toHaveLength(1)
    await expect(give(order.id, "F-2", { idempotencyKey })).rejects.toMatchObject({
      code: "idempotency_key_reused",
    })
    for (const id of ["order_999999", "item_999999", "order_nobody", "17"])
      // oxlint-disable-next-line no-await-in-loop -- one question after the other
      await expect(give(id, "F-1")).rejects.toMatchObject({ code: "transaction_not_found" })
  })
})
