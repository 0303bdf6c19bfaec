import type { AllocationReason } from "../explanation"
import type { DecimalString } from "../items"

/** One allocation as proposed by the planner or as made. */
export interface PlannedAllocation extends AllocationReason {
  credit_item_id: string
  debit_item_id: string
  order_id: string | null
  row: string | null
  step: number
}

/** What a plan leaves unallocated and why. */
export interface AllocationPlanLeftover {
  credit_item_id: string
  amount: DecimalString
  /**
   * nothing_owed, none_equal: no order has exactly this open; several_equal: more than one has, and choosing would
   * be a guess; order_later: the one that has was placed after the money came.
   */
  reason: "nothing_owed" | "several_equal" | "order_later" | "none_equal"
  /** How many orders have exactly this amount open. */
  equal_orders: number
  /** The same as a plain English sentence. */
  because: string
}

/** An allocation that is taken back, so that what stands in its place can be made. */
export interface ReleasedAllocation {
  allocation_id: string
  credit_item_id: string
  debit_item_id: string
  order_id: string | null
  row: string | null
  amount: DecimalString
}

/** What reconciling does, or would do. */
export interface AllocationPlanView {
  /** The version the plan was made on. */
  base_version: number
  strategy: string
  /** What is taken back first: money on account yields to a capture of the order. */
  released: ReleasedAllocation[]
  allocate: PlannedAllocation[]
  leftover: AllocationPlanLeftover[]
}
