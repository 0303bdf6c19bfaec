import type { CheckView, FindingView, OrderDiagnosis, RebuildView, RepairView } from "../../../types/http"
import { diagnosisOf } from "../check/diagnosis"
import * as sql from "../check/check.sql"
import type { Asked } from "../check/invariants.sql"
import { look } from "../check/look"
import { takeOff, type RebuildAsked } from "../check/rebuild"
import { refuseCheck } from "../check/refusals"
import { repairable, repairFinding, stillAtFault, wayOf, type RepairAsked } from "../check/repair"
import { viewOfCheck, viewOfFinding, type CheckRow, type FindingRow } from "../check/view"
import type { DocumentHistory } from "../domain/posting/document-state"
import { numberCursorOf, numberPlaceOf } from "../items/keyset"
import type { ChangeContext } from "../ledger/change"
import { accountBusy, type Session, type TransactionSession } from "../ledger/database"
import { findDocument } from "../ledger/documents"
import { answeredBefore, once } from "../ledger/idempotency"
import { lockOrder } from "../ledger/lock"
import type { Orders } from "./orders"
import type { Parts } from "./parts"

interface Keyed {
  readonly idempotencyKey?: string | undefined
}

interface Paged {
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface RebuildOrder extends Omit<RebuildAsked, "orderId"> {
  readonly recheckAt?: string | null | undefined
}

type RebuildFinding = RebuildOrder & Pick<RepairAsked, "checkId" | "findingId"> & Keyed

/** Checks of the ledger against its own rules and the host's rows, and what is done about what they find. */
export class Checks {
  constructor(
    private readonly parts: Parts,
    private readonly orders: Orders,
  ) {}

  /**
   * Holds every row against every rule and keeps what is found; nothing else is written.
   *
   * @throws idempotency_key_reused
   */
  async run({ context, idempotencyKey }: { readonly context: ChangeContext } & Keyed): Promise<CheckView> {
    const { database } = this.parts
    const request = { operation: "check_ledger", key: idempotencyKey, content: null }
    const answered = await answeredBefore<CheckView>(database, request)
    if (answered) return answered
    // Outside of the transaction: a look at every row must keep nobody from anything.
    const begun = performance.now()
    const { counts, faults } = await database.snapshot(async (reading) => look(reading, this.asked))
    const milliseconds = Math.round(performance.now() - begun)
    return once(database, request, async (session) => {
      const named = faults.map((one, place) => ({
        place,
        invariant: one.invariant,
        row_table: one.table,
        row_id: one.rowId,
        account_id: one.accountId,
        document_id: one.documentId,
        kind: one.kind,
        stored: one.stored,
        expected: one.expected,
      }))
      const { actor, cause } = context
      const [kept] = await session.run<{ id: string }>(sql.keepCheck, [
        actor.type,
        actor.id,
        cause,
        milliseconds,
        JSON.stringify(counts),
        JSON.stringify(named),
      ])
      return checkOf(session, kept?.id ?? "0")
    })
  }

  /** Checks once a day where the option `nightlyCheck` wants it; in several processes, once. */
  async runNightly(): Promise<CheckView | null> {
    if (!this.parts.settings.nightlyCheck) return null
    return this.run({
      context: { actor: { type: "system", id: null }, cause: "nightly check" },
      idempotencyKey: `nightly check ${this.parts.today()}`,
    })
  }

  /** A page of checks, the newest first. @throws cursor_malformed */
  async list({ cursor, limit }: Paged): Promise<{ checks: CheckView[]; nextCursor: string | null }> {
    const before = cursor === undefined ? null : numberPlaceOf(cursor)
    const rows = await this.parts.database.run<CheckRow>(sql.listChecks, [before, limit + 1])
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return {
      checks: page.map(viewOfCheck),
      nextCursor: rows.length > limit && last ? numberCursorOf(last.id) : null,
    }
  }

  /** A check with a page of what it found. @throws check_not_found | cursor_malformed */
  async retrieve(
    id: string,
    { cursor, limit }: Paged,
  ): Promise<{ check: CheckView; findings: FindingView[]; nextCursor: string | null }> {
    const after = cursor === undefined ? "0" : numberPlaceOf(cursor)
    return this.parts.database.snapshot(async (session) => {
      const check = await checkOf(session, id)
      const rows = await session.run<FindingRow>(sql.listFindings, [id, after, limit + 1])
      const page = rows.slice(0, limit)
      const last = page.at(-1)
      return {
        check,
        findings: page.map(viewOfFinding),
        nextCursor: rows.length > limit && last ? numberCursorOf(last.id) : null,
      }
    })
  }

  /** Checks that found something new of which nobody was told: who takes them tells. */
  async takeUntold(): Promise<CheckView[]> {
    return this.parts.database.transaction(async (session) => {
      const rows = await session.run<{ id: string }>(sql.takeUntoldCheck)
      return Promise.all(rows.map(async ({ id }) => checkOf(session, id)))
    })
  }

  /** The order that is read anew to repair a finding; null of one that the ledger's own rows repair. @throws finding_not_found | finding_not_repairable */
  async orderToRead(checkId: string, findingId: string): Promise<string | null> {
    const { finding, repair } = await wayOf(this.parts.database, { checkId, findingId })
    return repair === "rebuild" ? finding.order_id : null
  }

  /** Repairs what a finding names from the ledger's own rows. @throws finding_not_found | finding_not_repairable | finding_gone | idempotency_key_reused */
  async repair({ idempotencyKey, ...asked }: RepairAsked & Keyed): Promise<RepairView> {
    const request = {
      operation: "repair_finding",
      key: idempotencyKey,
      content: [asked.checkId, asked.findingId],
    }
    return once(this.parts.database, request, async (session) => this.repairIn(session, asked))
  }

  /** The same, taken back. @throws what repairing throws */
  async previewRepair(asked: RepairAsked): Promise<RepairView> {
    const done = await this.parts.database.dryRun(async (session) => this.repairIn(session, asked))
    return { ...done, change_id: null }
  }

  private async repairIn(session: Session, asked: RepairAsked): Promise<RepairView> {
    return repairFinding(session, asked, { codes: this.parts.settings.matchingCodes, asked: this.asked })
  }

  /** Repairs a finding by building its order anew. @throws what rebuilding throws | finding_gone | idempotency_key_reused */
  async repairByRebuild(
    history: DocumentHistory,
    { idempotencyKey, ...asked }: RebuildFinding,
  ): Promise<RepairView> {
    const request = {
      operation: "repair_finding",
      key: idempotencyKey,
      content: [asked.checkId, asked.findingId],
    }
    return once(this.parts.database, request, async (session) => this.rebuildFinding(session, history, asked))
  }

  /** The same, taken back. @throws what it throws */
  async previewRepairByRebuild(history: DocumentHistory, asked: RebuildFinding): Promise<RepairView> {
    const done = await this.parts.database.dryRun(async (session) =>
      this.rebuildFinding(session, history, asked),
    )
    return { ...done, change_id: null }
  }

  private async rebuildFinding(
    session: TransactionSession,
    history: DocumentHistory,
    { checkId, findingId, ...asked }: Omit<RebuildFinding, "idempotencyKey">,
  ): Promise<RepairView> {
    const { finding, repair } = await repairable(session, { checkId, findingId })
    // What has come right since must not be taken off, with what people placed by hand.
    await lockOrder(session, history.orderId)
    await stillAtFault(session, finding, this.asked)
    await this.rebuildIn(session, history, asked)
    const [last] = await session.run<{ id: string }>(sql.lastChangeOfOrder, [history.orderId])
    if (last) await session.run(sql.noteRepair, [findingId, last.id])
    return { repair, stored: finding.stored, expected: finding.expected, change_id: last?.id ?? null }
  }

  /**
   * Takes all that is posted of an order back and posts anew what the host shows, told from its beginning.
   *
   * @throws order_not_read | version_stale | order_not_rebuildable | idempotency_key_reused
   */
  async rebuild(
    history: DocumentHistory,
    { idempotencyKey, ...options }: RebuildOrder & Keyed,
  ): Promise<RebuildView> {
    const content = [history.orderId, options.expectedVersion]
    const request = { operation: "rebuild_order", key: idempotencyKey, content }
    return once(this.parts.database, request, async (session) => this.rebuildIn(session, history, options))
  }

  /** The same, taken back. @throws what rebuilding throws */
  async previewRebuild(history: DocumentHistory, options: RebuildOrder): Promise<RebuildView> {
    return this.parts.database.dryRun(async (session) => this.rebuildIn(session, history, options))
  }

  private async rebuildIn(
    session: TransactionSession,
    history: DocumentHistory,
    { recheckAt, ...asked }: RebuildOrder,
  ): Promise<RebuildView> {
    const { settings, strategies, today } = this.parts
    const { orderId } = history
    const { stood, ...taken } = await takeOff(
      session,
      { ...asked, orderId },
      {
        codes: settings.matchingCodes,
        strategyOf: (channel) => strategies.forOrder(undefined, channel),
        on: today(),
      },
    )
    const { superseded } = await this.orders.reconcileIn(session, history, {
      context: asked.context,
      recheckAt,
      isLast: false,
    })
    // Somebody read the order later, or by other settings: then nothing was posted, and nothing may stay taken off.
    if (superseded) throw accountBusy()
    const after = await findDocument(session, orderId)
    return {
      order_id: orderId,
      ...taken,
      posted: (after?.items.length ?? 0) - stood - taken.taken_back,
      problems: after?.document.problems.map(({ code }) => code) ?? [],
    }
  }

  /** An order for whoever supports the store, without names or texts. @throws order_not_read */
  async diagnosis(orderId: string, version: string): Promise<OrderDiagnosis> {
    return this.parts.database.snapshot(async (session) => diagnosisOf(session, orderId, version))
  }

  /** The last check, as the overview tells it; null when there was none. */
  async last(): Promise<CheckView | null> {
    const { checks } = await this.list({ limit: 1 })
    return checks[0] ?? null
  }

  private get asked(): Asked {
    const { matchingCodes, firstReceipts } = this.parts.settings
    const { scope, firstRank } = matchingCodes
    return { scope, firstRank, firstReceipts }
  }
}

/** @throws check_not_found */
async function checkOf(session: Session, id: string): Promise<CheckView> {
  const [row] = await session.run<CheckRow>(sql.readCheck, [id])
  if (!row) throw refuseCheck.notFound(id)
  return viewOfCheck(row)
}
