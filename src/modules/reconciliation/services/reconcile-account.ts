import { candidateOf } from "../domain/allocate/candidate"
import type { Candidate } from "../domain/allocate/strategy"
import { ReconciliationError } from "../domain/errors"
import { isCharge, isLineCredit, isMoneyIn, isTakenBack } from "../domain/open-item"
import { plan, type AllocationPlan, type Pin } from "../domain/plan"
import { loadOpenItemsOfAccount } from "../sql/load-account"
import { readAccount } from "../sql/read-account"
import { findLastChangeOfAccount } from "../sql/read-journal"
import type { ChangeContext } from "./change"
import { changedBy, type LastChange } from "./stale"
import type { Session } from "./database"
import { accountNotFound, lockAccountById, write, type WrittenChange } from "./ledger"
import type { CodeSettings } from "./options"
import { plansInWork } from "./plans"
import type { ChosenStrategy } from "./strategies"
import { accountOf, openItemOf, type Account, type AccountRow, type OpenItemRow } from "./rows"
import { isByPerson, waitingAmong } from "./waiting"

export interface ReconcileAccountInput {
  readonly accountId: bigint
  readonly strategy: ChosenStrategy
  readonly context: ChangeContext
  readonly codes: CodeSettings
  readonly pins?: readonly Pin[]
  /** Leave what belongs to an order, its money and the credit of its lines, to that order. */
  readonly onlyDeposits?: boolean
  /** The store's policy does it, and no person: what a person set free stays. */
  readonly byPolicy?: boolean
  readonly expectedVersion?: number | undefined
}

export interface AccountPlan {
  readonly account: Account
  readonly plan: AllocationPlan
  /** The host's order of each document that the plan could touch. */
  readonly orderIds: ReadonlyMap<bigint, string>
}

export interface AccountOutcome extends AccountPlan {
  readonly written?: WrittenChange | undefined
}

/** Applies what an account has left, money and credit of lines, to what its orders owe: lock, load, plan, check, write. */
export async function reconcileAccount(
  session: Session,
  input: ReconcileAccountInput,
): Promise<AccountOutcome> {
  const account = await lockAccountById(session, input.accountId)
  await refuseStale(session, account, input.expectedVersion)
  const outcome = await planAccount(session, account, {
    ...input,
    leaveWaiting: input.byPolicy === true || !isByPerson(input.context),
  })
  const planned = outcome.plan
  if (planned.allocate.length === 0) return outcome
  const written = await write(session, {
    account,
    kind: "reconcile_account",
    context: input.context,
    items: [],
    proposals: planned.allocate,
    origin: "auto",
    codes: input.codes,
    leftover: planned.leftover.map(({ credit, amount, because }) => ({
      itemId: credit.id.toString(),
      amount: amount.toString(),
      because,
    })),
  })
  return { ...outcome, written }
}

/** Plans an account as it stands and writes nothing. @throws account_not_found */
export async function previewAccount(
  session: Session,
  id: bigint,
  strategy: ChosenStrategy,
): Promise<AccountPlan> {
  const [row] = await session.run<AccountRow>(readAccount, [id])
  if (!row) throw accountNotFound(id.toString())
  return planAccount(session, accountOf(row), { strategy })
}

interface PlanAccount extends Pick<ReconcileAccountInput, "strategy" | "pins" | "onlyDeposits"> {
  /** Leave alone what a person set free. */
  readonly leaveWaiting?: boolean
}

async function planAccount(
  session: Session,
  account: Account,
  { strategy, pins, onlyDeposits = false, leaveWaiting = false }: PlanAccount,
): Promise<AccountPlan> {
  const rows = await session.run<
    OpenItemRow & {
      order_id: string | null
      placed_at: string | null
      placed_on: string | null
      plan: number | null
    }
  >(loadOpenItemsOfAccount, [account.id])
  const candidates = rows.map((row): Candidate => {
    const item = openItemOf(row)
    return candidateOf(item, {
      placedAt: row.placed_at ?? item.occurredAt,
      placedOn: row.placed_on ?? item.occurredOn,
      orderId: row.order_id,
    })
  })
  const credits = candidates.filter(
    ({ item }) => (isMoneyIn(item) || isLineCredit(item)) && !(onlyDeposits && item.documentId !== null),
  )
  const waiting = leaveWaiting
    ? await waitingAmong(
        session,
        credits.map(({ item }) => item),
      )
    : new Set<bigint>()
  const planned = plan({
    credits: credits.filter(({ item }) => !waiting.has(item.id)),
    debits: candidates.filter(({ item }) => isCharge(item) || isTakenBack(item)),
    strategy: strategy.allocate,
    ...(pins && { pins }),
    plans: await plansInWork(session, rows),
  })
  return { account, plan: planned, orderIds: orderIdsOf(rows) }
}

function orderIdsOf(
  rows: readonly { document_id: string | null; order_id: string | null }[],
): Map<bigint, string> {
  const orderIds = new Map<bigint, string>()
  for (const { document_id, order_id } of rows) {
    if (document_id !== null && order_id !== null) orderIds.set(BigInt(document_id), order_id)
  }
  return orderIds
}

async function refuseStale(session: Session, account: Account, expected: number | undefined): Promise<void> {
  if (expected === undefined || expected === account.version) return
  const [last] = await session.run<LastChange>(findLastChangeOfAccount, [account.id])
  throw new ReconciliationError({
    type: "conflict",
    code: "version_stale",
    message: `The account is at version ${account.version}, not ${expected}${changedBy(last)}.`,
    ids: { account_id: account.id.toString(), version: account.version.toString() },
    remedy: "Read the account again, look at what changed, and send the new version.",
  })
}
