import { candidateOf } from "../domain/allocation/candidate"
import type { Candidate, Strategy } from "../domain/allocation/strategy"
import type { PlansInWork } from "../domain/instalments/plan-instalments"
import { isCharge, isLineCredit, isMoneyIn, isTakenBack } from "../domain/open-item"
import { planAllocations, type AllocationPlan, type Pin } from "../domain/planner/allocation-plan"
import { openItemOf, type OpenItemRow } from "../ledger/rows"

/** An open item of an account with the order that it belongs to. */
export interface AccountRowOfItem extends OpenItemRow {
  order_id: string | null
  placed_at: string | null
  placed_on: string | null
  plan: number | null
}

/** What lies on an account and what is owed there, as a plan begins with them. */
export interface AccountSides {
  readonly credits: readonly Candidate[]
  readonly debits: readonly Candidate[]
}

/** Which of an account's items a plan is made of: money and credit of lines, and what is to be paid. */
export function sidesOf(rows: readonly AccountRowOfItem[]): AccountSides {
  const candidates = rows.map((row): Candidate => {
    const item = openItemOf(row)
    return candidateOf(item, {
      placedAt: row.placed_at ?? item.occurredAt,
      placedOn: row.placed_on ?? item.occurredOn,
      orderId: row.order_id,
    })
  })
  return {
    credits: candidates.filter(({ item }) => isMoneyIn(item) || isLineCredit(item)),
    debits: candidates.filter(({ item }) => isCharge(item) || isTakenBack(item)),
  }
}

export interface AccountTerms {
  readonly strategy: Strategy
  readonly pins?: readonly Pin[] | undefined
  readonly plans: PlansInWork
}

/** Plans one account. Pure: what a run does with many accounts and a person with one cannot differ. */
export function planSides(
  { credits, debits }: AccountSides,
  { strategy, pins, plans }: AccountTerms,
): AllocationPlan {
  return planAllocations({ credits, debits, strategy, plans, ...(pins && { pins }) })
}
