import { openLedger, type Ledger } from "../setup/ledger"
import { violationsIn } from "../setup/audit"
import { ModelOrder } from "../setup/model-shop"
import type { DocumentHistory } from "../../src/modules/reconciliation/domain/posting/document-state"

const context = { actor: { type: "system", id: null }, cause: "concurrency" } as const
const day = (number: number): string => `2026-01-${String(number).padStart(2, "0")}T09:00:00.000Z`
const times = <Result>(count: number, act: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)))

function orderOf(customerId: string, index = 0): ModelOrder {
  const shape = { customerId, currency: "eur", lines: [7500n, 7500n, 2000n], giftCard: 0n, at: day(1) }
  return new ModelOrder(`order_${customerId}_${index}`, 2, shape)
}

describe("At the same time", () => {
  let ledger: Ledger

  beforeAll(async () => {
    ledger = await openLedger("concurrency")
  })

  afterAll(async () => {
    await ledger.close()
  })

  const read = async (order: ModelOrder): Promise<DocumentHistory> => {
    const { now, hostVersions } = await ledger.service.orders.readMarks([order.id])
    return order.read(hostVersions.get(order.id) ?? 0, now)
  }

  const accountOf = async (customerId: string): Promise<string> =>
    (await ledger.service.accounts.listOf(customerId))[0]?.id ?? ""

  const rowsOf = async (customerId: string): Promise<Record<string, string>> => {
    const id = await accountOf(customerId)
    const tables = ["change", "open_item", "allocation", "matching_sequence"]
    const counts = tables.map(
      (table) => `(select count(*) from reconciliation_${table} where account_id = ${id}) as ${table}`,
    )
    const [row] = await ledger.sql<Record<string, string>>(`select ${counts.join(", ")}`)
    return row ?? {}
  }

  it("twenty identical first reads of an order, of a customer nobody knew, leave the rows of one", async () => {
    const order = orderOf("cus_same")
    order.capture(day(2), 10000n, 0)
    const history = await read(order)
    const answers = await times(20, () => ledger.service.orders.reconcile(history, { context }))
    expect(answers.filter(({ changed }) => changed)).toHaveLength(1)
    expect(await rowsOf("cus_same")).toEqual({
      change: "1",
      open_item: "4",
      allocation: "2",
      matching_sequence: "1",
    })
    expect(await violationsIn(ledger, await accountOf("cus_same"))).toEqual([])
  })

  it("twenty reads of the next capture leave one capture", async () => {
    const order = orderOf("cus_next")
    order.capture(day(2), 10000n, 0)
    await ledger.service.orders.reconcile(await read(order), { context })
    order.capture(day(3), 7000n, 0)
    const answers = await times(20, async () =>
      ledger.service.orders.reconcile(await read(order), { context }),
    )
    expect(answers.filter(({ changed }) => changed)).toHaveLength(1)
    expect(await ledger.service.orders.retrieve(order.id)).toMatchObject({
      state: "full",
      code: { code: "A" },
      version: 2,
    })
  })

  it("twenty orders of one customer get twenty codes without a gap and without a deadlock", async () => {
    const orders = Array.from({ length: 20 }, (_, index) => orderOf("cus_many", index))
    for (const order of orders) order.capture(day(2), 17000n, 0)
    await Promise.all(
      orders.map(async (order) => ledger.service.orders.reconcile(await read(order), { context })),
    )
    const codes = await ledger.sql<{ rank: number }>(
      "select rank from reconciliation_matching_sequence where account_id = ? order by rank",
      [await accountOf("cus_many")],
    )
    expect(codes.map(({ rank }) => rank)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    expect(await violationsIn(ledger, await accountOf("cus_many"))).toEqual([])
  })

  const payment = (
    customerId: string,
    key: string,
    amount: string,
  ): Parameters<Ledger["service"]["payments"]["record"]>[0] => ({
    customerId,
    currencyCode: "eur",
    digits: 2,
    amount,
    method: "cheque",
    reference: key,
    occurredAt: day(5),
    idempotencyKey: key,
    context,
  })

  it("twenty recordings of one payment are one payment, and all get it as the answer", async () => {
    const answers = await times(20, () =>
      ledger.service.payments.record(payment("cus_paid", "cheque 1", "50.00")),
    )
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(new Set(answers.map(({ payment: { id } }) => id)).size).toBe(1)
    expect(await rowsOf("cus_paid")).toMatchObject({ change: "1", open_item: "1" })
  })

  it("twenty recordings of different payments under one key: the first counts, the others are refused", async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        ledger.service.payments.record(payment("cus_key", "cheque 2", `${index + 1}.00`)),
      ),
    )
    const refused = answers.flatMap((answer) =>
      answer.status === "rejected" ? [(answer.reason as { code: string }).code] : [],
    )
    expect(refused).toEqual(Array.from({ length: 19 }, () => "idempotency_key_reused"))
  })

  it("the same key for two customers: one counts, the other is refused", async () => {
    const answers = await Promise.allSettled(
      ["cus_one", "cus_two"].map((customer) =>
        ledger.service.payments.record(payment(customer, "cheque 3", "5.00")),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
    const [error] = answers.flatMap((answer) =>
      answer.status === "rejected" ? [answer.reason as Error & { code: string }] : [],
    )
    expect(error).toMatchObject({
      code: "idempotency_key_reused",
      message: "The key cheque 3 was used before, for another request (record_payment).",
    })
  })

  it("two first reads of one order that disagree about its customer leave one order", async () => {
    for (let round = 0; round < 10; round += 1) {
      const before = orderOf(`cus_before_${round}`)
      // They overlap, so whichever is applied first counts and the other is to be read again.
      const history = {
        ...before.read(0, "2026-02-01T00:00:00.000Z"),
        readUntil: "2026-02-01T00:00:00.001Z",
      }
      await Promise.all([
        ledger.service.orders.reconcile(history, { context }),
        ledger.service.orders.reconcile({ ...history, ownerId: `cus_after_${round}` }, { context }),
      ])
      const [row] = await ledger.sql<{ items: string }>(
        `select count(*) as items from reconciliation_open_item i join reconciliation_document d on d.id = i.document_id
          where d.order_id = ? and i.allocated < i.amount`,
        [before.id],
      )
      // The later one moves the order, and what it had open is closed where it was.
      expect(row?.items).toBe("3")
    }
  })

  // Several times: how far twenty are apart is chance, and without the lock some would meet nobody.
  it.each([1, 2, 3, 4, 5, 6])("twenty runs over one account spend its money once, time %i", async (time) => {
    const customer = `cus_run_${time}`
    const order = orderOf(customer)
    await ledger.service.orders.reconcile(await read(order), { context })
    await ledger.service.payments.record(payment(customer, `cheque for ${customer}`, "100.00"))
    const accountId = await accountOf(customer)
    const answers = await times(20, () =>
      ledger.service.accounts.reconcile(accountId, "oldest_first", { context }),
    )
    expect(answers.filter(({ allocationPlan }) => allocationPlan.allocate.length > 0)).toHaveLength(1)
    expect(await violationsIn(ledger, accountId)).toEqual([])
    expect(await ledger.service.orders.retrieve(order.id)).toMatchObject({
      state: "partial",
      totals: { open: "70.00" },
    })
  })

  it("reads of an order, payments and runs of its account break no rule", async () => {
    const orders = Array.from({ length: 4 }, (_, index) => orderOf("cus_mix", index))
    for (const order of orders) await ledger.service.orders.reconcile(await read(order), { context })
    const accountId = await accountOf("cus_mix")
    const tenfold = Array.from({ length: 10 }, () => orders).flat()
    const act = async (order: ModelOrder, index: number): Promise<void> => {
      if (index % 3 === 0) await ledger.service.payments.record(payment("cus_mix", `mix ${index}`, "9.99"))
      else if (index % 3 === 1) await ledger.service.accounts.reconcile(accountId, "pro_rata", { context })
      else {
        order.capture(new Date(Date.UTC(2026, 0, 2, 0, index)).toISOString(), 777n, 0)
        await ledger.service.orders.reconcile(await read(order), { context })
      }
    }
    await Promise.all(tenfold.map(act))
    expect(await violationsIn(ledger, accountId)).toEqual([])
  })
})

describe("A read that began earlier", () => {
  let ledger: Ledger

  beforeAll(async () => {
    ledger = await openLedger("stale")
  })

  afterAll(async () => {
    await ledger.close()
  })

  it("changes nothing when a later one has been applied", async () => {
    const order = orderOf("cus_late")
    order.capture(day(2), 10000n, 0)
    const early = order.read(0, "2026-02-01T00:00:00.000Z")
    order.capture(day(3), 7000n, 0)
    const late = order.read(0, "2026-02-01T00:00:01.000Z")
    await ledger.service.orders.reconcile(late, { context })
    const before = await ledger.service.orders.retrieve(order.id)
    expect(await ledger.service.orders.reconcile(early, { context })).toMatchObject({
      changed: false,
      allocationPlan: { allocate: [] },
    })
    expect(await ledger.service.orders.retrieve(order.id)).toEqual(before)
    expect(before).toMatchObject({ state: "full" })
  })

  it("and a later one at the same time end in the later one, in whatever order they come", async () => {
    for (let round = 0; round < 20; round += 1) {
      const order = orderOf(`cus_race_${round}`)
      order.capture(day(2), 10000n, 0)
      const early = order.read(0, "2026-02-01T00:00:00.000Z")
      order.capture(day(3), 7000n, 0)
      const late = order.read(0, "2026-02-01T00:00:01.000Z")
      await Promise.all([late, early].map((history) => ledger.service.orders.reconcile(history, { context })))
      expect(await ledger.service.orders.retrieve(order.id)).toMatchObject({
        state: "full",
        totals: { unallocated: "0.00" },
      })
    }
  })

  it("with the version of another ledger state is refused and changes nothing", async () => {
    const order = orderOf("cus_version")
    await ledger.service.orders.reconcile(order.read(0, "2026-02-01T00:00:00.000Z"), { context })
    order.capture(day(2), 10000n, 0)
    const history = order.read(1, "2026-02-01T00:00:01.000Z")
    const stale = ledger.service.orders.reconcile(history, { context, expectedVersion: 0 })
    await expect(stale).rejects.toMatchObject({
      code: "version_stale",
      type: "conflict",
      message: expect.stringMatching(
        /^The order is at version 1, not 0: it was changed by system \(concurrency\) at /,
      ) as string,
      remedy: "Read the order again, look at what changed, and send the request with the new version.",
    })
    expect(await ledger.service.orders.retrieve(order.id)).toMatchObject({ state: "none", version: 1 })
    await ledger.service.orders.reconcile(history, { context, expectedVersion: 1 })
    expect(await ledger.service.orders.retrieve(order.id)).toMatchObject({ state: "partial", version: 2 })
  })
})
