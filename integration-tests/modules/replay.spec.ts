import fc from "fast-check"
import { historyOf } from "../../src/modules/reconciliation/ingest/history"
import { openLedger, type Ledger } from "../setup/ledger"
import { same } from "../setup/model-sums"
import { randomTimeline, tell, type RandomTimeline } from "../../test/support/random-timeline"

const RUNS = Number(process.env["RECONCILIATION_REPLAY_RUNS"] ?? 100)
const context = { actor: { type: "system", id: null }, cause: "replay" } as const

describe("A random scenario of an order on PostgreSQL", () => {
  let ledger: Ledger

  beforeAll(async () => {
    ledger = await openLedger("replay")
  })

  afterAll(async () => {
    await ledger.close()
  })

  const readTo = async (timeline: RandomTimeline, until: number, orderId: string): Promise<void> => {
    const told = tell(timeline, until, { orderId })
    const { now, hostVersions } = await ledger.service.orders.readMarks([orderId])
    const history = historyOf({
      order: { ...told.order(), customer_id: `customer of ${orderId}` },
      versions: told.versionsSince(hostVersions.get(orderId) ?? 0),
      changes: told.confirmedChanges(),
      digits: 2,
      readAt: now,
      timeZone: "UTC",
      moneyReferences: ["gift-card"],
      paymentMethods: {},
      settledBefore: null,
    })
    await ledger.service.orders.reconcile(history, { context })
  }

  /** All rows of an order in the order of posting, without ids and without the order's name. */
  const rowsOf = async (orderId: string): Promise<unknown[]> => {
    const items = await ledger.sql(
      `select i.side, i.kind, replace(i.key, d.order_id, '') as key, i.sequence, replace(i.line_key, d.order_id, '') as line_key,
              i.position, i.title, i.method, i.occurred_at, i.occurred_on::text, i.amount, i.allocated
         from reconciliation_open_item i join reconciliation_document d on d.id = i.document_id
        where d.order_id = ? order by i.id`,
      [orderId],
    )
    const allocations = await ledger.sql(
      `select replace(c.key, d.order_id, '') as credit, c.sequence as credit_sequence, replace(o.key, d.order_id, '') as debit,
              o.sequence as debit_sequence, a.amount, a.rule, a.credit_open_before, a.debit_open_before, a.occurred_on::text
         from reconciliation_allocation a
         join reconciliation_open_item c on c.id = a.credit_item_id
         join reconciliation_open_item o on o.id = a.debit_item_id
         join reconciliation_document d on d.id = o.document_id
        where d.order_id = ? order by a.id`,
      [orderId],
    )
    return [items, allocations]
  }

  it("leaves the same rows, ids apart, whether it was read at every step or once at the end", async () => {
    let scenarios = 0
    await fc.assert(
      fc.asyncProperty(randomTimeline, async (timeline) => {
        scenarios += 1
        const [prompt, late] = [`order_${scenarios}p`, `order_${scenarios}l`]
        for (let until = 0; until <= timeline.happenings.length; until += 1)
          await readTo(timeline, until, prompt)
        await readTo(timeline, timeline.happenings.length, late)
        same("prompt and late", await rowsOf(prompt), await rowsOf(late))
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: 60_000 + RUNS * 1_000, markInterruptAsFailure: true },
    )
  })
})
