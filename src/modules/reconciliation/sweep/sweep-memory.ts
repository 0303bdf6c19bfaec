import type { QueueView, StatusView } from "../../../types/http"
import { readBacklog } from "./backlog.sql"
import { findUnread, forgetRetries, noteRetries, readWatermark, saveWatermark } from "./sweep.sql"
import type { Database } from "../ledger/database"

/** An order that could not be brought up to the host, and why. */
export interface FailedOrder {
  readonly orderId: string
  readonly error: string
}

/** What the sweep remembers from one run to the next; no money moves by it. */
export class SweepMemory {
  constructor(private readonly database: Database) {}

  /** How far the sweep has come, null before the first, and the database's clock. */
  async readWatermark(): Promise<{ at: string | null; now: string }> {
    const [row] = await this.database.run<{ at: string | null; now: string }>(readWatermark, [SWEEP])
    if (!row) throw new Error("the database has no clock")
    return row
  }

  async saveWatermark(at: string): Promise<void> {
    await this.database.run(saveWatermark, [SWEEP, at])
  }

  /** How far behind everything is that is done without a person. */
  async backlog(): Promise<Omit<StatusView, "reader" | "nightly_run">> {
    const [row] = await this.database.run<BacklogRow>(readBacklog, [SWEEP])
    if (!row) throw new Error("the database has no clock")
    const { now: at, swept_at: last, lag, retries, mirrors, events, runs, refused } = row
    return {
      at,
      sweep: { last_at: last, lag_seconds: lag },
      retries,
      mirrors: { ...mirrors, refused },
      events,
      runs,
    }
  }

  /**
   * Orders that the ledger must read: those that moved in the host since a moment and that it has not
   * read as they are, those whose last read left something in doubt, and those whose retry is due.
   */
  async findUnread(page: { since: string; now: string; after: string; limit: number }): Promise<string[]> {
    const rows = await this.database.run<{ order_id: string }>(findUnread, [
      page.since,
      page.after,
      page.limit,
      page.now,
    ])
    return rows.map((row) => row.order_id)
  }

  /** Notes orders that failed, for the sweep to try again ever more rarely, and forgets those that did not. */
  async noteRetries({
    done,
    failed,
  }: {
    done: readonly string[]
    failed: readonly FailedOrder[]
  }): Promise<void> {
    if (done.length > 0) await this.database.run(forgetRetries, [done])
    if (failed.length === 0) return
    await this.database.run(noteRetries, [
      failed.map(({ orderId }) => orderId),
      failed.map(({ error }) => error.slice(0, LONGEST_ERROR)),
    ])
  }
}

interface BacklogRow {
  readonly now: string
  readonly swept_at: string | null
  readonly lag: number | null
  readonly retries: QueueView
  readonly mirrors: QueueView
  readonly events: QueueView
  readonly runs: QueueView
  readonly refused: number
}

/** The name of the sweep's watermark. */
const SWEEP = "sweep"
/** Characters of an error that a retry keeps. */
const LONGEST_ERROR = 1_000
