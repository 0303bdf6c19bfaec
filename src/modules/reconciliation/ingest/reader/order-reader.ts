import { present, type ReadOrder } from "../host-order"
import { firstDifference } from "./difference"
import type { Compared, Trust } from "./trust"
import type { OrdersWanted, ReadOrders, ReadRows } from "./wanted"

/** The two ways to read orders, and where a person is told that one was given up. */
export interface Ways {
  readonly byStatement: (wanted: OrdersWanted) => Promise<ReadRows>
  readonly byGraph: (wanted: OrdersWanted) => Promise<ReadOrders>
  readonly warn: (text: string) => void
  /** Whether an error says only that the database is busy or gone, which is no fault of the statement. */
  readonly isOfServer: (error: unknown) => boolean
}

/** A change of the host may fall between two reads: what differs so often in a row is no such chance. */
const DIFFERENCES = 3
/** PostgreSQL's class of errors that say that a statement does not fit the tables; a fault of ours has no code. */
const WRONG_STATEMENT = /^(?:42|$)/

/**
 * Reads orders by the statement while it is trusted, and by the host's own query otherwise. Some of what the statement
 * gave is compared with the query's answer, and with the statement's after it: only where those two are equal did nothing
 * of the host fall between, and the comparison counts.
 */
export class OrderReader {
  constructor(
    private readonly trust: Trust,
    private readonly ways: Ways,
  ) {}

  async read(wanted: OrdersWanted): Promise<ReadOrders> {
    if (this.trust.state === "off") return this.ways.byGraph(wanted)
    try {
      const read = await this.ways.byStatement(wanted)
      await this.check(this.trust.toCheck(read.orders), wanted)
      // Until it is trusted, the host's answer is taken.
      return this.trust.state === "on" ? await this.withUnread(read, wanted) : await this.ways.byGraph(wanted)
    } catch (error) {
      const code = codeOf(error)
      if (WRONG_STATEMENT.test(code) && !this.ways.isOfServer(error))
        this.stepBack("statement_failed", code || String(error))
      return this.ways.byGraph(wanted)
    }
  }

  /** What the statement's rows do not add up to, the host itself must show, or say why it cannot. */
  private async withUnread({ orders, unread }: ReadRows, wanted: OrdersWanted): Promise<ReadOrders> {
    if (unread.length === 0) return { orders, failures: [] }
    const others = await this.ways.byGraph({ ...wanted, orderIds: unread })
    return { orders: [...orders, ...others.orders], failures: others.failures }
  }

  private async check(sample: readonly ReadOrder[], wanted: OrdersWanted): Promise<void> {
    if (sample.length === 0) return
    const asked = { ...wanted, orderIds: sample.map(({ order }) => order.id) }
    let before = sample
    let difference: string | null = null
    for (let attempt = 0; attempt < DIFFERENCES; attempt += 1) {
      // oxlint-disable-next-line no-await-in-loop -- an attempt follows a difference of the one before
      const graph = await this.ways.byGraph(asked)
      // oxlint-disable-next-line no-await-in-loop -- what is read after the query must be read after it
      const after = await this.ways.byStatement(asked)
      const compared = comparison(before, graph.orders, after.orders)
      difference = compared.difference
      if (difference === null) {
        for (const order of compared.equal) this.trust.equal(marksOf(order))
        return
      }
      before = after.orders
    }
    if (difference !== null) this.stepBack("difference", difference)
  }

  private stepBack(reason: "difference" | "statement_failed", detail: string): void {
    if (!this.trust.stepBack(reason, detail)) return
    this.ways.warn(`orders are read by query.graph until the next start (${reason}: ${detail})`)
  }
}

interface Comparison {
  readonly equal: readonly ReadOrder[]
  readonly difference: string | null
}

function comparison(
  before: readonly ReadOrder[],
  graph: readonly ReadOrder[],
  after: readonly ReadOrder[],
): Comparison {
  const [shown, again] = [byId(graph), byId(after)]
  const equal: ReadOrder[] = []
  for (const order of before) {
    const [ofGraph, later] = [shown.get(order.order.id), again.get(order.order.id)]
    // One that is gone by now, or that the host could not show, says nothing.
    if (!ofGraph || !later || firstDifference(order, later) !== null) continue
    const difference = firstDifference(order, ofGraph)
    if (difference !== null) return { equal, difference }
    equal.push(order)
  }
  return { equal, difference: null }
}

const byId = (orders: readonly ReadOrder[]): Map<string, ReadOrder> =>
  new Map(orders.map((read) => [read.order.id, read]))

const marksOf = ({ order, versions }: ReadOrder): Compared => ({
  severalVersions: versions.length > 0,
  creditLines: present(order.credit_lines).length > 0,
})

/** PostgreSQL's five-character code of an error, or "". */
const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : ""
