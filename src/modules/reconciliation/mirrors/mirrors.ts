import type { MirrorState, MirrorView, UnmirroredView } from "../../../types/http"
import { ReconciliationError } from "../domain/errors"
import { decimalOf } from "../domain/money"
import type { Database, Session } from "../ledger/database"
import { numberCursorOf, numberPlaceOf } from "../items/keyset"
import { once } from "../ledger/idempotency"
import type { Settings } from "../settings/options"
import type { MirrorRefusal } from "../../../types/http"
import { viewOfMirror, type MirrorRow } from "./mirror-view"
import * as sql from "./mirrors.sql"
import { mirrorUnmirrored } from "./take-up"

export interface MirrorFilter {
  readonly orderId?: string | undefined
  /** Default: everything of which something is still to be done or decided. */
  readonly state?: MirrorState | undefined
  /** The `nextCursor` of the page before. */
  readonly cursor?: string | undefined
  readonly limit: number
}

/** What the worker is to do with a row. */
export interface MirrorWork {
  /** Its key, from which all names in the host are derived. */
  readonly id: string
  readonly hostName: string
  readonly orderId: string
  readonly state: "wanted" | "withdrawing"
  /** Minor units. */
  readonly units: bigint
  /** The same as a decimal. */
  readonly amount: string
  readonly currencyCode: string
  readonly digits: number
  /** Why it is taken back, for the host's row. */
  readonly note: string
}

interface Move {
  readonly from: MirrorState
  readonly to: MirrorState
  readonly refusal?: MirrorRefusal["code"] | null
}

interface TakeUp {
  readonly orderIds: readonly string[] | null
  readonly actorId: string | null
  readonly idempotencyKey?: string | undefined
}

/** The outbox of what the host is to count as payments of orders (docs/spec/mirror.md). */
export class Mirrors {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /** A page of it, oldest first. @throws cursor_malformed */
  async list({
    orderId,
    state,
    cursor,
    limit,
  }: MirrorFilter): Promise<{ mirrors: MirrorView[]; nextCursor: string | null }> {
    const after = cursor === undefined ? "0" : numberPlaceOf(cursor)
    const rows = await this.database.run<MirrorRow>(sql.listMirrors, [
      orderId ?? null,
      state ?? null,
      after,
      limit + 1,
    ])
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return {
      mirrors: page.map(viewOfMirror),
      nextCursor: rows.length > limit && last ? numberCursorOf(last.number) : null,
    }
  }

  /** Tries one again now, also a refused one. @throws mirror_not_found | mirror_settled | idempotency_key_reused */
  async retry(id: string, key?: string): Promise<MirrorView> {
    return once(this.database, { operation: "retry_mirror", key, content: id }, async (session) => {
      const [row] = await session.run<{ id: string }>(sql.retryMirror, [id])
      const view = await viewOf(session, id)
      if (!row) throw mirrorSettled(view)
      session.mirroring?.announce(view.order_id)
      return view
    })
  }

  /**
   * Wants what was applied while the mirror was off, of some orders or of the first hundred parts there are.
   *
   * @throws mirror_off | idempotency_key_reused
   */
  async takeUp({ orderIds, actorId, idempotencyKey: key }: TakeUp): Promise<UnmirroredView[]> {
    if (!this.settings.mirror) throw mirrorOff()
    const request = { operation: "mirror_orders", key, content: orderIds ? [...orderIds] : null }
    return once(this.database, request, async (session) => mirrorUnmirrored(session, { orderIds, actorId }))
  }

  /** What takeUp would do now. @throws mirror_off */
  async previewTakeUp(orderIds: readonly string[] | null): Promise<UnmirroredView[]> {
    if (!this.settings.mirror) throw mirrorOff()
    return this.database.dryRun(async (session) => mirrorUnmirrored(session, { orderIds, actorId: null }))
  }

  /** Orders of which something is due, the longest first. */
  async due(limit: number): Promise<string[]> {
    return idsOf(await this.database.run<OrderRow>(sql.findDue, [limit]))
  }

  /** Tries again what was refused of orders that changed. @returns those of them of which something is to be done */
  async wake(orderIds: readonly string[]): Promise<string[]> {
    if (orderIds.length === 0) return []
    return idsOf(await this.database.run<OrderRow>(sql.wakeRefused, [orderIds]))
  }

  /** Takes an order's lease for some milliseconds, or prolongs it. @returns whether it is the holder's now */
  async lease(orderId: string, holder: string): Promise<boolean> {
    const rows = await this.database.run(sql.takeLease, [orderId, holder, LEASE_MILLISECONDS])
    return rows.length > 0
  }

  async release(orderId: string, holder: string): Promise<void> {
    await this.database.run(sql.releaseLease, [orderId, holder])
  }

  /** What is to be done of an order, in the order in which it is to be done. */
  async workOf(orderId: string): Promise<MirrorWork[]> {
    return (await this.database.run<MirrorRow>(sql.listWork, [orderId])).map(workOfRow)
  }

  /** @returns false where it is to be taken back by now */
  async markRecorded({ id }: MirrorWork): Promise<boolean> {
    return this.move(id, { from: "wanted", to: "recorded" })
  }

  async markWithdrawn({ id }: MirrorWork): Promise<void> {
    await this.move(id, { from: "withdrawing", to: "withdrawn" })
  }

  async markRefused({ id }: MirrorWork, code: MirrorRefusal["code"]): Promise<void> {
    await this.move(id, { from: "wanted", to: "refused", refusal: code })
  }

  /** The host failed; it is tried again later. */
  async postpone({ id }: MirrorWork, error: string): Promise<void> {
    await this.database.run(sql.postponeMirror, [id, error.slice(0, LONGEST_ERROR)])
  }

  /** Records only so much of it; the rest waits by itself. */
  async part({ id }: MirrorWork, units: bigint): Promise<void> {
    await this.database.run(sql.partMirror, [id, units])
  }

  /** Which of some names stand for a row. */
  async known(hostNames: readonly string[]): Promise<ReadonlySet<string>> {
    if (hostNames.length === 0) return new Set()
    const rows = await this.database.run<{ host_name: string }>(sql.knownNames, [hostNames])
    return new Set(rows.map(({ host_name: name }) => name))
  }

  private async move(id: string, { from, to, refusal = null }: Move): Promise<boolean> {
    return (await this.database.run(sql.moveMirror, [id, from, to, refusal])).length > 0
  }
}

/** @throws mirror_not_found */
async function viewOf(session: Session, id: string): Promise<MirrorView> {
  const [row] = await session.run<MirrorRow>(sql.findMirror, [id])
  if (!row) throw mirrorNotFound(id)
  return viewOfMirror(row)
}

interface OrderRow {
  readonly order_id: string
}

const idsOf = (rows: readonly OrderRow[]): string[] => rows.map(({ order_id: id }) => id)

/** A process that ended keeps an order no longer than this. */
const LEASE_MILLISECONDS = 30_000
const LONGEST_ERROR = 1_000

function workOfRow(row: MirrorRow): MirrorWork {
  return {
    id: row.id,
    hostName: row.host_name,
    orderId: row.order_id,
    state: row.state === "withdrawing" ? "withdrawing" : "wanted",
    units: BigInt(row.amount),
    amount: decimalOf(BigInt(row.amount), row.digits),
    currencyCode: row.currency_code,
    digits: row.digits,
    note: `Taken back in the ledger${row.withdrawn_kind ? `: ${row.withdrawn_kind}, change ${row.withdrawn_by}` : ""}.`,
  }
}

export function mirrorNotFound(id: string): ReconciliationError {
  return new ReconciliationError({
    type: "not_found",
    code: "mirror_not_found",
    message: `There is no mirrored payment ${id.slice(0, 60)}.`,
    ids: { mirror_id: id.slice(0, 60) },
    remedy: "List them with GET /admin/reconciliation/mirrors.",
  })
}

function mirrorSettled({ id, state }: MirrorView): ReconciliationError {
  return new ReconciliationError({
    type: "conflict",
    code: "mirror_settled",
    message: `The mirrored payment is ${state} already: nothing is left to try.`,
    ids: { mirror_id: id },
    remedy: "Read the order again.",
  })
}

function mirrorOff(): ReconciliationError {
  return new ReconciliationError({
    type: "conflict",
    code: "mirror_off",
    message: "The option `mirror` is off: payments on account are not shown to the store's orders.",
    remedy: "Set `mirror: true` in medusa-config, start anew, and send it again.",
  })
}
