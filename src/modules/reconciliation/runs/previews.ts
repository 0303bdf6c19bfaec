import type { RunLeftView, RunMoveView, RunPreview } from "../../../types/http"
import { runCursorOf, runPlaceOf } from "../items/keyset"
import { closeChunk } from "./chunks.sql"
import { leftAfter, movesAfter, readRun } from "./results"
import { countScope, dryNumber, startRun } from "./start"
import { chunkOf, CHUNK, type NewRun, type Resting } from "./types"
import { countsOf, type RunRow } from "./view"
import { doChunk, policyOf, type Workshop } from "./work"

/** As long as a person waits for an answer; then the next page goes on. */
const PATIENCE_MILLISECONDS = 2_000
/** Rows that a person looks through. */
const MOST_ROWS = 100

interface Looked {
  /** The last account; null when there was none. */
  readonly last: bigint | null
  readonly counts: RunRow
  readonly moves: RunMoveView[]
  readonly left: RunLeftView[]
}

interface Page {
  readonly after: bigint
  /** At most so many accounts. */
  readonly limit: number
  readonly isFirst?: boolean
  readonly onlyChangedSince?: boolean
}

/** What runs would do: each page is done in a transaction of its own, looked at, and taken back. */
export class Previews {
  constructor(private readonly workshop: Workshop) {}

  /** @param cursor of the page before. @throws cursor_malformed */
  async of(run: NewRun, cursor: string | undefined): Promise<RunPreview> {
    const until = Date.now() + PATIENCE_MILLISECONDS
    const [after, done] = cursor === undefined ? ["0", "0"] : runPlaceOf(cursor)
    const sum = new Sum(run, cursor === undefined ? null : Number(done))
    let from: bigint | null = BigInt(after)
    do {
      const limit = Math.min(CHUNK.accounts, sum.room)
      // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before it ended
      const page: Looked = await this.look(run, {
        after: from,
        limit,
        isFirst: cursor === undefined && sum.isEmpty,
      })
      sum.add(page)
      from = page.last !== null && sum.room > 0 ? page.last : null
    } while (from !== null && Date.now() < until)
    return sum.preview(from)
  }

  /** The first of what an undo would leave, of accounts that something has changed since; of others it leaves nothing. */
  async leftBy(run: NewRun): Promise<Resting> {
    const left: RunLeftView[] = []
    let from: bigint | null = 0n
    while (from !== null && left.length < MOST_ROWS) {
      // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before it ended
      const page: Looked = await this.look(run, {
        after: from,
        limit: CHUNK.accounts,
        onlyChangedSince: true,
      })
      left.push(...page.left)
      from = page.last
    }
    return { left, isAll: from === null }
  }

  private async look(run: NewRun, { isFirst = false, ...choice }: Page): Promise<Looked> {
    const { database, settings } = this.workshop
    const { onlyDeposits } = policyOf(settings, run.context)
    return database.dryRun(async (session) => {
      const id = await dryNumber(session)
      const started = await startRun(session, { ...run, id }, { ...choice, onlyDeposits })
      if (isFirst && !run.undoes) await countScope(session, id, run.scope)
      const row = await readRun(session, id.toString())
      for (const cut of started.chunks) {
        const chunk = chunkOf({ ...row, ...cut, run_id: row.id })
        // oxlint-disable-next-line no-await-in-loop -- as a worker does them
        const { tally } = await doChunk(session, { ...this.workshop, pairs: true }, chunk)
        // oxlint-disable-next-line no-await-in-loop -- as a worker does them
        await session.run(closeChunk, [cut.id, ...tally.parameters()])
      }
      const accounts = started.chunks.flatMap(({ account_ids: ids }) => ids)
      const last = accounts.at(-1)
      return {
        last: accounts.length < choice.limit || last === undefined ? null : BigInt(last),
        counts: await readRun(session, id.toString()),
        moves: (await movesAfter(session, row, { limit: MOST_ROWS })).rows,
        left: (await leftAfter(session, row, { limit: MOST_ROWS })).rows,
      }
    })
  }
}

/** Pages of a preview, added up. */
class Sum {
  isEmpty = true
  private readonly moves: RunMoveView[] = []
  private readonly left: RunLeftView[] = []
  private inScope = 0
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
    /** Accounts of the pages before; null of the first one. */
    private readonly before: number | null,
  ) {}

  /** How many accounts the scope still allows. */
  get room(): number {
    const { limit } = this.run.scope
    return limit === undefined ? CHUNK.accounts : limit - this.done
  }

  private get done(): number {
    return (this.before ?? 0) + this.counts.done
  }

  add({ counts, moves, left }: Looked): void {
    if (this.isEmpty) this.inScope = counts.in_scope
    this.isEmpty = false
    for (const name of NAMES) this.counts[name] += counts[name]
    for (const one of counts.amounts ?? []) {
      const known = this.amounts.get(one.currency_code) ?? { ...one, before: "0", moved: "0" }
      const added = (name: "before" | "moved"): string => (BigInt(known[name]) + BigInt(one[name])).toString()
      this.amounts.set(one.currency_code, { ...known, before: added("before"), moved: added("moved") })
    }
    this.moves.push(...moves.slice(0, MOST_ROWS - this.moves.length))
    this.left.push(...left.slice(0, MOST_ROWS - this.left.length))
  }

  preview(next: bigint | null): RunPreview {
    const amounts = [...this.amounts.values()].toSorted((one, other) =>
      one.currency_code < other.currency_code ? -1 : 1,
    )
    return {
      strategy: this.run.strategy,
      in_scope: this.before === null && !this.run.undoes ? this.inScope : null,
      counts: countsOf({ ...this.counts, amounts }),
      exact_pairs_broken: this.counts.exact_broken,
      moves: this.moves,
      left: this.left,
      next_cursor: next === null ? null : runCursorOf(next.toString(), this.done.toString()),
    }
  }
}

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
