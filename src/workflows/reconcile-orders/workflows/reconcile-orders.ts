import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { Trigger } from "../../host/resolve-orders"
import { reconcileOrdersStep } from "../steps/reconcile-orders"
import { resolveOrdersStep } from "../steps/resolve-orders"

export interface ReconcileOrdersInput {
  order_ids?: string[] | undefined
  /** Ids of other things whose orders are wanted. */
  triggers?: Trigger[] | undefined
  /** What set it off; kept in the journal. Default "workflow". */
  cause?: string | undefined
  actor?: { type: "system" | "user" | "api-key"; id: string | null } | undefined
  strategy?: string | undefined
  version?: number | undefined
  settled_before?: string | undefined
}

/**
 * Brings the ledger up to what the host shows of some orders. Safe to run at any time, any number of
 * times, from several places at once.
 *
 * @summary Reconcile orders.
 * @example
 * const { result } = await reconcileOrdersWorkflow(container).run({ input: { order_ids: ["order_123"] } })
 */
export const reconcileOrdersWorkflow = createWorkflow(
  "reconciliation-reconcile-orders-workflow",
  (input: WorkflowData<ReconcileOrdersInput>) => {
    const triggers = transform({ input }, ({ input: { order_ids, triggers: others } }): Trigger[] => [
      ...(order_ids ?? []).map((id): Trigger => ({ type: "order", id })),
      ...(others ?? []),
    ])
    const resolved = resolveOrdersStep(triggers)
    const step = transform({ input, resolved }, ({ input: given, resolved: { order_ids, unresolved } }) => ({
      order_ids,
      unresolved,
      cause: given.cause ?? "workflow",
      actor: given.actor ?? { type: "system" as const, id: null },
      strategy: given.strategy,
      version: given.version,
      settled_before: given.settled_before,
    }))
    return new WorkflowResponse(reconcileOrdersStep(step))
  },
)
