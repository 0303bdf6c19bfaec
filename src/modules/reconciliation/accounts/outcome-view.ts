import type { AllocationPlanView } from "../../../types/http"
import { viewOfAllocationPlan } from "../items/allocation-plan-view"
import type { AccountAllocationPlan } from "./reconcile-account"
import type { DocumentOutcome } from "../orders/reconcile-document"

/** What reconciling an order did; an order with nothing to post yet has an empty plan. */
export function allocationPlanOf(
  outcome: DocumentOutcome | undefined,
  { strategy, isPreview = false }: { readonly strategy: string; readonly isPreview?: boolean },
): AllocationPlanView {
  if (!outcome) return { base_version: 0, strategy, released: [], allocate: [], leftover: [] }
  const { account, loaded, before, result, written, yielded } = outcome
  return viewOfAllocationPlan({
    digits: account.digits,
    strategy,
    baseVersion: before.document.version,
    released: yielded?.releases ?? [],
    allocate: [...result.proposals, ...(yielded?.proposals ?? [])],
    leftover: [],
    orderIds: new Map([[loaded.document.id, loaded.document.orderId]]),
    itemIds: written?.itemIds,
    ...(isPreview && { standing: new Set(before.items.map(({ id }) => id)) }),
  })
}

/** What reconciling an account did, or would do. */
export function allocationPlanOfAccount(
  { account, plan, orderIds }: AccountAllocationPlan,
  strategy: string | undefined,
): AllocationPlanView {
  return viewOfAllocationPlan({
    digits: account.digits,
    strategy: strategy ?? "checkout_only",
    baseVersion: account.version,
    allocate: plan.allocate,
    leftover: plan.leftover,
    orderIds,
  })
}
