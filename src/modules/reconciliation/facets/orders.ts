import type { AllocationPlanView, MirrorView } from "../../../types/http"
import { allocationPlanOf } from "../accounts/outcome-view"
import { transferPayload } from "../domain/credit-transfer"
import { minorUnitsOf } from "../domain/money"
import type { DocumentHistory } from "../domain/posting/document-state"
import type { KnownOrder } from "../domain/posting/known-order"
import { viewOfAllocationPlan } from "../items/allocation-plan-view"
import type { ChangeContext } from "../ledger/change"
import type { TransactionSession } from "../ledger/database"
import { findDocument, unopened } from "../ledger/documents"
import { loadMarks } from "../ledger/load-document.sql"
import { once } from "../ledger/idempotency"
import { keepHostNumbers } from "../document-numbers/document-numbers"
import { giveTerms, termsRequestOf, type GiveTermsInput, type TermsOutcome } from "../orders/give-terms"
import { readKnownOrders } from "../orders/known-orders"
import { openMirrorsOf } from "../mirrors/mirror-view"
import { viewOrder, type LedgerOrder } from "../orders/order-view"
import { reconcileDocument, replayDocument } from "../orders/reconcile-document"
import { termsInForce } from "../orders/terms-in-force"
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
}

/** An order with what of its money the host does not simply count, and how it is paid by transfer. */
type MirroredOrder = LedgerOrder & { mirrors: MirrorView[]; payment_qr: string | null }

/** Orders: brought up to what the host shows, and seen. */
export class Orders {
  constructor(private readonly parts: Parts) {}

  async readMarks(orderIds: readonly string[]): Promise<ReadMarks> {
    const rows = await this.parts.database.run<MarkRow>(loadMarks, [orderIds])
    return {
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
    const isLast = this.parts.automation.isIdle
    return this.parts.database.transaction((session) =>
      this.reconcileIn(session, history, { ...options, isLast }),
    )
  }

  /** The same as a part of a transaction. @param options.isLast whether nothing follows in it */
  async reconcileIn(
    session: TransactionSession,
    history: DocumentHistory,
    { isLast, ...options }: ReconcileOrder & { readonly isLast: boolean },
  ): Promise<ReconciledOrder> {
    const { strategies, automation, settings } = this.parts
    const strategy = strategies.forOrder(options.strategy, history.salesChannelId)
    const { refundLines, deposits, paymentTerms, matchingCodes: codes, timeZone } = settings
    const today = this.parts.today()
    const rules = { refundLines, deposits, paymentTerms, strategy }
    const { numbers = [] } = history
    const isLastOfAll = isLast && numbers.length === 0
    const input = { history, isLast: isLastOfAll, ...options, codes, ...rules, today, timeZone }
    const outcome = await reconcileDocument(session, input)
    if (numbers.length > 0 && outcome && !outcome.superseded)
      await keepHostNumbers(session, history.orderId, numbers)
    const follows = outcome?.written && !isLast
    return {
      orderId: history.orderId,
      changed: outcome?.written !== undefined,
      superseded: outcome?.superseded === true,
      allocationPlan: allocationPlanOf(outcome, strategy.name),
      writtenOff: follows ? await automation.afterOrder(session, outcome, options.context) : [],
    }
  }

  /** What reconcile would do now; writes nothing. @throws strategy_unknown */
  async preview(history: DocumentHistory, asked?: string): Promise<AllocationPlanView> {
    const strategy = this.parts.strategies.forOrder(asked, history.salesChannelId)
    const { refundLines, deposits, paymentTerms: rules } = this.parts.settings
    const { loaded, result } = await this.parts.database.snapshot(async (session) => {
      const found = (await findDocument(session, history.orderId)) ?? unopened(history)
      const terms = termsInForce(found, history, { account: null, rules })
      const replayed = await replayDocument(session, found, {
        history,
        strategy,
        refundLines,
        deposits,
        terms,
      })
      return { loaded: found, result: replayed }
    })
    return viewOfAllocationPlan({
      digits: history.digits,
      strategy: strategy.name,
      baseVersion: loaded.document.version,
      allocate: result.proposals,
      leftover: [],
      orderIds: new Map([[loaded.document.id, history.orderId]]),
    })
  }

  /**
   * Gives an order other terms of payment than it has.
   *
   * @throws order_not_read | version_stale | idempotency_key_reused
   */
  async giveTerms(input: GiveTermsInput): Promise<TermsOutcome> {
    const request = termsRequestOf(input)
    const codes = this.parts.settings.matchingCodes
    return once(this.parts.database, request, (session) => giveTerms(session, input, { codes, request }))
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

  /** What a QR code says that has a banking app pay what is open, in euros. */
  private transferOf(order: LedgerOrder): string | null {
    const { creditTransfer: creditor } = this.parts.settings
    if (!creditor || order.currency_code !== "eur") return null
    const amount = minorUnitsOf(order.totals.open, order.digits)
    return transferPayload({ creditor, amount, reference: order.payment_reference })
  }
}
