import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { planPaymentsStep } from "medusa-plugin-reconciliation/workflows"

interface CheckOut {
  cart_id: string
  instalments: { due_on: string; amount: string }[]
}

/** The store's own checkout: should a step after the plan fail, what is left of the plan is cancelled. */
export const checkOutInInstalmentsWorkflow = createWorkflow("check-out-in-instalments", (input: CheckOut) => {
  const order = completeCartWorkflow.runAsStep({ input: { id: input.cart_id } })
  const plan = transform({ input, order }, ({ input: { instalments }, order: { id } }) => ({
    order_id: id,
    instalments,
  }))
  planPaymentsStep(plan)
  return new WorkflowResponse(order)
})
