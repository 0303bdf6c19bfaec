import type {
  PlanPreview,
  RedatedRowView,
  RefundedRowView,
  RefundPreview,
  TermsPreview,
  WriteOffPreview,
  WrittenOffRowView,
} from "../../../types/http"
import { decimalOf } from "../domain/money"
import type { DocumentHistory, RepaidLine } from "../domain/posting/document-state"
import { effectOf } from "../edits/preview"
import {
  cancelPlan,
  planPayments,
  type CancelPlanInput,
  type PlanPaymentsInput,
} from "../instalments/plan-payments"
import type { ChangeContext } from "../ledger/change"
import type { Session, TransactionSession } from "../ledger/database"
import { orderNotRead } from "../ledger/lock"
import { giveTerms, type GiveTermsInput } from "../orders/give-terms"
import { viewOrder, type LedgerOrder } from "../orders/order-view"
import { planRefund, type ChooseRefundLines } from "../refunds/refund-choice"
import { writeOnPaper, type WriteOffOnPaper } from "../write-offs/on-paper"
import { placeOf } from "../write-offs/place"
import type { Orders } from "./orders"
import type { Parts } from "./parts"

/** What a refund of chosen rows would choose: decimal strings, and minor units of each line. */
export interface RefundChosen {
  readonly amount: string
  /** By how much the host would lower the order. */
  readonly lowers: string
  readonly lines: readonly RepaidLine[]
}

/** An order as the host shows it, and as it would show it had it made the refund that is previewed. */
interface RefundOnPaper {
  readonly history: DocumentHistory
  readonly refunded: DocumentHistory
  readonly chosen: RefundChosen
  readonly context: ChangeContext
}

/** What acts on an order would do: each is done by the code of the act, looked at, and taken back. */
export class OrderPreviews {
  constructor(
    private readonly parts: Parts,
    private readonly orders: Orders,
  ) {}

  /** What planning an order's payments would do. @throws as PaymentPlans.plan */
  async plan(
    history: DocumentHistory,
    input: Omit<PlanPaymentsInput, "idempotencyKey">,
  ): Promise<PlanPreview> {
    const { strategies, settings, database } = this.parts
    return database.dryRun(async (session) => {
      const strategyOf = strategies.ofChannel()
      const given = { codes: settings.matchingCodes, today: this.parts.today(), strategyOf }
      await this.bringUpToDate(session, history, input.context)
      const before = await this.view(session, input.orderId)
      const request = { operation: "preview_plan", key: undefined, content: [] }
      const { changed } = await planPayments(session, input, { ...given, request })
      const after = await this.view(session, input.orderId)
      return { base_version: before.version, changed, plan: after.plan, order: effectOf(before, after) }
    })
  }

  /** What cancelling what is left of an order's plan would do. @throws as PaymentPlans.cancel */
  async cancelPlan(input: Omit<CancelPlanInput, "idempotencyKey">): Promise<PlanPreview> {
    return this.parts.database.dryRun(async (session) => {
      const before = await this.view(session, input.orderId)
      const request = { operation: "preview_cancel_plan", key: undefined, content: [] }
      const { changed } = await cancelPlan(session, input, {
        codes: this.parts.settings.matchingCodes,
        request,
      })
      const after = await this.view(session, input.orderId)
      return { base_version: before.version, changed, plan: after.plan, order: effectOf(before, after) }
    })
  }

  /** What giving an order other terms of payment would do. @throws as Orders.giveTerms */
  async terms(
    history: DocumentHistory,
    input: Omit<GiveTermsInput, "idempotencyKey">,
  ): Promise<TermsPreview> {
    return this.parts.database.dryRun(async (session) => {
      const codes = this.parts.settings.matchingCodes
      await this.bringUpToDate(session, history, input.context)
      const before = await this.view(session, input.orderId)
      const request = { operation: "preview_terms", key: undefined, content: [] }
      const { changed } = await giveTerms(session, input, { codes, request })
      const after = await this.view(session, input.orderId)
      return { base_version: before.version, changed, terms: after.terms, rows: redatedRows(before, after) }
    })
  }

  /** Which rows a refund would pay back, and by how much they would be lowered. @throws as RefundTurns.choose */
  async chooseRefund(
    history: DocumentHistory,
    input: Omit<ChooseRefundLines, "actor">,
    context: ChangeContext,
  ): Promise<RefundChosen> {
    return this.parts.database.dryRun(async (session) => {
      await this.bringUpToDate(session, history, context)
      const { amount, digits, lines } = await planRefund(session, input)
      const lowered = lines.reduce((sum, { lowers = 0n }) => sum + lowers, 0n)
      return { amount: decimalOf(amount, digits), lowers: decimalOf(lowered, digits), lines }
    })
  }

  /** What a refund of chosen rows would come to, once the host shows it. @throws order_not_read */
  async refund({ history, refunded, chosen, context }: RefundOnPaper): Promise<RefundPreview> {
    return this.parts.database.dryRun(async (session) => {
      await this.bringUpToDate(session, history, context)
      const before = await this.view(session, history.orderId)
      await this.bringUpToDate(session, refunded, context)
      const after = await this.view(session, history.orderId)
      return {
        amount: chosen.amount,
        rows: chosen.lines.flatMap((line) => refundedRow(line, before, after)),
        owed_before: before.totals.owed,
        owed_after: after.totals.owed,
        order: effectOf(before, after),
        occurred_on: this.parts.today(),
      }
    })
  }

  /** What writing off would do, once everybody has decided who must. @throws as WriteOffs.write */
  async writeOff(call: WriteOffOnPaper): Promise<WriteOffPreview> {
    const { database, settings } = this.parts
    const orderId = "orderId" in call.target ? call.target.orderId : null
    return database.dryRun(async (session) => {
      const place = await placeOf(session, call.target)
      const before = orderId === null ? null : await this.view(session, orderId)
      const decided = await writeOnPaper(session, { place, call }, settings)
      const after = orderId === null ? null : await this.view(session, orderId)
      return {
        base_version: before?.version ?? null,
        ...decided,
        rows: before && after ? writtenOffRows(before, after) : [],
        order: before && after ? effectOf(before, after) : null,
        host_credit_line: orderId !== null && call.kind !== "surplus" && settings.writeOff.hostCreditLine,
      }
    })
  }

  private async bringUpToDate(
    session: TransactionSession,
    history: DocumentHistory,
    context: ChangeContext,
  ): Promise<void> {
    await this.orders.reconcileIn(session, history, { context, isLast: false })
  }

  private async view(session: Session, orderId: string): Promise<LedgerOrder> {
    const order = await viewOrder(session, orderId, this.parts.today())
    if (!order) throw orderNotRead(orderId)
    return order
  }
}

/** The rows that have something open, with the day on which they fall due before and after. */
function redatedRows(before: LedgerOrder, after: LedgerOrder): RedatedRowView[] {
  const was = new Map(before.rows.map((row) => [row.key, row.due]))
  return after.rows.flatMap(({ key, title, open, due }) =>
    due === null ? [] : [{ row: key, title, open, due_before: was.get(key) ?? null, due_after: due }],
  )
}

/** The rows of which something was written off. */
function writtenOffRows(before: LedgerOrder, after: LedgerOrder): WrittenOffRowView[] {
  const is = new Map(after.rows.map((row) => [row.key, row]))
  return before.rows.flatMap(({ key, title, state, open }) => {
    const row = is.get(key)
    if (!row || row.open === open) return []
    return [
      {
        row: key,
        title,
        state_before: state,
        state_after: row.state,
        open_before: open,
        open_after: row.open,
      },
    ]
  })
}

function refundedRow(
  { lineKey, amount }: RepaidLine,
  before: LedgerOrder,
  after: LedgerOrder,
): RefundedRowView[] {
  const was = before.rows.find(({ key }) => key === lineKey)
  const is = after.rows.find(({ key }) => key === lineKey)
  if (!was || !is) return []
  return [
    {
      row: lineKey,
      title: was.title,
      amount: decimalOf(amount, before.digits),
      net_before: was.net,
      net_after: is.net,
      paid_before: was.allocated,
      paid_after: is.allocated,
    },
  ]
}
