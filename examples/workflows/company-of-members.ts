import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { joinOwnerWorkflow } from "medusa-plugin-reconciliation/workflows"

/** An employee as a plugin of companies tells of one who was taken on. */
interface TakenOn {
  customer_id: string
  company: { id: string; name: string }
  /** Its own id, so that an event that comes twice joins once. */
  employee_id: string
}

const memberStep = createStep(
  "member-of-company",
  async ({ customer_id, company, employee_id }: TakenOn) =>
    new StepResponse({
      member: { customer_id },
      to: { company_id: company.id, name: company.name },
      reason: `Employee ${employee_id}`,
      idempotency_key: `employee ${employee_id}`,
    }),
)

/** Who is taken on buys for the company from then on: it owes what they order. Undone with `endMembershipWorkflow`. */
export const takeOnWorkflow = createWorkflow(
  "take-on-employee",
  (employee: TakenOn) => new WorkflowResponse(joinOwnerWorkflow.runAsStep({ input: memberStep(employee) })),
)
