import type { OrderReconciliation } from "../../src/types/http"
import { HostTimeline } from "../../test/support/host-timeline"
import { violationsIn } from "../setup/audit"
import { openLedger, type Ledger } from "../setup/ledger"
import { readTimeline, timelineDay as day } from "../setup/transfer-shop"

const context = { actor: { type: "system", id: null }, cause: "transfer" } as const

type Step = (timeline: HostTimeline) => void

describe("F67: an order that goes to another customer", () => {
  let ledger: Ledger
  let orders = 0

  beforeAll(async () => {
    ledger = await openLedger("transfers")
  })

  afterAll(async () => {
    await ledger.close()
  })

  const read = async (timeline: HostTimeline) => readTimeline(ledger, timeline, context)

  /** Plays a timeline with a read after every step, or one at the end; customers are named anew in each. */
  const live = async (steps: readonly Step[], when: "promptly" | "late", guest = false): Promise<string> => {
    orders += 1
    const orderId = `order_${orders}`
    const timeline = new HostTimeline({ orderId, customerId: guest ? null : `ada of ${orderId}` })
    for (const [number, step] of steps.entries()) {
      step(timeline)
      // The host does not tell who had an order before, so the ledger must have seen it once.
      if (when === "promptly" || number === 0) await read(timeline)
    }
    await read(timeline)
    await read(timeline)
    return orderId
  }

  /** Every row of an order, by the account it stands in. */
  const rowsOf = async (orderId: string): Promise<unknown> => ({
    items: await ledger.sql(
      `select replace(a.owner_id, d.order_id, '') as owner, i.side, i.kind, replace(i.key, d.order_id, '') as key, i.sequence,
              i.amount, i.allocated, i.occurred_on::text
         from reconciliation_open_item i join reconciliation_account a on a.id = i.account_id
         join reconciliation_document d on d.id = i.document_id where d.order_id = ? order by i.id`,
      [orderId],
    ),
    allocations: await ledger.sql(
      `select replace(c.key, d.order_id, '') as credit, replace(o.key, d.order_id, '') as debit, a.amount, a.rule
         from reconciliation_allocation a
         join reconciliation_open_item c on c.id = a.credit_item_id
         join reconciliation_open_item o on o.id = a.debit_item_id
         join reconciliation_document d on d.id = o.document_id where d.order_id = ? order by a.id`,
      [orderId],
    ),
  })

  const view = async (orderId: string) => {
    const order = (await ledger.service.orders.retrieve(orderId)) as OrderReconciliation
    const accounts = await ledger.sql<{ id: string; owner_id: string }>(
      `select id, owner_id from reconciliation_account where owner_id like ? order by id`,
      [`%${orderId}`],
    )
    const totals: Record<string, string> = {}
    for (const { id, owner_id: owner } of accounts) {
      const account = await ledger.service.accounts.retrieve(id)
      const { owed, paid, open, unallocated } = account.totals
      const codes = account.orders.map(({ code, state }) => `${state} ${code?.code ?? "–"}`).join(", ")
      totals[owner.replace(orderId, "").trim()] =
        `owed ${owed}, paid ${paid}, open ${open}, unapplied ${unallocated}; ${codes}`
      expect(await violationsIn(ledger, id)).toEqual([])
    }
    const owner = accounts
      .find(({ id }) => id === order.account_id)
      ?.owner_id.replace(orderId, "")
      .trim()
    return {
      owner,
      state: `${order.state} ${order.code?.code ?? "–"}`,
      rows: order.rows.map(
        ({ key, net, allocated, open }) =>
          `${key.replace(`${orderId}_`, "")} ${net}: ${allocated}, open ${open}`,
      ),
      columns: order.columns.map(
        ({ kind, reference, amount, unallocated }) =>
          `${kind} ${reference.replace(`${orderId}_`, "")} ${amount}, left ${unallocated}`,
      ),
      totals,
    }
  }

  const placed: Step = (timeline) => timeline.place({ A: "100", B: "68" })
  const paid =
    (number: number, amount: string): Step =>
    (timeline) =>
      timeline.capture(day(number), amount, { id: `cap${number}` })
  const given =
    (number: number, to: string): Step =>
    (timeline) =>
      timeline.giveTo(day(number), `${to} of ${timeline.orderId}`)

  const halfPaid = [placed, paid(2, "100"), given(3, "bea"), paid(4, "68")]

  it("leaves what is settled with the old customer and moves what is open to the new one", async () => {
    expect(await view(await live(halfPaid, "promptly"))).toEqual({
      owner: "bea of",
      state: "full A",
      rows: ["line:A 100.00: 100.00, open 0.00", "line:B 68.00: 68.00, open 0.00"],
      columns: ["payment cap2 100.00, left 0.00", "payment cap4 68.00, left 0.00"],
      totals: {
        "ada of": "owed 100.00, paid 100.00, open 0.00, unapplied 0.00; full A",
        "bea of": "owed 68.00, paid 68.00, open 0.00, unapplied 0.00; full A",
      },
    })
  })

  it("leaves an order that is wholly settled on the old customer's page, and gives the new one what comes", async () => {
    const steps = [placed, paid(2, "168"), given(3, "bea")]
    expect((await view(await live(steps, "promptly"))).totals).toEqual({
      "ada of": "owed 168.00, paid 168.00, open 0.00, unapplied 0.00; full A",
      "bea of": "owed 0.00, paid 0.00, open 0.00, unapplied 0.00; full –",
    })
    const returned = (timeline: HostTimeline) => timeline.edit(day(4), { B: null })
    expect((await view(await live([...steps, returned], "promptly"))).totals).toEqual({
      "ada of": "owed 168.00, paid 168.00, open 0.00, unapplied 0.00; full A",
      "bea of": "owed -68.00, paid 0.00, open 0.00, unapplied 68.00; full –",
    })
  })

  it("is a debt of the new customer until it is paid", async () => {
    expect(await view(await live(halfPaid.slice(0, 3), "promptly"))).toMatchObject({
      state: "partial –",
      totals: { "bea of": "owed 68.00, paid 0.00, open 68.00, unapplied 0.00; none –" },
    })
  })

  it("moves a surplus as money: the new customer may have it back", async () => {
    const steps = [
      placed,
      paid(2, "200"),
      given(3, "bea"),
      (timeline: HostTimeline) => timeline.refund(day(4), "32", { id: "ref4" }),
    ]
    expect(await view(await live(steps, "promptly"))).toMatchObject({
      state: "full A",
      columns: ["payment cap2 200.00, left 0.00", "refund ref4 -32.00, left 0.00"],
      totals: {
        "ada of": "owed 168.00, paid 168.00, open 0.00, unapplied 0.00; full A",
        "bea of": "owed 0.00, paid 0.00, open 0.00, unapplied 0.00; full A",
      },
    })
  })

  it("may go back, and on, any number of times", async () => {
    const steps = [
      placed,
      given(2, "bea"),
      paid(3, "50"),
      given(4, "ada"),
      paid(5, "100"),
      given(6, "cleo"),
      paid(7, "18"),
    ]
    expect(await view(await live(steps, "promptly"))).toMatchObject({
      owner: "cleo of",
      rows: ["line:A 100.00: 100.00, open 0.00", "line:B 68.00: 68.00, open 0.00"],
      columns: [
        "payment cap3 50.00, left 0.00",
        "payment cap5 100.00, left 0.00",
        "payment cap7 18.00, left 0.00",
      ],
      totals: {
        "ada of": "owed 100.00, paid 100.00, open 0.00, unapplied 0.00; full A",
        "bea of": "owed 50.00, paid 50.00, open 0.00, unapplied 0.00; full A",
        "cleo of": "owed 18.00, paid 18.00, open 0.00, unapplied 0.00; full A",
      },
    })
  })

  it("may have been a guest's", async () => {
    expect(await view(await live(halfPaid, "promptly", true))).toMatchObject({
      state: "full A",
      owner: "bea of",
    })
  })

  it.each([
    ["half paid", halfPaid],
    ["paid too much", [placed, paid(2, "200"), given(3, "bea")]],
    [
      "edited before and after",
      [
        placed,
        (timeline: HostTimeline) => timeline.edit(day(2), { A: "80" }),
        paid(3, "100"),
        given(4, "bea"),
        (timeline: HostTimeline) => timeline.edit(day(5), { C: "10", B: null }),
        paid(6, "10"),
      ],
    ],
    ["given twice", [placed, paid(2, "30"), given(3, "bea"), paid(4, "50"), given(5, "cleo"), paid(6, "88")]],
  ] as [string, Step[]][])(
    "ends in the same rows, read at every step or once at the end: %s",
    async (name, steps) => {
      const [prompt, late] = [await live(steps, "promptly"), await live(steps, "late")]
      if (name === "given twice") {
        // The host tells only the present owner: one who had it in between is never seen.
        expect((await view(late)).owner).toBe("cleo of")
        return
      }
      expect(await rowsOf(late)).toEqual(await rowsOf(prompt))
    },
  )
})
