import type { OverviewView, UnreconciledTotalsView } from "../../../types/http"
import { listChecks } from "../check/check.sql"
import { viewOfCheck, type CheckRow } from "../check/view"
import type { Session } from "../ledger/database"
import { findTransactions } from "../lists/find-transactions.sql"
import { overviewOf } from "../lists/overview"
import { totalsOf } from "../lists/totals"
import type { FoundTransactions, TransactionsPage, TransactionsWanted } from "../lists/transaction-filter"
import { pageOfAll, type ListedTransactions } from "../lists/transaction-list"
import {
  askForName,
  nameOwners,
  unnamedOwners,
  type NamedAccountOwner,
  type UnnamedOwner,
} from "../lists/owner-names"
import type { Parts } from "./parts"

/** What somebody searches for: owners and orders that the host found, and the number of a receipt. */
export interface Sought {
  readonly customerIds: readonly string[]
  readonly companyIds: readonly string[]
  readonly orderIds: readonly string[]
  /** What a person typed: the number of an invoice, the reference of a payment. */
  readonly text?: string | undefined
  readonly receipt?: { readonly series: string; readonly year: number; readonly number: string } | undefined
}

type Seeking<Filter> = Omit<Filter, "among"> & { readonly sought?: Sought | undefined }

/** Transactions of all accounts. */
export class Lists {
  constructor(private readonly parts: Pick<Parts, "database" | "settings" | "today">) {}

  /** A page of them. @throws cursor_malformed */
  async page({ sought, ...filter }: Seeking<TransactionsPage>): Promise<ListedTransactions> {
    return this.parts.database.preparedSnapshot(async (session) =>
      pageOfAll(session, { ...filter, among: await found(session, sought) }, this.parts.today()),
    )
  }

  /** What is not reconciled, counted and summed. */
  async totals({
    sought,
    ...filter
  }: Omit<Seeking<TransactionsWanted>, "unreconciled" | "view">): Promise<UnreconciledTotalsView> {
    return this.parts.database.snapshot(async (session) =>
      totalsOf(session, { ...filter, among: await found(session, sought) }, this.parts.today()),
    )
  }

  /** What needs a person, how well money was placed by itself, and how old what is owed is. */
  async overview(): Promise<OverviewView> {
    const { database, settings, today } = this.parts
    return database.preparedSnapshot(async (session) => ({
      ...(await overviewOf(session, { today: today(), timeZone: settings.timeZone })),
      check: await lastCheck(session),
    }))
  }

  /** Owners of accounts that have no name yet; some of them, the oldest first. */
  async unnamed(limit: number): Promise<UnnamedOwner[]> {
    return unnamedOwners(this.parts.database, limit)
  }

  /** Has an owner's name asked for anew, because the host has changed it. */
  async renamed(owner: UnnamedOwner): Promise<void> {
    await askForName(this.parts.database, owner)
  }

  /** Notes what owners are called, by which lists are sorted. An account's ledger does not change by it. */
  async name(owners: readonly NamedAccountOwner[]): Promise<void> {
    await nameOwners(this.parts.database, owners)
  }
}

async function found(session: Session, sought: Sought | undefined): Promise<FoundTransactions | undefined> {
  if (!sought) return undefined
  const { customerIds, companyIds, orderIds, receipt, text } = sought
  const [row] = await session.run<{ accounts: string[]; numbers: string[] }>(findTransactions, [
    customerIds,
    companyIds,
    orderIds,
    receipt?.series ?? null,
    receipt?.year ?? null,
    receipt?.number ?? null,
    text ?? null,
  ])
  return { accountIds: row?.accounts ?? [], numbers: row?.numbers ?? [] }
}

async function lastCheck(session: Session): Promise<OverviewView["check"]> {
  const [row] = await session.run<CheckRow>(listChecks, [null, 1])
  if (!row) return null
  const { id, recorded_at: recordedAt, faults } = viewOfCheck(row)
  return { id, recorded_at: recordedAt, faults }
}
