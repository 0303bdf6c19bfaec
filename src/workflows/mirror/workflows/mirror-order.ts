import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { mirrorOrderStep, type MirrorOrderInput } from "../steps/mirror-order"

/**
 * Shows an order's money of the ledger to the host as payments, and takes back what the ledger took back. It runs by itself after
 * each change; what failed is tried again by a job.
 *
 * @summary Bring the host's payments of an order up to the ledger.
 * @example
 * await mirrorOrderWorkflow(container).run({ input: { order_id: "order_123" } })
 */
export const mirrorOrderWorkflow = createWorkflow(
  "reconciliation-mirror-order",
  (input: WorkflowData<MirrorOrderInput>) => {
    const done = mirrorOrderStep(input)
    const events = transform({ done }, ({ done: { captured } }) => captured.map((id) => ({ id })))
    emitEventStep({ eventName: "payment.captured", data: events })
    return new WorkflowResponse(done)
  },
)
