import type { PlanView } from "../../../types/http"
import { viewOfPlan } from "./plan-view"
import type { AccountPlan } from "./reconcile-account"
import type { DocumentOutcome } from "./reconcile-document"

/** What reconciling an order did; an order with nothing to post yet has an empty plan. */
export function planOf(outcome: DocumentOutcome | undefined, strategy: string): PlanView {
  if (!outcome) return { base_version: 0, strategy, allocate: [], leftover: [] }
  const { account, loaded, result, written } = outcome
  return viewOfPlan({
    digits: account.digits,
    strategy,
    baseVersion: loaded.document.version,
    allocate: result.proposals,
    leftover: [],
    orderIds: new Map([[loaded.document.id, loaded.document.orderId]]),
    ...(written && { itemIds: written.itemIds }),
  })
}

/** What reconciling an account did, or would do. */
export function planOfAccount(
  { account, plan, orderIds }: AccountPlan,
  strategy: string | undefined,
): PlanView {
  return viewOfPlan({
    digits: account.digits,
    strategy: strategy ?? "checkout_only",
    baseVersion: account.version,
    allocate: plan.allocate,
    leftover: plan.leftover,
    orderIds,
  })
}
