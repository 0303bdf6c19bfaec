import type {
  AllocationPlanLeftover,
  AllocationPlanView,
  PlannedAllocation,
  ReleasedAllocation,
} from "../../../types/http"
import type { Release } from "../domain/allocation/release"
import type { Proposal } from "../domain/allocation/strategy"
import { decimalOf } from "../domain/money"
import type { OpenItem } from "../domain/open-item"
import type { Leftover } from "../domain/planner/allocation-plan"
import { reasonOf } from "./explanation-view"

interface PlanSource {
  readonly digits: number
  readonly strategy: string
  readonly baseVersion: number
  readonly released?: readonly Release[]
  readonly allocate: readonly Proposal[]
  readonly leftover: readonly Leftover[]
  readonly orderIds: ReadonlyMap<bigint, string>
  /** Ids of items the plan posted. */
  readonly itemIds?: readonly bigint[] | undefined
  /** Given of a preview: what is not among these items is taken back again with its id, and is shown as "new:1". */
  readonly standing?: ReadonlySet<bigint>
}

/** A plan as the HTTP contract shows it: the same shape before and after it is applied. */
export function viewOfAllocationPlan(source: PlanSource): AllocationPlanView {
  const { digits, released = [], allocate, leftover, orderIds } = source
  const idOf = (item: OpenItem): string => nameOf(item, source)
  return {
    base_version: source.baseVersion,
    strategy: source.strategy,
    released: released.map(({ allocation, credit, debit }): ReleasedAllocation => ({
      allocation_id: allocation.id.toString(),
      credit_item_id: idOf(credit),
      debit_item_id: idOf(debit),
      order_id: orderIds.get(debit.documentId ?? 0n) ?? null,
      row: debit.lineKey,
      amount: decimalOf(allocation.amount, digits),
    })),
    allocate: allocate.map((proposal, index): PlannedAllocation => ({
      credit_item_id: idOf(proposal.credit),
      debit_item_id: idOf(proposal.debit),
      order_id: orderIds.get(proposal.debit.documentId ?? 0n) ?? null,
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

function nameOf({ id, documentId }: OpenItem, { itemIds = [], standing, orderIds }: PlanSource): string {
  const place = id < 0n ? Number(-id) - 1 : itemIds.indexOf(id)
  const isPosted = place >= 0 || (standing !== undefined && isOf(orderIds, documentId) && !standing.has(id))
  if (!isPosted) return id.toString()
  const stored = standing ? undefined : itemIds[place]
  return stored === undefined ? `new:${place < 0 ? id : place + 1}` : stored.toString()
}

/** Money on account stands beside an order, whatever becomes of that. */
const isOf = (orderIds: ReadonlyMap<bigint, string>, documentId: bigint | null): boolean =>
  documentId !== null && orderIds.has(documentId)
