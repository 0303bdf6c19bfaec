import type { AllocationPlanLeftover, PlannedAllocation, AllocationPlanView } from "../../../types/http"
import type { Proposal } from "../domain/allocation/strategy"
import { decimalOf } from "../domain/money"
import type { OpenItem } from "../domain/open-item"
import type { Leftover } from "../domain/planner/allocation-plan"
import { reasonOf } from "./explanation-view"

interface PlanSource {
  readonly digits: number
  readonly strategy: string
  readonly baseVersion: number
  readonly allocate: readonly Proposal[]
  readonly leftover: readonly Leftover[]
  readonly orderIds: ReadonlyMap<bigint, string>
  /** Ids of items the plan posted; a preview has none and shows them as "new:1". */
  readonly itemIds?: readonly bigint[]
}

/** A plan as the HTTP contract shows it: the same shape before and after it is applied. */
export function viewOfAllocationPlan(source: PlanSource): AllocationPlanView {
  const { digits, allocate, leftover } = source
  const idOf = (item: OpenItem): string => nameOf(item, source.itemIds)
  return {
    base_version: source.baseVersion,
    strategy: source.strategy,
    allocate: allocate.map((proposal, index): PlannedAllocation => ({
      credit_item_id: idOf(proposal.credit),
      debit_item_id: idOf(proposal.debit),
      order_id: source.orderIds.get(proposal.debit.documentId ?? 0n) ?? null,
      row: proposal.debit.lineKey,
      step: index + 1,
      ...reasonOf(proposal, proposal, { digits }),
    })),
    leftover: leftover.map((left): AllocationPlanLeftover => ({
      credit_item_id: idOf(left.credit),
      amount: decimalOf(left.amount, digits),
      reason: left.reason,
      equal_orders: left.equalOrders,
      because: left.because,
    })),
  }
}

function nameOf({ id }: OpenItem, posted: readonly bigint[] | undefined): string {
  if (id > 0n) return id.toString()
  const stored = posted?.[Number(-id) - 1]
  return stored === undefined ? `new:${-id}` : stored.toString()
}
