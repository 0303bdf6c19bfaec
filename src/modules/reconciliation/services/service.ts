import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AccountSummaryView, AccountView, OpenItemView, PlanView } from "../../../types/http"
import type { StrategyName } from "../domain/allocate/strategy"
import { dayOf, whenOf } from "../domain/day"
import type { DocumentHistory } from "../domain/document-state"
import { positiveMinorUnitsOf } from "../domain/money"
import { loadMarks } from "../sql/load-document"
import { findUnread, forgetRetries, noteRetries, readWatermark, saveWatermark } from "../sql/sweep"
import { listAccounts, viewAccount } from "./account-view"
import type { ChangeContext } from "./change"
import { Database, type Session } from "./database"
import { editAllocations, type EditAllocations, type EditView } from "./edit-allocations"
import { findDocument, unopened } from "./ledger"
import { listItems, type OpenItemFilter, type OpenItemPage } from "./open-item-list"
import { viewOfItem } from "./open-item-view"
import { settingsOf, type ReconciliationOptions, type Settings } from "./options"
import { viewOrder, type LedgerOrder } from "./order-view"
import { planOf, planOfAccount } from "./outcome-view"
import { viewOfPlan } from "./plan-view"
import { previewAccount, reconcileAccount, type AccountOutcome } from "./reconcile-account"
import { reconcileDocument, replayDocument } from "./reconcile-document"
import { hasUnappliedDeposit, recordDeposit, reloadItem } from "./record-deposit"

export interface ReconcileOptions {
  readonly context: ChangeContext
  readonly strategy?: StrategyName | undefined
  /** Refuse when the ledger has moved on from this version. */
  readonly expectedVersion?: number | undefined
  /** Only for an order: when the sweep must read it again whatever the host's marks say. */
  readonly recheckAt?: string | null | undefined
}

/** An order that could not be brought up to the host, and why. */
export interface FailedOrder {
  readonly orderId: string
  readonly error: string
}

export interface RecordPayment {
  readonly customerId: string
  readonly currencyCode: string
  /** Decimal digits of the currency, from the host's currency table. */
  readonly digits: number
  /** A decimal string, above zero. */
  readonly amount: string
  readonly method: string
  readonly reference: string | null
  /** An ISO moment, or a day of the accounting time zone; null for now. */
  readonly occurredAt: string | null
  readonly idempotencyKey: string
  readonly context: ChangeContext
}

export interface ReconciledOrder {
  readonly orderId: string
  /** False when the ledger already held everything. */
  readonly changed: boolean
  readonly plan: PlanView
}

/**
 * The ledger's public interface: what the host's container gives under "reconciliation". Amounts
 * cross it as decimal strings; every writing method is one transaction.
 */
export default class ReconciliationModuleService {
  readonly settings: Settings
  private readonly database: Database

  constructor({ __pg_connection__: knex }: { __pg_connection__: Knex }, options?: ReconciliationOptions) {
    this.database = new Database(knex)
    this.settings = settingsOf(options)
  }

  /** What the ledger has read of some orders, and the database's clock to stamp a new read with. */
  async readMarks(orderIds: readonly string[]): Promise<{ now: string; hostVersions: Map<string, number> }> {
    const rows = await this.database.run<{ order_id: string; host_version: number | null; now: string }>(
      loadMarks,
      [orderIds],
    )
    return {
      now: rows[0]?.now ?? new Date(0).toISOString(),
      hostVersions: new Map(rows.map((row) => [row.order_id, row.host_version ?? 0])),
    }
  }

  /**
   * Posts what the host shows of an order and settles it. Repeating it adds nothing.
   *
   * @throws version_stale
   */
  async reconcileOrder(history: DocumentHistory, options: ReconcileOptions): Promise<ReconciledOrder> {
    const strategy = options.strategy ?? this.settings.strategy
    return this.database.transaction(async (session) => {
      const outcome = await reconcileDocument(session, {
        history,
        ...options,
        codes: this.settings.matchingCodes,
        strategy,
      })
      if (outcome?.written) await this.applyUnappliedMoney(session, outcome.account.id, options.context)
      return {
        orderId: history.orderId,
        changed: outcome?.written !== undefined,
        plan: planOf(outcome, strategy),
      }
    })
  }

  /** What reconcileOrder would do now; writes nothing. */
  async previewOrder(history: DocumentHistory, strategy?: StrategyName): Promise<PlanView> {
    const name = strategy ?? this.settings.strategy
    const { loaded, result } = await this.database.snapshot(async (session) => {
      const found = (await findDocument(session, history.orderId)) ?? unopened(history)
      return { loaded: found, result: await replayDocument(session, found, { history, strategy: name }) }
    })
    return viewOfPlan({
      digits: history.digits,
      strategy: name,
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
   * @throws amount_malformed | amount_too_precise | amount_not_positive | amount_too_large | idempotency_key_reused
   */
  async recordPayment(
    input: RecordPayment,
  ): Promise<{ payment: OpenItemView; created: boolean; plan: PlanView | null }> {
    const amount = positiveMinorUnitsOf(input.amount, input.digits)
    const when = whenOf(input.occurredAt ?? new Date().toISOString(), this.settings.timeZone)
    return this.database.transaction(async (session) => {
      const { account, item, created } = await recordDeposit(session, {
        owner: {
          type: "customer",
          id: input.customerId,
          currencyCode: input.currencyCode,
          digits: input.digits,
          firstRank: this.settings.matchingCodes.firstRank,
        },
        codes: this.settings.matchingCodes,
        amount,
        method: input.method,
        reference: input.reference ?? `deposit:${input.idempotencyKey}`,
        ...when,
        statedAt: input.occurredAt,
        idempotencyKey: input.idempotencyKey,
        context: input.context,
      })
      const applied = created ? await this.applyUnappliedMoney(session, account.id, input.context) : undefined
      const place = { ...account, accountId: account.id.toString(), orderId: null }
      return {
        payment: viewOfItem(applied ? await reloadItem(session, item) : item, place),
        created,
        plan: applied ? planOfAccount(applied, this.policyStrategy()) : null,
      }
    })
  }

  /**
   * Applies an account's unapplied money to what its orders owe.
   *
   * @throws account_not_found | version_stale
   */
  async reconcileAccount(
    accountId: string,
    strategy: StrategyName,
    options: ReconcileOptions,
  ): Promise<PlanView> {
    return this.database.transaction(async (session) => {
      const outcome = await reconcileAccount(session, {
        accountId: BigInt(accountId),
        ...options,
        codes: this.settings.matchingCodes,
        strategy,
      })
      return planOfAccount(outcome, strategy)
    })
  }

  /**
   * Changes by hand what pays what. Afterwards automation leaves alone what the edit set free.
   *
   * @throws order_not_found | account_not_found | version_stale | over_allocated | instalment_bound |
   *   item_not_found | sides_swapped | cell_not_of_order | cell_named_twice | amount_negative |
   *   amount_malformed | amount_too_precise | idempotency_key_reused
   */
  async editAllocations(input: EditAllocations): Promise<EditView> {
    const settings = { on: this.today(), codes: this.settings.matchingCodes }
    return this.database.transaction((session) => editAllocations(session, { ...input, ...settings }))
  }

  /** What reconcileAccount would do now; writes nothing. @throws account_not_found */
  async previewAccount(accountId: string, strategy: StrategyName): Promise<PlanView> {
    const plan = await this.database.snapshot((session) =>
      previewAccount(session, BigInt(accountId), strategy),
    )
    return planOfAccount(plan, strategy)
  }

  /** @throws account_not_found */
  async retrieveAccount(accountId: string): Promise<AccountView> {
    return this.database.snapshot((session) => viewAccount(session, BigInt(accountId), this.today()))
  }

  /** The accounts of a customer, one a currency. */
  async listAccounts(customerId: string): Promise<AccountSummaryView[]> {
    return listAccounts(this.database, customerId)
  }

  /** A page of open items, oldest first. */
  async listOpenItems(filter: OpenItemFilter): Promise<OpenItemPage> {
    return listItems(this.database, filter)
  }

  /** How far the sweep has come, null before the first, and the database's clock. */
  async readWatermark(): Promise<{ at: string | null; now: string }> {
    const [row] = await this.database.run<{ at: string | null; now: string }>(readWatermark, [SWEEP])
    if (!row) throw new Error("the database has no clock")
    return row
  }

  async saveWatermark(at: string): Promise<void> {
    await this.database.run(saveWatermark, [SWEEP, at])
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

  private today(): string {
    return dayOf(new Date().toISOString(), this.settings.timeZone)
  }

  private policyStrategy(): StrategyName | undefined {
    return this.settings.unappliedMoney === "checkout_only" ? undefined : this.settings.unappliedMoney
  }

  private async applyUnappliedMoney(
    session: Session,
    accountId: bigint,
    context: ChangeContext,
  ): Promise<AccountOutcome | undefined> {
    const strategy = this.policyStrategy()
    if (!strategy || !(await hasUnappliedDeposit(session, accountId))) return undefined
    const codes = this.settings.matchingCodes
    return reconcileAccount(session, { accountId, strategy, context, codes, onlyDeposits: true })
  }
}

/** The name of the sweep's watermark. */
const SWEEP = "sweep"
/** Characters of an error that a retry keeps. */
const LONGEST_ERROR = 1_000
