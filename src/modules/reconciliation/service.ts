import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type {
  AccountSummaryView,
  AccountView,
  OpenItemView,
  AllocationPlanView,
  ReversalView,
} from "../../types/http"
import { dayOf, pastWhenOf } from "./domain/day"
import type { DocumentHistory } from "./domain/posting/document-state"
import type { KnownOrder } from "./domain/posting/known-order"
import { positiveMinorUnitsOf } from "./domain/money"
import { loadMarks } from "./ledger/load-document.sql"
import {
  listAccounts,
  pageOfAccounts,
  viewAccount,
  type AccountFilter,
  type AccountPage,
} from "./accounts/account-view"
import type { ChangeContext } from "./ledger/change"
import { Database, type Session } from "./ledger/database"
import { editAllocations, editRequestOf, type EditAllocations, type EditView } from "./edits/edit-allocations"
import { readKnownOrders } from "./orders/known-orders"
import { findDocument, unopened } from "./ledger/documents"
import { listItems, type OpenItemFilter, type OpenItemPage } from "./items/open-item-list"
import { viewOfItem } from "./items/open-item-view"
import { WriteOffs } from "./write-offs/write-offs"
import { settingsOf, type ReconciliationOptions, type Settings } from "./settings/options"
import { viewOrder, type LedgerOrder } from "./orders/order-view"
import { Privacy } from "./privacy/privacy"
import { allocationPlanOf, allocationPlanOfAccount } from "./accounts/outcome-view"
import { PaymentPlans } from "./instalments/payment-plans"
import { viewOfAllocationPlan } from "./items/allocation-plan-view"
import { previewAccount, reconcileAccount, type AccountOutcome } from "./accounts/reconcile-account"
import { reconcileDocument, replayDocument } from "./orders/reconcile-document"
import { firstAnswer, once, type Request } from "./ledger/request"
import { RefundTurns } from "./refunds/refund-turns"
import { StrategyRegister } from "./settings/strategies"
import { SweepMemory } from "./sweep/sweep-memory"
import { hasUnapplied, recordDeposit, reloadItem } from "./payments/record-deposit"
import { viewReversal } from "./payments/reversal-view"
import { reversalRequestOf, reverseMoney } from "./payments/reverse-money"
import type {
  AutomaticWriteOffs,
  ReconcileOptions,
  ReconciledAccount,
  RecordPayment,
  ReverseMoney,
  ReconciledOrder,
} from "./service-types"

/**
 * The ledger's public interface: what the host's container gives under "reconciliation". Amounts
 * cross it as decimal strings; every writing method is one transaction.
 */
export default class ReconciliationModuleService {
  readonly settings: Settings
  /** Planned payments. */
  readonly plans: PaymentPlans
  readonly writeOffs: WriteOffs
  /** Refunds of chosen rows. */
  readonly refunds: RefundTurns
  /** How far the sweep has come. */
  readonly sweep: SweepMemory
  readonly privacy: Privacy
  private readonly database: Database
  private readonly strategies: StrategyRegister

  constructor({ __pg_connection__: knex }: { __pg_connection__: Knex }, options?: ReconciliationOptions) {
    this.database = new Database(knex)
    this.settings = settingsOf(options)
    this.strategies = new StrategyRegister(this.settings)
    this.plans = new PaymentPlans({
      database: this.database,
      settings: this.settings,
      strategies: this.strategies,
      today: () => this.today(),
    })
    this.refunds = new RefundTurns(this.database)
    this.sweep = new SweepMemory(this.database)
    this.privacy = new Privacy(this.database)
    this.writeOffs = new WriteOffs(this.database, this.settings, this.strategies)
  }

  /**
   * What the ledger has read of some orders, which of them owe or owed something, and the database's clock
   * to stamp a new read with.
   */
  async readMarks(
    orderIds: readonly string[],
  ): Promise<{ now: string; hostVersions: Map<string, number>; charged: ReadonlySet<string> }> {
    const rows = await this.database.run<{
      order_id: string
      host_version: number | null
      charged: boolean
      now: string
    }>(loadMarks, [orderIds])
    return {
      now: rows[0]?.now ?? new Date(0).toISOString(),
      hostVersions: new Map(rows.map((row) => [row.order_id, row.host_version ?? 0])),
      charged: new Set(rows.filter(({ charged }) => charged).map((row) => row.order_id)),
    }
  }

  /** Those of some orders that the ledger knows, for when the host no longer has them. */
  async readKnown(orderIds: readonly string[]): Promise<KnownOrder[]> {
    return readKnownOrders(this.database, orderIds)
  }

  /**
   * Posts what the host shows of an order and settles it. Repeating it adds nothing.
   *
   * @throws version_stale | strategy_unknown | strategy_broken
   */
  async reconcileOrder(history: DocumentHistory, options: ReconcileOptions): Promise<ReconciledOrder> {
    const strategy = this.strategies.forOrder(options.strategy, history.salesChannelId)
    const isLast = this.policyStrategy() === undefined && !this.settings.writeOff.automatic
    return this.database.transaction(async (session) => {
      const outcome = await reconcileDocument(session, {
        history,
        isLast,
        ...options,
        codes: this.settings.matchingCodes,
        refundLines: this.settings.refundLines,
        deposits: this.settings.deposits,
        strategy,
      })
      const writtenOff: string[] = []
      if (outcome?.written && !isLast) {
        const applied = await this.applyUnappliedMoney(session, outcome.account.id, options.context)
        const { document } = outcome.loaded
        const own = await this.writeOffs.writeOffShortPayments(session, outcome.account, {
          proposals: outcome.result.proposals,
          orderIds: new Map([[document.id, document.orderId]]),
          context: options.context,
        })
        writtenOff.push(...(applied?.writtenOff ?? []), ...own)
      }
      return {
        orderId: history.orderId,
        changed: outcome?.written !== undefined,
        superseded: outcome?.superseded === true,
        allocationPlan: allocationPlanOf(outcome, strategy.name),
        writtenOff,
      }
    })
  }

  /**
   * What a request that is idempotent by itself, and more than one transaction, is answered: for each key the same.
   *
   * @throws idempotency_key_reused
   */
  async answerOnce<Answer>(request: Request, work: () => Promise<Answer>): Promise<Answer> {
    return firstAnswer(this.database, request, work)
  }

  /** What reconcileOrder would do now; writes nothing. @throws strategy_unknown */
  async previewOrder(history: DocumentHistory, asked?: string): Promise<AllocationPlanView> {
    const strategy = this.strategies.forOrder(asked, history.salesChannelId)
    const { refundLines } = this.settings
    const { loaded, result } = await this.database.snapshot(async (session) => {
      const found = (await findDocument(session, history.orderId)) ?? unopened(history)
      return {
        loaded: found,
        result: await replayDocument(session, found, {
          history,
          strategy,
          refundLines,
          deposits: this.settings.deposits,
        }),
      }
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

  /** One order's matrix, states and codes; undefined when the ledger has not seen the order. */
  async retrieveOrder(orderId: string): Promise<LedgerOrder | undefined> {
    return this.database.snapshot((session) => viewOrder(session, orderId, this.today()))
  }

  /**
   * Records money that came without an order and treats it by the store's policy.
   *
   * @throws amount_malformed | amount_too_precise | amount_not_positive | amount_too_large | date_in_future | idempotency_key_reused
   */
  async recordPayment(
    input: RecordPayment,
  ): Promise<AutomaticWriteOffs & { payment: OpenItemView; allocationPlan: AllocationPlanView | null }> {
    const amount = positiveMinorUnitsOf(input.amount, input.digits)
    const when = pastWhenOf(input.occurredAt, this.settings.timeZone, new Date().toISOString())
    const { customerId, currencyCode, digits, method, context, idempotencyKey: key } = input
    const { firstRank } = this.settings.matchingCodes
    const content = [customerId, currencyCode, amount.toString(), method, input.reference, input.occurredAt]
    const request = { operation: "record_payment", key, content }
    return once(this.database, request, async (session) => {
      const { account, item } = await recordDeposit(
        session,
        {
          owner: { type: "customer", id: customerId, currencyCode, digits, firstRank },
          amount,
          method,
          reference: input.reference ?? `deposit:${key}`,
          ...when,
          context,
        },
        { codes: this.settings.matchingCodes, request },
      )
      const applied = await this.applyUnappliedMoney(session, account.id, context)
      const place = { ...account, accountId: account.id.toString(), orderId: null }
      return {
        payment: viewOfItem(applied ? await reloadItem(session, item) : item, place),
        allocationPlan: applied ? allocationPlanOfAccount(applied.outcome, this.policyStrategy()) : null,
        writtenOff: applied?.writtenOff ?? [],
      }
    })
  }

  /**
   * Records that money was taken back by its payer or the bank: what it had paid is owed again.
   *
   * @throws payment_not_found | not_reversible | nothing_to_reverse | reversal_too_large |
   *   reversal_before_payment | date_in_future | idempotency_key_reused | amount_malformed | amount_too_precise | amount_not_positive
   */
  async reverseMoney(input: ReverseMoney): Promise<AutomaticWriteOffs & { reversal: ReversalView }> {
    const when = pastWhenOf(input.occurredAt, this.settings.timeZone, new Date().toISOString())
    const { matchingCodes: codes } = this.settings
    const strategyOf = this.strategies.ofChannel()
    const reversal = { ...input, ...when, statedAt: input.occurredAt }
    return once(this.database, reversalRequestOf(reversal), async (session) => {
      const outcome = await reverseMoney(session, reversal, { strategyOf, codes })
      const writtenOff: string[] = []
      for (const accountId of outcome.accountIds) {
        // oxlint-disable-next-line no-await-in-loop -- nearly always one account
        const applied = await this.applyUnappliedMoney(session, accountId, input.context)
        writtenOff.push(...(applied?.writtenOff ?? []))
      }
      return { reversal: await viewReversal(session, outcome), writtenOff }
    })
  }

  /**
   * Applies what an account has left, its money and the credit of its orders, to what its orders owe.
   *
   * @throws account_not_found | version_stale | strategy_unknown | strategy_broken
   */
  async reconcileAccount(
    accountId: string,
    name: string,
    options: ReconcileOptions,
  ): Promise<ReconciledAccount> {
    const strategy = this.strategies.named(name)
    const { idempotencyKey: key, expectedVersion } = options
    const request = { operation: "reconcile_account", key, content: [accountId, name, expectedVersion] }
    return once(this.database, request, async (session) => {
      const outcome = await reconcileAccount(session, {
        accountId: BigInt(accountId),
        ...options,
        codes: this.settings.matchingCodes,
        strategy,
        request,
      })
      const writtenOff = await this.writeOffs.writeOffShortPaymentsOf(session, outcome, options.context)
      return { allocationPlan: allocationPlanOfAccount(outcome, name), writtenOff }
    })
  }

  /**
   * Changes by hand what pays what. Afterwards automation leaves alone what the edit set free.
   *
   * @throws order_not_read | account_not_found | version_stale | over_allocated | instalment_bound |
   *   not_by_hand | order_moved |
   *   item_not_found | sides_swapped | cell_not_of_order | cell_named_twice | amount_negative |
   *   amount_malformed | amount_too_precise | idempotency_key_reused
   */
  async editAllocations(input: EditAllocations): Promise<EditView> {
    const request = editRequestOf(input)
    const editing = { on: this.today(), codes: this.settings.matchingCodes, request }
    return once(this.database, request, (session) => editAllocations(session, input, editing))
  }

  /** What reconcileAccount would do now; writes nothing. @throws account_not_found */
  async previewAccount(accountId: string, name: string): Promise<AllocationPlanView> {
    const strategy = this.strategies.named(name)
    const plan = await this.database.snapshot((session) =>
      previewAccount(session, BigInt(accountId), strategy),
    )
    return allocationPlanOfAccount(plan, name)
  }

  /** @throws account_not_found */
  async retrieveAccount(accountId: string): Promise<AccountView> {
    return this.database.snapshot((session) => viewAccount(session, BigInt(accountId), this.today()))
  }

  /** The accounts of a customer, one a currency. */
  async listAccounts(customerId: string): Promise<AccountSummaryView[]> {
    return listAccounts(this.database, customerId)
  }

  /** A page of them, by currency. @throws cursor_malformed */
  async pageOfAccounts(filter: AccountFilter): Promise<AccountPage> {
    return pageOfAccounts(this.database, filter)
  }

  /** A page of open items, oldest first. */
  async listOpenItems(filter: OpenItemFilter): Promise<OpenItemPage> {
    return listItems(this.database, filter)
  }

  private today(): string {
    return dayOf(new Date().toISOString(), this.settings.timeZone)
  }

  private policyStrategy(): string | undefined {
    return this.settings.unappliedMoney === "checkout_only" ? undefined : this.settings.unappliedMoney
  }

  private async applyUnappliedMoney(
    session: Session,
    accountId: bigint,
    context: ChangeContext,
  ): Promise<(AutomaticWriteOffs & { outcome: AccountOutcome }) | undefined> {
    const name = this.policyStrategy()
    const onlyDeposits = this.settings.creditOfOrders === "offered"
    if (!name || !(await hasUnapplied(session, accountId, { onlyDeposits }))) return undefined
    const strategy = this.strategies.named(name)
    const codes = this.settings.matchingCodes
    const outcome = await reconcileAccount(session, {
      accountId,
      strategy,
      context,
      codes,
      onlyDeposits,
      byPolicy: true,
    })
    return { outcome, writtenOff: await this.writeOffs.writeOffShortPaymentsOf(session, outcome, context) }
  }
}
