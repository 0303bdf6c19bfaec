import type { ChargeOverdue, OrderStateChanged } from "../../src/types/events"
import type { PublicEvent } from "../../src/modules/reconciliation/events/events"
import { due, LATER, moment, PlanShop } from "../setup/plan-shop"

describe("F63: events for other plugins, on PostgreSQL", () => {
  let shop: PlanShop

  beforeAll(async () => {
    shop = await PlanShop.open("events")
  })
  afterAll(async () => {
    await shop.ledger.close()
  })

  const events = () => shop.ledger.service.events
  /** What the sweep tells, in words. */
  const told = async (): Promise<string[]> => {
    await events().noteDue()
    const all: PublicEvent[] = []
    await events().tell(async (some) => void all.push(...some))
    const ids = all.map(({ data }) => (data as { id: string }).id)
    expect(new Set(ids).size).toBe(ids.length)
    return all.map(({ name, data }) => {
      if (name === "reconciliation.charge.overdue") {
        const { order_id: id, title, open, due_on: on } = data as ChargeOverdue
        return `${id} ${title} ${open} ${on}`
      }
      const { order_id: id, before, after } = data as OrderStateChanged
      const word = (one: OrderStateChanged["before"]): string =>
        one ? [one.state, one.code?.code].filter(Boolean).join(" ") : "unknown"
      return `${id}: ${word(before)} → ${word(after)}`
    })
  }

  it("say from what to what an order's state went, once", async () => {
    const order = shop.order("told")
    await shop.read(order)
    expect(await told()).toEqual(["order_told: unknown → none"])
    expect(await told()).toEqual([])
    order.capture(moment(2), 7_000n, 0)
    await shop.read(order)
    expect(await told()).toEqual(["order_told: none → partial a"])
    // A change that moves no state is none.
    order.capture(moment(3), 1_000n, 0)
    await shop.read(order)
    expect(await told()).toEqual([])
    order.capture(moment(4), 9_000n, 0)
    await shop.read(order)
    await shop.read(order, undefined, {
      problems: [
        { code: "books_differ", detail: "They differ.", remedy: "Look.", facts: { amount: "1.00" } },
      ],
    })
    expect(await told()).toEqual(["order_told: partial a → error a"])
    await shop.read(order)
    expect(await told()).toEqual(["order_told: error a → full A"])
  })

  it("are told of orders that a change has touched, whatever the sweep's mark says", async () => {
    const order = shop.order("touched")
    const { document_id: id } = await shop.read(order)
    await events().note([id, "999999"])
    expect(await told()).toEqual(["order_touched: unknown → none"])
  })

  it("wait while the bus refuses them, and come in their order, each once to whoever asks at once", async () => {
    const names = ["one", "two", "three"]
    for (const name of names) {
      const order = shop.order(name)
      // oxlint-disable-next-line no-await-in-loop -- in this order
      await events().note([(await shop.read(order)).document_id])
    }
    await expect(
      events().tell(async () => {
        throw new Error("the bus is down")
      }),
    ).rejects.toThrow("the bus is down")
    const orders: string[] = []
    const take = async (some: PublicEvent[]): Promise<void> => {
      orders.push(...some.map(({ data }) => (data as OrderStateChanged).order_id))
    }
    await Promise.all([events().tell(take), events().tell(take), events().tell(take)])
    expect(orders).toEqual(names.map((name) => `order_${name}`))
    expect(await shop.ledger.sql("select * from reconciliation_event")).toEqual([])
  })

  it("two who look at once tell a change once", async () => {
    const order = shop.order("race")
    const { document_id: id } = await shop.read(order)
    await Promise.all([1, 2, 3, 4].map(async () => events().note([id])))
    expect(await told()).toEqual(["order_race: unknown → none"])
  })

  it("say that a planned payment fell due, on the day after", async () => {
    const order = shop.order("planned")
    await shop.read(order)
    const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    await shop.plan(order, [due(soon, "170.00")])
    expect(await told()).toEqual(["order_planned: unknown → planned"])
    const later = shop.ledger.serviceWith({})
    Object.assign(later.events, { today: () => "2100-01-01" })
    await later.events.noteDue()
    const all: PublicEvent[] = []
    await later.events.tell(async (some) => void all.push(...some))
    expect(all.map(({ data }) => (data as OrderStateChanged).after.state)).toContain("none")
    await shop.ledger.sql("update reconciliation_event_mark set day = current_date")
  })

  it("say of a charge that it is overdue once, by the accounting day, and not what was past already", async () => {
    const today = new Date().toISOString().slice(0, 10)
    const give = async (orderId: string, days: number): Promise<void> => {
      await shop.ledger.service.orders.giveTerms({
        orderId,
        terms: { kind: "days", days },
        context: shop.context,
      })
    }
    const age = Math.floor((Date.parse(today) - Date.parse("2026-01-01")) / 86_400_000)
    const [dueToday, dueBefore, dueLater] = [
      shop.order("due", [7500n, 2000n]),
      shop.order("past"),
      shop.order("later"),
    ]
    for (const order of [dueToday, dueBefore, dueLater])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await shop.read(order)
    dueToday.capture(moment(2), 7_500n, 0)
    await shop.read(dueToday)
    await give(dueToday.id, age)
    await give(dueBefore.id, age - 5)
    await give(dueLater.id, age + 5)
    await shop.ledger.sql("update reconciliation_event_mark set day = ?", [today])
    await told()
    const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10)
    Object.assign(events(), { today: () => tomorrow })
    try {
      expect((await told()).filter((one) => !one.includes("→"))).toEqual([`order_due B 20.00 ${today}`])
      expect((await told()).filter((one) => !one.includes("→"))).toEqual([])
    } finally {
      Object.assign(events(), { today: () => today })
    }
    expect(LATER > tomorrow).toBe(true)
  })
})
