import type { RunMoveView, RunPreview, RunScope, RunState, RunView, StatusView } from "../../../types/http"
import { daysAfter } from "../domain/day"
import { numberCursorOf, numberPlaceOf } from "../items/keyset"
import { once } from "../ledger/idempotency"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import type { WriteOffs } from "../write-offs/write-offs"
import { Previews } from "../runs/previews"
import { refuseRun } from "../runs/refusals"
import type { Events } from "../events/events"
import { leftAfter, movesAfter, readRun, type LeftPage, type ResultPage } from "../runs/results"
import * as sql from "../runs/runs.sql"
import { statedScope } from "../runs/scope"
import { countScope, startBackFill, startRun } from "../runs/start"
import type { NewRun, ReadOrders, Resting } from "../runs/types"
import { viewOfRun, type RunRow } from "../runs/view"
import { MOST_ATTEMPTS, policyOf, workOnce, type WorkedChunk, type Workshop } from "../runs/work"
import type { Parts } from "./parts"

/** Rows that a file reads at once. */
const LARGEST_PAGE = 500

export interface RunAsked {
  /** Default reconcile. */
  readonly kind?: "reconcile" | "backfill" | undefined
  readonly scope: RunScope
  /** By name; of a back-fill by default each order's own, else by default the store's policy for money on account, else oldest_first. */
  readonly strategy?: string | undefined
  readonly context: ChangeContext
}

export interface StartRun extends RunAsked {
  /** The same key twice starts it once. */
  readonly idempotencyKey?: string | undefined
}

export interface UndoRunAsked {
  readonly runId: string
  /** What becomes of amounts that something rests on; without it such an undo is refused. */
  readonly dependants?: "keep" | "cascade" | undefined
  readonly context: ChangeContext
}

export interface UndoRun extends UndoRunAsked {
  readonly idempotencyKey?: string | undefined
}

export interface RunFilter {
  readonly state?: RunState | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** A ledger without a host has no orders to bring in. */
const noHost: ReadOrders = async () => {
  throw new Error("a back-fill needs a way to read orders of the host")
}

/** Runs over many accounts, or orders: previewed, started, worked on in chunks by whoever comes, stopped and undone. */
export class Runs {
  private readonly workshop: Workshop
  private readonly previews: Previews

  constructor(
    private readonly parts: Parts,
    writeOffs: WriteOffs,
    events: Events,
  ) {
    const { database, settings, inForce, strategies, today } = parts
    this.workshop = {
      database,
      settings,
      inForce,
      strategies,
      writeOffs,
      today,
      noteAsTold: async (session, documentIds) => events.noteAsTold(session, documentIds.map(String)),
    }
    this.previews = new Previews(this.workshop)
  }

  /**
   * What a run would do, from its beginning or from a cursor: as many accounts as an answer has time for, each done and
   * taken back.
   *
   * @throws strategy_unknown | strategy_broken | cursor_malformed | backfill_of_accounts
   */
  async preview(asked: RunAsked, cursor?: string, read: ReadOrders = noHost): Promise<RunPreview> {
    return this.previews.of(this.newRun(asked), cursor, read)
  }

  /**
   * Chooses the accounts, or orders, of a run; from then on workers take them.
   *
   * @throws strategy_unknown | idempotency_key_reused | backfill_of_accounts
   */
  async start(call: StartRun): Promise<RunView> {
    const { kind } = this.newRun(call)
    const scope = statedScope(call.scope)
    const ofKind = kind === "backfill" ? [kind] : []
    const request = {
      operation: "start_run",
      key: call.idempotencyKey,
      content: [{ ...scope }, call.strategy, ...ofKind],
    }
    const { settings, database } = this.parts
    return once(database, request, async (session) => {
      const run = this.newRun(call)
      if (kind === "backfill") {
        const filling = await startBackFill(session, run, settings.timeZone)
        return viewOf(session, filling.toString())
      }
      const { id } = await startRun(session, run, {
        onlyDeposits: policyOf(settings, run.context).onlyDeposits,
      })
      await countScope(session, id, scope)
      return viewOf(session, id.toString())
    })
  }

  /** A page of runs, the newest first. @throws cursor_malformed */
  async list({ state, cursor, limit }: RunFilter): Promise<{ runs: RunView[]; nextCursor: string | null }> {
    const before = cursor === undefined ? null : numberPlaceOf(cursor)
    const rows = await this.parts.database.run<RunRow>(sql.listRuns, [before, state ?? null, limit + 1])
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return {
      runs: page.map(viewOfRun),
      nextCursor: rows.length > limit && last ? numberCursorOf(last.id) : null,
    }
  }

  /** @throws run_not_found */
  async retrieve(id: string): Promise<RunView> {
    return viewOf(this.parts.database, id)
  }

  /** A page of what a run placed, or took back, by account. @throws run_not_found | cursor_malformed */
  async moves(
    id: string,
    page: { cursor?: string | undefined; limit: number },
  ): Promise<ResultPage<RunMoveView>> {
    return this.parts.database.snapshot(async (session) =>
      movesAfter(session, await readRun(session, id), page),
    )
  }

  /** A page of what a run left and why. @throws run_not_found | cursor_malformed */
  async left(id: string, page: { cursor?: string | undefined; limit: number }): Promise<LeftPage> {
    return this.parts.database.snapshot(async (session) =>
      leftAfter(session, await readRun(session, id), page),
    )
  }

  /** All that a run placed, page by page, never more than one of them in memory. @throws run_not_found */
  async *allMoves(id: string): AsyncGenerator<RunMoveView[]> {
    let cursor: string | undefined
    do {
      // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before it ended
      const page = await this.moves(id, { cursor, limit: LARGEST_PAGE })
      yield page.rows
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
  }

  /** Stops a run: chunks in work are done, no other is begun, and what was placed stays. @throws run_not_found | run_ended | idempotency_key_reused */
  async cancel(
    id: string,
    by: { readonly actorId: string | null; readonly idempotencyKey?: string | undefined },
  ): Promise<RunView> {
    const request = { operation: "cancel_run", key: by.idempotencyKey, content: id }
    return once(this.parts.database, request, async (session) => {
      const { state } = await lockRun(session, id)
      if (state !== "queued" && state !== "running" && state !== "cancelling")
        throw refuseRun.ended(id, state)
      await session.run(sql.stopRun, [id, by.actorId])
      await settle(session)
      return viewOf(session, id)
    })
  }

  /** What undoing a run would take back and what would stay, page by page as preview. @throws run_not_found | run_not_undoable */
  async previewUndo(asked: UndoRunAsked, cursor?: string): Promise<RunPreview> {
    const row = await readRun(this.parts.database, asked.runId)
    requireUndoable(row)
    return this.previews.of(undoOf(row, asked), cursor, noHost)
  }

  /**
   * Takes back what a run did, as a run of its own.
   *
   * @throws run_not_found | run_not_undoable | run_has_dependants | run_not_looked_through | idempotency_key_reused
   */
  async undo({ runId, dependants, context, idempotencyKey: key }: UndoRun): Promise<RunView> {
    const run = undoOf(await readRun(this.parts.database, runId), { dependants, context })
    // Looked for before, so that the one transaction holds no connection while the look needs another.
    const resting = dependants === undefined ? await this.restingOn(runId, run) : NOTHING
    const request = { operation: "undo_run", key, content: [runId, dependants] }
    return once(this.parts.database, request, async (session) => {
      await lockRun(session, runId)
      requireUndoable(await readRun(session, runId))
      if (resting.left.length + resting.leftOrders.length > 0) throw refuseRun.dependants(runId, resting)
      if (!resting.isAll) throw refuseRun.notLookedThrough(runId)
      const { id } = await startRun(session, run)
      return viewOf(session, id.toString())
    })
  }

  /**
   * Takes one chunk of any run and does it.
   *
   * @param holder names the worker
   * @param read reads orders of the host, for back-fills
   * @returns undefined when there is none to take; then what has no chunk left is ended
   */
  async work(holder: string, read: ReadOrders = noHost): Promise<WorkedChunk | undefined> {
    const worked = await workOnce(this.workshop, holder, read)
    await this.parts.database.transaction(settle)
    return worked
  }

  /** By which strategy the run of each night places. */
  get nightly(): StatusView["nightly_run"] {
    return this.parts.settings.nightlyRun
  }

  /** Starts the run of today where the option `nightlyRun` wants one; in several processes, one. */
  async startNightly(): Promise<RunView | null> {
    const { inForce, database } = this.parts
    await inForce.lookAt(database, { exactly: true })
    const { nightlyRun: strategy } = this.parts.settings
    if (strategy === "off") return null
    return this.start({
      scope: {},
      strategy,
      context: { actor: { type: "system", id: null }, cause: "nightly run" },
      idempotencyKey: `nightly run ${this.parts.today()}`,
    })
  }

  /** Runs that have ended and of which nobody was told: who takes them tells. */
  async takeUntold(): Promise<RunView[]> {
    const { database } = this.parts
    const rows = await database.run<{ id: string }>(sql.takeUntold)
    return Promise.all(rows.map(async ({ id }) => viewOf(database, id)))
  }

  /** What an undo would leave; nothing of a run that is not to be undone, which is refused for that. */
  private async restingOn(runId: string, run: NewRun): Promise<Resting> {
    const { state, undone_by: by } = await readRun(this.parts.database, runId)
    return isUndoable(state) && by === null ? this.previews.leftBy(run) : NOTHING
  }

  private newRun({ kind = "reconcile", scope, context, ...asked }: RunAsked): NewRun {
    if (kind === "reconcile")
      return { kind, scope: statedScope(scope), strategy: this.strategyOf(asked), context }
    if (scope.account_ids) throw refuseRun.accountsUnknown()
    const { strategy } = asked
    const named = strategy === undefined ? null : this.parts.strategies.named(strategy).name
    return { kind, scope: statedScope({ ...scope, ...this.untilBooks(scope) }), strategy: named, context }
  }

  /** What came since the books began comes by itself, so a back-fill that names no last day ends the day before. */
  private untilBooks({ from, until }: RunScope): Pick<RunScope, "until"> {
    const { goLive } = this.parts.settings
    if (until !== undefined || goLive === null || (from !== undefined && from >= goLive)) return {}
    return { until: daysAfter(goLive, -1) }
  }

  private strategyOf({ strategy }: Pick<RunAsked, "strategy">): string {
    const { strategies, automation } = this.parts
    return strategies.named(strategy ?? automation.strategy ?? "oldest_first").name
  }
}

/** Ends what has nothing left to do. */
async function settle(session: Session): Promise<void> {
  await session.run(sql.dropChunks, [MOST_ATTEMPTS])
  await session.run(sql.endRuns)
}

async function viewOf(session: Session, id: string): Promise<RunView> {
  return viewOfRun(await readRun(session, id))
}

/** @throws run_not_found */
async function lockRun(session: Session, id: string): Promise<{ readonly state: RunState }> {
  await readRun(session, id)
  const [row] = await session.run<{ state: RunState }>(sql.lockRun, [id])
  if (!row) throw refuseRun.notFound(id)
  return row
}

/** @throws run_not_undoable */
function requireUndoable({ id, state, undoes_run_id: undoes, undone_by: by }: RunRow): void {
  if (!isUndoable(state) || undoes !== null || by !== null)
    throw refuseRun.notUndoable(id, by === null ? state : "undone")
}

const isUndoable = (state: RunState): boolean => state === "finished" || state === "cancelled"

const undoOf = (
  { id, kind }: Pick<RunRow, "id" | "kind">,
  { dependants, context }: Omit<UndoRunAsked, "runId">,
): NewRun => ({
  kind: "undo",
  scope: {},
  strategy: null,
  undoes: { runId: BigInt(id), cascade: dependants === "cascade", ofOrders: kind === "backfill" },
  context,
})

const NOTHING: Resting = { left: [], leftOrders: [], isAll: true }
