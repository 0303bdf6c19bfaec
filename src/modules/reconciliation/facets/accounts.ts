import type { AccountSummaryView, AllocationPlanView } from "../../../types/http"
import { pageOfAccounts, type AccountFilter, type AccountPage } from "../accounts/account-list"
import { listAccounts, viewAccount, type LedgerAccount } from "../accounts/account-view"
import { pageOfTransactions, type TransactionFilter, type TransactionPage } from "../accounts/transactions"
import { viewMatchingCode, type LedgerCode } from "../accounts/matching-code-view"
import { allocationPlanOfAccount } from "../accounts/outcome-view"
import { previewAccount, reconcileAccount } from "../accounts/reconcile-account"
import type { ChangeContext } from "../ledger/change"
import { once } from "../ledger/idempotency"
import type { AutomaticWriteOffs } from "./automation"
import type { Parts } from "./parts"

/** Transactions that are read at once. */
const LARGEST_PAGE = 500

export interface ReconcileAccount {
  readonly context: ChangeContext
  /** Refuse when the ledger has moved on from this version. */
  readonly expectedVersion?: number | undefined
  /** The same key twice does it once. */
  readonly idempotencyKey?: string | undefined
}

export interface ReconciledAccount extends AutomaticWriteOffs {
  readonly allocationPlan: AllocationPlanView
}

/** Accounts: one a customer, or an order without one, and a currency. */
export class Accounts {
  constructor(private readonly parts: Parts) {}

  /**
   * Applies what an account has left, its money and the credit of its orders, to what its orders owe.
   *
   * @throws account_not_found | version_stale | strategy_unknown | strategy_broken
   */
  async reconcile(accountId: string, name: string, options: ReconcileAccount): Promise<ReconciledAccount> {
    const { idempotencyKey: key, expectedVersion } = options
    const request = { operation: "reconcile_account", key, content: [accountId, name, expectedVersion] }
    return once(this.parts.database, request, async (session) => {
      const outcome = await reconcileAccount(session, {
        accountId: BigInt(accountId),
        ...options,
        codes: this.parts.settings.matchingCodes,
        strategy: this.parts.strategies.named(name),
        request,
      })
      const writtenOff = await this.parts.automation.afterAccount(session, outcome, options.context)
      return { allocationPlan: allocationPlanOfAccount(outcome, name), writtenOff }
    })
  }

  /** What reconcile would do now; writes nothing. @throws account_not_found */
  async preview(accountId: string, name: string): Promise<AllocationPlanView> {
    const strategy = this.parts.strategies.named(name)
    const plan = await this.parts.database.snapshot((session) =>
      previewAccount(session, BigInt(accountId), strategy),
    )
    return allocationPlanOfAccount(plan, name)
  }

  /** @throws account_not_found */
  async retrieve(accountId: string): Promise<LedgerAccount> {
    return this.parts.database.snapshot((session) =>
      viewAccount(session, BigInt(accountId), this.parts.today()),
    )
  }

  /** The accounts of a customer, one a currency. */
  async listOf(customerId: string): Promise<AccountSummaryView[]> {
    return listAccounts(this.parts.database, customerId)
  }

  /** A page of accounts: a customer's by currency, or all, the newest first. @throws cursor_malformed */
  async page(filter: AccountFilter): Promise<AccountPage> {
    return pageOfAccounts(this.parts.database, filter)
  }

  /**
   * A page of what happened on an account, with the balance after each transaction.
   *
   * @throws account_not_found | cursor_malformed
   */
  async transactions(
    accountId: string,
    filter: Omit<TransactionFilter, "accountId">,
  ): Promise<TransactionPage> {
    return this.parts.database.preparedSnapshot((session) =>
      pageOfTransactions(session, { ...filter, accountId: BigInt(accountId) }, this.parts.today()),
    )
  }

  /**
   * All that happened on an account, page by page, never more than one of them in memory. Each page is read at its own
   * moment; the oldest first, what happens meanwhile comes at the end.
   *
   * @throws account_not_found
   */
  async *allTransactions(
    accountId: string,
    filter: Omit<TransactionFilter, "accountId" | "cursor" | "limit">,
  ): AsyncGenerator<TransactionPage["transactions"]> {
    let cursor: string | undefined
    do {
      // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before it ended
      const page = await this.transactions(accountId, { ...filter, cursor, limit: LARGEST_PAGE })
      yield page.transactions
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
  }

  /**
   * What shares a matching code: what pays, what it settles, and how much of which goes to which.
   *
   * @param rank position in the account's sequence, as a MatchingCode has it
   * @throws account_not_found | code_not_found
   */
  async matchingCode(accountId: string, rank: number): Promise<LedgerCode> {
    return this.parts.database.snapshot((session) =>
      viewMatchingCode(session, { accountId: BigInt(accountId), rank }, this.parts.today()),
    )
  }
}
