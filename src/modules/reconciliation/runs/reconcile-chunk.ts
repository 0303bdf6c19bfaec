import { movesOfPlan, orderIdsOf, type AccountAllocationPlan } from "../accounts/reconcile-account"
import { planSides, sidesOf, type AccountRowOfItem, type AccountSides } from "../accounts/account-plan"
import type { OpenItem } from "../domain/open-item"
import type { PlansInWork } from "../domain/instalments/plan-instalments"
import type { AllocationPlan } from "../domain/planner/allocation-plan"
import { brokenPairs, exactPairs } from "../domain/planner/exact-pairs"
import { grouped } from "../domain/grouped"
import { plansInWork } from "../instalments/plans"
import { waitingAmong } from "../items/waiting"
import type { Session } from "../ledger/database"
import { changeAll } from "../ledger/envelope"
import { loadOpenItemsOfAccounts } from "../ledger/load-account.sql"
import { lockAccounts } from "../ledger/lock-account.sql"
import { accountOf, type Account, type AccountRow } from "../ledger/rows"
import type { CodeSettings } from "../settings/options"
import { Tally } from "./tally"
import type { Chunk, RunTerms } from "./types"

export interface DoneChunk {
  readonly tally: Tally
  /** The accounts that were changed, with what was planned for each. */
  readonly plans: readonly AccountAllocationPlan[]
}

interface LoadedRow extends AccountRowOfItem {
  account_id: string
}

/** Reconciles the accounts of a chunk, each by itself, and writes all of it with one statement. */
export async function reconcileChunk(
  session: Session,
  chunk: Chunk,
  terms: RunTerms & { readonly codes: CodeSettings },
): Promise<DoneChunk> {
  return changeAll<DoneChunk>(session, {
    context: chunk.context,
    codes: terms.codes,
    lock: async () => (await session.run<AccountRow>(lockAccounts, [chunk.accountIds])).map(accountOf),
    plan: async (accounts) => {
      const rows = await session.run<LoadedRow>(loadOpenItemsOfAccounts, [chunk.accountIds])
      const loaded = grouped(rows, (row) => row.account_id)
      const sides = accounts.map((account) => sidesOf(loaded.get(account.id.toString()) ?? []))
      const work = new PlannedChunk(chunk, terms, {
        plans: await plansInWork(session, rows),
        setFree: await setFreeAmong(session, sides, terms),
      })
      const planned = accounts.flatMap((account, index) => {
        const own = sides[index]
        return own ? [{ account, plan: work.plan(account, own) }] : []
      })
      const changed = planned.filter(({ plan }) => plan.allocate.length > 0)
      return {
        changes: changed.map(({ account, plan }) => ({ account, ...movesOfPlan(plan) })),
        answer: () => ({
          tally: work.tally,
          plans: changed.map(({ account, plan }) => ({
            account,
            plan,
            orderIds: orderIdsOf(loaded.get(account.id.toString()) ?? []),
          })),
        }),
      }
    },
  })
}

async function setFreeAmong(
  session: Session,
  sides: readonly AccountSides[],
  { byPolicy }: RunTerms,
): Promise<ReadonlySet<bigint>> {
  if (!byPolicy) return new Set()
  return waitingAmong(
    session,
    sides.flatMap(({ credits }) => credits.map(({ item }) => item)),
  )
}

interface Known {
  readonly plans: PlansInWork
  /** Credits that a person has set free and nobody has put since. */
  readonly setFree: ReadonlySet<bigint>
}

/** Plans accounts one after the other and counts what it comes to. */
class PlannedChunk {
  readonly tally = new Tally()

  constructor(
    private readonly chunk: Chunk,
    private readonly terms: RunTerms,
    private readonly known: Known,
  ) {}

  plan(account: Account, sides: AccountSides): AllocationPlan {
    const before = openOf(sides.credits)
    const offered = sides.credits.filter(({ item }) => this.isOfScope(item))
    const wanted = offered.filter(({ item }) => !this.known.setFree.has(item.id))
    const pairs = this.terms.pairs ? exactPairs(wanted, sides.debits) : []
    const plan = planSides(
      { credits: wanted, debits: sides.debits },
      { strategy: this.terms.strategy.allocate, plans: this.known.plans },
    )
    const { tally } = this
    tally.put(plan.allocate)
    tally.money(account, before, before - openOf(sides.credits))
    tally.settled += settledOrders(plan, sides)
    tally.exactBroken += brokenPairs(pairs, plan.allocate).length
    this.list(account, plan, offered)
    return plan
  }

  private list(account: Account, { leftover }: AllocationPlan, offered: AccountSides["credits"]): void {
    const account_id = account.id.toString()
    for (const { credit, amount, reason, equalOrders } of leftover)
      this.tally.left.push({
        account_id,
        credit_item_id: credit.id.toString(),
        amount: amount.toString(),
        reason,
        equal_orders: equalOrders,
      })
    for (const { item, open } of offered)
      if (this.known.setFree.has(item.id))
        this.tally.left.push({
          account_id,
          credit_item_id: item.id.toString(),
          amount: open.toString(),
          reason: "set_free",
        })
  }

  private isOfScope({ occurredOn, documentId }: OpenItem): boolean {
    const { from, until } = this.chunk.scope
    if (this.terms.onlyDeposits && documentId !== null) return false
    return (from === undefined || occurredOn >= from) && (until === undefined || occurredOn <= until)
  }
}

const openOf = (candidates: AccountSides["credits"]): bigint =>
  candidates.reduce((sum, { open }) => sum + open, 0n)

/** How many orders a plan leaves with nothing open. */
function settledOrders({ allocate }: AllocationPlan, { debits }: AccountSides): number {
  const open = new Set(debits.flatMap(({ item, open: rest }) => (rest > 0n ? [item.documentId] : [])))
  const paid = new Set(allocate.map(({ debit }) => debit.documentId))
  return [...paid].filter((id) => id !== null && !open.has(id)).length
}
