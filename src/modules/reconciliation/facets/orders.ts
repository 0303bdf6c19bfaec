import type { AllocationPlanView, MirrorView } from "../../../types/http"
import { allocationPlanOf } from "../accounts/outcome-view"
import { transferPayload } from "../domain/credit-transfer"
import { minorUnitsOf } from "../domain/money"
import type { DocumentHistory } from "../domain/posting/document-state"
import type { KnownOrder } from "../domain/posting/known-order"
import type { ChangeContext } from "../ledger/change"
import type { TransactionSession } from "../ledger/database"
import { loadMarks } from "../ledger/load-document.sql"
import { once } from "../ledger/idempotency"
import { keepHostNumbers } from "../document-numbers/document-numbers"
import {
  confirmInferred,
  confirmRequestOf,
  type ConfirmInput,
  type ConfirmOutcome,
} from "../orders/confirm-inferred"
import { giveTerms, termsRequestOf, type GiveTermsInput, type TermsOutcome } from "../orders/give-terms"
import { readKnownOrders } from "../orders/known-orders"
import { openMirrorsOf } from "../mirrors/mirror-view"
import { viewOrder, type LedgerOrder } from "../orders/order-view"
import { reconcileDocument, type DocumentOutcome } from "../orders/reconcile-document"
import type { ChosenStrategy } from "../settings/strategies"
import type { AutomaticWriteOffs } from "./automation"
import type { Parts } from "./parts"

export interface ReconcileOrder {
  readonly context: ChangeContext
  /** By name; when absent, the order's sales channel or the store decides. */
  readonly strategy?: string | undefined
  /** Refuse when the ledger has moved on from this version. */
  readonly expectedVersion?: number | undefined
  /** When the sweep must read it again whatever the host's marks say. */
  readonly recheckAt?: string | null | undefined
}

export interface ReconciledOrder extends AutomaticWriteOffs {
  readonly orderId: string
  /** False when the ledger already held everything. */
  readonly changed: boolean
  /** Whether a later read was applied before: nothing was done, and the host may have moved on since. */
  readonly superseded: boolean
  readonly allocationPlan: AllocationPlanView
}

/** What the ledger has read of some orders, by their ids. */
export interface ReadMarks {
  /** The database's clock, to stamp a new read with. */
  readonly now: string
  /** By which settings it is to be read: those in force when it was begun. */
  readonly settings: string
  readonly hostVersions: Map<string, number>
  /** Those that owe or owed something. */
  readonly charged: ReadonlySet<string>
  /** Those that fall due by their delivery. */
  readonly dueByDelivery: ReadonlySet<string>
}

interface MarkRow {
  order_id: string
  host_version: number | null
  charged: boolean
  due_by_delivery: boolean
  now: string
  settings: string
}

/** An order with what of its money the host does not simply count, and how it is paid by transfer. */
type MirroredOrder = LedgerOrder & { mirrors: MirrorView[]; payment_qr: string | null }

/** Orders: brought up to what the host shows, and seen. */
export class Orders {
  constructor(private readonly parts: Parts) {}

  async readMarks(orderIds: readonly string[]): Promise<ReadMarks> {
    const { database, inForce } = this.parts
    const rows = await database.run<MarkRow>(loadMarks, [orderIds])
    if (rows[0]) await inForce.keepUpWith(rows[0].settings, database)
    return {
      settings: inForce.version,
      now: rows[0]?.now ?? new Date(0).toISOString(),
      hostVersions: new Map(rows.map((row) => [row.order_id, row.host_version ?? 0])),
      charged: new Set(rows.filter(({ charged }) => charged).map((row) => row.order_id)),
      dueByDelivery: new Set(rows.filter((row) => row.due_by_delivery).map((row) => row.order_id)),
    }
  }

  /** Those of some orders that the ledger knows, for when the host no longer has them. */
  async readKnown(orderIds: readonly string[]): Promise<KnownOrder[]> {
    return readKnownOrders(this.parts.database, orderIds)
  }

  /**
   * Posts what the host shows of an order and settles it. Repeating it adds nothing.
   *
   * @throws version_stale | strategy_unknown | strategy_broken
   */
  async reconcile(history: DocumentHistory, options: ReconcileOrder): Promise<ReconciledOrder> {
    const { database, automation } = this.parts
    return database.transaction((session) =>
      this.reconcileIn(session, history, { ...options, isLast: automation.isIdle }),
    )
  }

  /** The same as a part of a transaction. @param options.isLast whether nothing follows in it */
  async reconcileIn(
    session: TransactionSession,
    history: DocumentHistory,
    { isLast, ...options }: ReconcileOrder & { readonly isLast: boolean },
  ): Promise<ReconciledOrder> {
    if (this.isReadByOthers(history)) return overtaken(history)
    const { strategy, outcome } = await this.post(session, history, { ...options, isLast })
    const { numbers = [] } = history
    if (numbers.length > 0 && outcome && !outcome.superseded)
      await keepHostNumbers(session, history.orderId, numbers)
    const written = outcome?.written ?? outcome?.yielded?.written
    const changed = written !== undefined || outcome?.moved === true
    const follows = outcome && changed && !isLast
    return {
      orderId: history.orderId,
      changed,
      superseded: outcome?.superseded === true,
      allocationPlan: allocationPlanOf(outcome, { strategy: strategy.name }),
      writtenOff: follows ? await this.parts.automation.afterOrder(session, outcome, options.context) : [],
    }
  }

  private async post(
    session: TransactionSession,
    history: DocumentHistory,
    { isLast, strategy: asked, ...options }: ReconcileOrder & { readonly isLast: boolean },
  ): Promise<{ readonly strategy: ChosenStrategy; readonly outcome: DocumentOutcome | undefined }> {
    const { strategies, settings } = this.parts
    const strategy = strategies.forOrder(asked, history.salesChannelId)
    const { refundLines, deposits, paymentTerms, matchingCodes: codes, timeZone, goLive } = settings
    const rules = { refundLines, deposits, paymentTerms, strategy, codes, timeZone, goLive }
    const isLastOfAll = isLast && (history.numbers ?? []).length === 0
    const today = this.parts.today()
    const outcome = await reconcileDocument(session, {
      history,
      ...options,
      ...rules,
      today,
      isLast: isLastOfAll,
    })
    return { strategy, outcome }
  }

  /** What reconcile would do now: the same, taken back; null where a later read was applied before. @throws what reconcile throws */
  async preview(
    history: DocumentHistory,
    options: Pick<ReconcileOrder, "context" | "strategy">,
  ): Promise<AllocationPlanView | null> {
    return this.parts.database.dryRun(async (session) => {
      if (this.isReadByOthers(history)) return null
      const { strategy, outcome } = await this.post(session, history, { ...options, isLast: false })
      if (outcome?.superseded) return null
      return allocationPlanOf(outcome, { strategy: strategy.name, isPreview: true })
    })
  }

  /**
   * Gives an order other terms of payment than it has.
   *
   * @throws order_not_read | version_stale | idempotency_key_reused
   */
  async giveTerms(input: GiveTermsInput): Promise<TermsOutcome> {
    const request = termsRequestOf(input)
    const { database, settings } = this.parts
    return once(database, request, (session) =>
      giveTerms(session, input, { codes: settings.matchingCodes, request }),
    )
  }

  /**
   * Says that a person has looked at what a back-fill inferred of an order.
   *
   * @throws order_not_read | version_stale | idempotency_key_reused
   */
  async confirm(input: ConfirmInput): Promise<ConfirmOutcome> {
    const request = confirmRequestOf(input)
    const { database, settings } = this.parts
    return once(database, request, (session) =>
      confirmInferred(session, input, { codes: settings.matchingCodes, request }),
    )
  }

  /** One order's matrix, states and codes, and what of its money the host is still to be told; undefined when the ledger has not seen the order. */
  async retrieve(orderId: string): Promise<MirroredOrder | undefined> {
    return this.parts.database.snapshot(async (session) => {
      const order = await viewOrder(session, orderId, this.parts.today())
      if (!order) return undefined
      const mirrors = await openMirrorsOf(session, order.document_id)
      return { ...order, mirrors, payment_qr: this.transferOf(order) }
    })
  }

  /** Whether an order was read by settings that are in force no longer: what it shows is to be told anew. */
  private isReadByOthers({ settings }: DocumentHistory): boolean {
    return settings !== undefined && settings !== this.parts.inForce.version
  }

  /** What a QR code says that has a banking app pay what is open, in euros. */
  private transferOf(order: LedgerOrder): string | null {
    const { creditTransfer: creditor } = this.parts.settings
    if (!creditor || order.currency_code !== "eur") return null
    const amount = minorUnitsOf(order.totals.open, order.digits)
    return transferPayload({ creditor, amount, reference: order.payment_reference })
  }
}

/** Nothing was done: the order is to be read again. */
const overtaken = ({ orderId }: DocumentHistory): ReconciledOrder => ({
  orderId,
  changed: false,
  superseded: true,
  allocationPlan: allocationPlanOf(undefined, { strategy: "" }),
  writtenOff: [],
})
