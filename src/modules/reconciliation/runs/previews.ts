import type { RunLeftView, RunMoveView, RunOrderLeftView, RunPreview } from "../../../types/http"
import { orderRunCursorOf, orderRunPlaceOf, runCursorOf, runPlaceOf } from "../items/keyset"
import type { TransactionSession } from "../ledger/database"
import { countOrders, countStates, listUnknown } from "./back-fill.sql"
import { closeChunk } from "./chunks.sql"
import { changesOf } from "./later"
import { leftAfter, movesAfter, readRun } from "./results"
import { areToldBy, withOrders } from "./orders-in-force"
import { ordersOfScope } from "./scope"
import { countScope, dryNumber, startRun, startWith, type CutChunk } from "./start"
import {
  chunkOf,
  CHUNK,
  ORDERS_A_CHUNK,
  type HostOrders,
  type NewRun,
  type ReadOrders,
  type Resting,
} from "./types"
import { countsOf, type RunRow } from "./view"
import { doChunk, policyOf, type Workshop } from "./work"

/** As long as a person waits for an answer; then the next page goes on. */
const PATIENCE_MILLISECONDS = 2_000
/** Rows that a person looks through. */
const MOST_ROWS = 100

interface Looked {
  /** Where the next page begins; null at the end. */
  readonly next: string | null
  readonly counts: RunRow
  readonly moves: RunMoveView[]
  readonly left: RunLeftView[]
  readonly leftOrders: RunOrderLeftView[]
  /** Changes made since, of which an undo takes amounts back. */
  readonly laterChanges: number
  /** How the orders of a back-fill would stand. */
  readonly states?: OrderStates
}

type OrderStates = NonNullable<RunPreview["orders"]>

interface Page {
  /** An account; of an undo of a back-fill a document, of a back-fill a moment and an order. */
  readonly after: string
  /** At most so many accounts or orders. */
  readonly limit: number
  readonly isFirst?: boolean
  readonly onlyChangedSince?: boolean
}

/** What runs would do: each page is done in a transaction of its own, looked at, and taken back. */
export class Previews {
  constructor(private readonly workshop: Workshop) {}

  /** @param cursor of the page before. @throws cursor_malformed, what the host throws */
  async of(run: NewRun, cursor: string | undefined, read: ReadOrders): Promise<RunPreview> {
    const until = Date.now() + PATIENCE_MILLISECONDS
    const [after, done] = placeIn(run, cursor)
    const sum = new Sum(run, cursor === undefined ? null : Number(done))
    let from: string | null = after
    do {
      const limit = Math.min(run.kind === "reconcile" ? CHUNK.accounts : ORDERS_A_CHUNK, sum.room)
      const page: Page = { after: from, limit, isFirst: cursor === undefined && sum.isEmpty }
      // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before it ended
      const seen: Looked = await (run.kind === "backfill"
        ? this.lookAtOrders(run, page, read)
        : this.look(run, page))
      sum.add(seen)
      from = sum.room > 0 ? seen.next : null
    } while (from !== null && Date.now() < until)
    return sum.preview(from)
  }

  /**
   * The first of what an undo would leave, of accounts that something has changed since; of others it leaves nothing. As far
   * as an answer has time for it.
   */
  async leftBy(run: NewRun): Promise<Resting> {
    const until = Date.now() + PATIENCE_MILLISECONDS
    const left: RunLeftView[] = []
    const leftOrders: RunOrderLeftView[] = []
    let from: string | null = "0"
    do {
      // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before it ended
      const page: Looked = await this.look(run, {
        after: from,
        limit: CHUNK.accounts,
        onlyChangedSince: true,
      })
      left.push(...page.left)
      leftOrders.push(...page.leftOrders)
      from = page.next
    } while (from !== null && left.length + leftOrders.length < MOST_ROWS && Date.now() < until)
    return { left, leftOrders, isAll: from === null }
  }

  private async look(run: NewRun, { isFirst = false, after, ...choice }: Page): Promise<Looked> {
    const { database, settings } = this.workshop
    const { onlyDeposits } = policyOf(settings, run.context)
    return database.dryRun(async (session) => {
      const id = await dryNumber(session)
      const { chunks } = await startRun(
        session,
        { ...run, id },
        { ...choice, after: BigInt(after), onlyDeposits },
      )
      if (isFirst && !run.undoes) await countScope(session, id, run.scope)
      const units = chunks.flatMap(({ account_ids: accounts, order_ids: orders }) => [...accounts, ...orders])
      const next = units.length < choice.limit ? null : (chunks.at(-1)?.last ?? null)
      return { next, ...(await this.seen(session, { id, chunks })) }
    })
  }

  /** Orders are chosen and read before the transaction, which else would hold a connection while the host needs one. @throws account_busy */
  private async lookAtOrders(
    run: NewRun,
    { after, limit, isFirst = false }: Page,
    read: ReadOrders,
  ): Promise<Looked> {
    const { database, settings } = this.workshop
    const scope = ordersOfScope(run.scope, settings.timeZone)
    const [moment, ...name] = after.split("_")
    const rows = await database.run<{ id: string; place: string }>(listUnknown, [
      ...scope,
      moment,
      name.join("_"),
      limit,
    ])
    const ids = rows.map(({ id }) => id)
    const counted = isFirst ? await database.run<{ orders: number }>(countOrders, scope) : []
    const next = rows.length < limit ? null : (rows.at(-1)?.place ?? null)
    const looked = await withOrders(
      async () => (ids.length > 0 ? read(ids) : NO_ORDERS),
      async (orders) => this.fill(run, ids, orders),
    )
    return { ...looked, next, counts: { ...looked.counts, in_scope: counted[0]?.orders ?? 0 } }
  }

  /** @returns undefined where the orders are to be read again */
  private async fill(
    run: NewRun,
    ids: readonly string[],
    orders: HostOrders,
  ): Promise<Omit<Looked, "next"> | undefined> {
    const { database, inForce } = this.workshop
    return database.dryRun(async (session) => {
      const id = await dryNumber(session)
      if (!areToldBy(inForce.version, orders)) return undefined
      const { chunks } = await startWith(session, { ...run, id }, ids)
      const seen = await this.seen(session, { id, chunks, orders })
      const [states] = await session.run<OrderStates>(countStates, [ids])
      return { ...seen, ...(states && { states }) }
    })
  }

  /** Does the chunks of a run as a worker would, and tells what it came to. */
  private async seen(
    session: TransactionSession,
    {
      id,
      chunks,
      orders,
    }: {
      readonly id: bigint
      readonly chunks: readonly CutChunk[]
      readonly orders?: HostOrders | undefined
    },
  ): Promise<Omit<Looked, "next">> {
    const row = await readRun(session, id.toString())
    const later: bigint[] = []
    for (const cut of chunks) {
      const chunk = chunkOf({ ...row, ...cut, run_id: row.id })
      // oxlint-disable-next-line no-await-in-loop -- as a worker does them
      const { tally } = await doChunk(session, { ...this.workshop, pairs: true, orders }, chunk)
      // oxlint-disable-next-line no-await-in-loop -- as a worker does them
      await session.run(closeChunk, [cut.id, ...tally.parameters()])
      later.push(...tally.later)
    }
    const left = await leftAfter(session, row, { limit: MOST_ROWS })
    return {
      counts: await readRun(session, id.toString()),
      moves: (await movesAfter(session, row, { limit: MOST_ROWS })).rows,
      left: left.rows,
      leftOrders: left.orders,
      laterChanges: await changesOf(session, later),
    }
  }
}

/** Where a preview begins, and how much was done before that. */
function placeIn({ kind }: NewRun, cursor: string | undefined): readonly [place: string, done: string] {
  if (kind === "backfill") return cursor === undefined ? [BEFORE_ALL, "0"] : orderRunPlaceOf(cursor)
  return cursor === undefined ? ["0", "0"] : runPlaceOf(cursor)
}

const NO_ORDERS: HostOrders = { histories: [], failures: [] }

/** A moment in microseconds long before any shop, and no order. */
const BEFORE_ALL = "-60000000000000000_"

/** Pages of a preview, added up. */
class Sum {
  isEmpty = true
  private readonly moves: RunMoveView[] = []
  private readonly left: RunLeftView[] = []
  private readonly leftOrders: RunOrderLeftView[] = []
  private inScope = 0
  private laterChanges = 0
  private readonly states: OrderStates = { full: 0, partial: 0, none: 0, contradicting: 0 }
  private readonly counts = {
    done: 0,
    failed: 0,
    changed: 0,
    placed: 0,
    allocations: 0,
    settled: 0,
    exact_broken: 0,
    left_count: 0,
  }
  private readonly amounts = new Map<string, NonNullable<RunRow["amounts"]>[number]>()

  constructor(
    private readonly run: NewRun,
    /** Accounts or orders of the pages before; null of the first one. */
    private readonly before: number | null,
  ) {}

  /** How many accounts or orders the scope still allows. */
  get room(): number {
    const { limit } = this.run.scope
    return limit === undefined ? CHUNK.accounts : limit - this.done
  }

  private get done(): number {
    return (this.before ?? 0) + this.counts.done
  }

  add({ counts, moves, left, leftOrders, laterChanges, states }: Looked): void {
    if (this.isEmpty) this.inScope = counts.in_scope
    this.isEmpty = false
    this.laterChanges += laterChanges
    for (const name of NAMES) this.counts[name] += counts[name]
    for (const name of STATES) this.states[name] += states?.[name] ?? 0
    for (const one of counts.amounts ?? []) {
      const known = this.amounts.get(one.currency_code) ?? { ...one, before: "0", moved: "0" }
      const added = (name: "before" | "moved"): string => (BigInt(known[name]) + BigInt(one[name])).toString()
      this.amounts.set(one.currency_code, { ...known, before: added("before"), moved: added("moved") })
    }
    this.moves.push(...moves.slice(0, MOST_ROWS - this.moves.length))
    this.left.push(...left.slice(0, MOST_ROWS - this.left.length))
    this.leftOrders.push(...leftOrders.slice(0, MOST_ROWS - this.leftOrders.length))
  }

  preview(next: string | null): RunPreview {
    const cursorOf = this.run.kind === "backfill" ? orderRunCursorOf : runCursorOf
    const amounts = [...this.amounts.values()].toSorted((one, other) =>
      one.currency_code < other.currency_code ? -1 : 1,
    )
    return {
      strategy: this.run.strategy,
      in_scope: this.before === null && !this.run.undoes ? this.inScope : null,
      counts: countsOf({ ...this.counts, amounts }),
      orders: this.run.kind === "backfill" ? this.states : null,
      later_changes: this.laterChanges,
      exact_pairs_broken: this.counts.exact_broken,
      moves: this.moves,
      left: this.left,
      left_orders: this.leftOrders,
      next_cursor: next === null ? null : cursorOf(next, this.done.toString()),
    }
  }
}

const STATES = ["full", "partial", "none", "contradicting"] as const

const NAMES = [
  "done",
  "failed",
  "changed",
  "placed",
  "allocations",
  "settled",
  "exact_broken",
  "left_count",
] as const
