import pg from "pg"
import type { OwnDatabase } from "../../../bench/lib/database"
import { send } from "../../../bench/lib/database"
import { eventually } from "./host"

export class Unreached extends Error {}

/**
 * Holds a host at a point that PostgreSQL makes visible: a connection of ours has locked what the host's
 * statement there needs. Nothing of the host or the plugin knows of it.
 */
export class Hold {
  private held: number | undefined

  private constructor(
    private readonly database: OwnDatabase,
    private readonly client: pg.Client,
    private readonly own: number,
  ) {}

  static async by(database: OwnDatabase, [statement, values = []]: Lock): Promise<Hold> {
    const client = new pg.Client({ connectionString: database.url, application_name: "crash_hold" })
    // It is of no use any more; who waits for it will say so.
    client.on("error", () => undefined)
    await client.connect()
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid")
    await client.query("begin")
    await client.query(statement, values)
    return new Hold(database, client, rows[0]?.pid ?? 0)
  }

  /** Waits until a connection of the host waits for this hold. */
  async reached(host: string): Promise<void> {
    const seen = await eventually(async () => {
      const [row] = await send<{ pid: number }>(
        this.database.knex,
        "select pid from pg_stat_activity where application_name = $1 and $2 = any(pg_blocking_pids(pid)) limit 1",
        [host, this.own],
      )
      this.held = row?.pid
      return row !== undefined
    })
    if (!seen) throw new Unreached("the host never came to the point where it should be killed")
  }

  /** Lets the held statement end, and waits until its connection is in a state. */
  async passInto(state: "idle" | "idle in transaction"): Promise<void> {
    await this.release()
    const passed = await eventually(async () => {
      const [row] = await send<{ state: string }>(
        this.database.knex,
        "select state from pg_stat_activity where pid = $1",
        [this.held],
      )
      return row?.state === state
    })
    if (!passed) throw new Unreached(`the held connection never became "${state}"`)
  }

  /** Gives back everything; does nothing the second time. */
  async release(): Promise<void> {
    await this.client.end()
  }
}

/**
 * Triggers of this database alone: they let everybody through, unless a hold has locked (1, account) for
 * the end of the writing statement or (2, account) for the commit.
 */
export const HOLDABLE = `
  create function hold_written() returns trigger language plpgsql as $$
  begin perform pg_advisory_xact_lock_shared(1, new.account_id::int); return null; end $$;
  create trigger hold_written after insert on reconciliation_change for each row execute function hold_written();
  create function hold_commit() returns trigger language plpgsql as $$
  begin perform pg_advisory_xact_lock_shared(2, new.account_id::int); return null; end $$;
  create constraint trigger hold_commit after insert on reconciliation_change
    deferrable initially deferred for each row execute function hold_commit()`

/** A statement and its values. */
export type Lock = readonly [string, unknown[]?]

export const locks = {
  /** The host has committed a capture, and cannot yet say so in its order's transactions. */
  transactions: ["lock table order_transaction in share row exclusive mode"],
  /** The last statement of a sweep before it saves its mark. */
  retries: ["lock table reconciliation_retry in share mode"],
  watermark: ["lock table reconciliation_watermark in share mode"],
  account: (id: string): Lock => ["select 1 from reconciliation_account where id = $1 for update", [id]],
  written: (id: string): Lock => ["select pg_advisory_xact_lock(1, $1::int)", [id]],
  commit: (id: string): Lock => ["select pg_advisory_xact_lock(2, $1::int)", [id]],
} as const
