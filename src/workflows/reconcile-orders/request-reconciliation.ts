import type { MedusaContainer } from "@medusajs/framework/types"
import type { Trigger } from "../host/resolve-orders"
import { Coalescer } from "./coalescer"
import { reconcileOrdersWorkflow } from "./workflows/reconcile-orders"

const coalescers = new WeakMap<MedusaContainer, Coalescer<Trigger>>()

/**
 * Asks for the reconciliation of what an event names, together with what other events name meanwhile:
 * one checkout emits a dozen events, and a batch of orders is read three times faster than each by
 * itself. Resolves when it is done, rejects when it failed, so a bus that retries can.
 */
export async function requestReconciliation(
  container: MedusaContainer,
  triggers: readonly Trigger[],
  cause: string,
): Promise<void> {
  let coalescer = coalescers.get(container)
  if (!coalescer) {
    coalescer = new Coalescer(async (batch, causes) => {
      await reconcileOrdersWorkflow(container).run({ input: { triggers: batch, cause: causes.join(", ") } })
    })
    coalescers.set(container, coalescer)
  }
  await Promise.all(triggers.map((trigger) => coalescer.add(`${trigger.type}:${trigger.id}`, trigger, cause)))
}
