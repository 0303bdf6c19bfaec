import type { AllocationPlan, Pin } from "../domain/planner/allocation-plan"
import { loadOpenItemsOfAccount } from "../ledger/load-account.sql"
import { readAccount } from "../ledger/read-account.sql"
import type { ChangeContext, PlannedMoves, WrittenChange } from "../ledger/change"
import type { Session } from "../ledger/database"
import { change, type DraftedChange } from "../ledger/envelope"
import { accountNotFound, lockAccountById } from "../ledger/documents"
import type { AccountPlace } from "../ledger/lock"
import type { Request } from "../ledger/idempotency"
import type { CodeSettings } from "../settings/options"
import { plansInWork } from "../instalments/plans"
import type { ChosenStrategy } from "../settings/strategies"
import { accountOf, type Account, type AccountRow } from "../ledger/rows"
import { isByPerson, waitingAmong } from "../items/waiting"
import { planSides, sidesOf, type AccountRowOfItem } from "./account-plan"

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
  /** Without one it is part of a larger request. */
  readonly request?: Request | undefined
}

export interface AccountAllocationPlan {
  readonly account: Account
  readonly plan: AllocationPlan
  /** The host's order of each document that the plan could touch. */
  readonly orderIds: ReadonlyMap<bigint, string>
}

export interface AccountOutcome extends AccountAllocationPlan {
  readonly written?: WrittenChange | undefined
}

/** Applies what an account has left, money and credit of lines, to what its orders owe. */
export async function reconcileAccount(
  session: Session,
  input: ReconcileAccountInput,
): Promise<AccountOutcome> {
  return change<AccountPlace, AccountOutcome>(session, {
    context: input.context,
    codes: input.codes,
    request: input.request,
    expectedVersion: input.expectedVersion,
    lock: async () => ({ account: await lockAccountById(session, input.accountId) }),
    plan: async ({ account }) => {
      const leaveWaiting = input.byPolicy === true || !isByPerson(input.context)
      const outcome = await planAccount(session, account, { ...input, leaveWaiting })
      return {
        change: draftOf(outcome.plan),
        answer: (written) => ({ ...outcome, ...(written && { written }) }),
      }
    },
  })
}

function draftOf(plan: AllocationPlan): DraftedChange | null {
  return plan.allocate.length === 0 ? null : { ...movesOfPlan(plan), items: [] }
}

/** What an account's plan moves, and what it leaves and why. */
export function movesOfPlan({
  allocate,
  leftover,
}: AllocationPlan): Pick<PlannedMoves, "kind" | "proposals" | "origin" | "leftover"> {
  return {
    kind: "reconcile_account",
    proposals: allocate,
    origin: "auto",
    leftover: leftover.map(({ credit, amount, because }) => ({
      itemId: credit.id.toString(),
      amount: amount.toString(),
      because,
    })),
  }
}

/** Plans an account as it stands and writes nothing. @throws account_not_found */
export async function previewAccount(
  session: Session,
  id: bigint,
  strategy: ChosenStrategy,
): Promise<AccountAllocationPlan> {
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
): Promise<AccountAllocationPlan> {
  const rows = await session.run<AccountRowOfItem>(loadOpenItemsOfAccount, [account.id])
  const sides = sidesOf(rows)
  const offered = sides.credits.filter(({ item }) => !(onlyDeposits && item.documentId !== null))
  const waiting = leaveWaiting
    ? await waitingAmong(
        session,
        offered.map(({ item }) => item),
      )
    : new Set<bigint>()
  const planned = planSides(
    { credits: offered.filter(({ item }) => !waiting.has(item.id)), debits: sides.debits },
    { strategy: strategy.allocate, pins, plans: await plansInWork(session, rows) },
  )
  return { account, plan: planned, orderIds: orderIdsOf(rows) }
}

export function orderIdsOf(
  rows: readonly { document_id: string | null; order_id: string | null }[],
): Map<bigint, string> {
  const orderIds = new Map<bigint, string>()
  for (const { document_id, order_id } of rows) {
    if (document_id !== null && order_id !== null) orderIds.set(BigInt(document_id), order_id)
  }
  return orderIds
}
