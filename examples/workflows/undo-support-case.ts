import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { HistoryEntry } from "medusa-plugin-reconciliation/types/http"
import { undoChangeWorkflow } from "medusa-plugin-reconciliation/workflows"

interface Ledger {
  orders: { retrieve: (orderId: string) => Promise<{ version: number } | undefined> }
  edits: { history: (filter: { orderId: string; limit: number }) => Promise<{ entries: HistoryEntry[] }> }
}

interface SupportCase {
  order_id: string
  /** What the reasons of its changes begin with: "case 17". */
  reason: string
}

/** The newest change of the case that still stands, and the order's version. */
const changeOfCaseStep = createStep(
  "change-of-support-case",
  async ({ order_id: orderId, reason }: SupportCase, { container }) => {
    const ledger = container.resolve<Ledger>("reconciliation")
    const order = await ledger.orders.retrieve(orderId)
    const { entries } = await ledger.edits.history({ orderId, limit: 100 })
    const change = entries.find(
      (one) =>
        one.undoable && one.undone_by === null && one.undoes === null && one.reason?.startsWith(reason),
    )
    if (!order || !change) throw new Error(`Nothing of ${reason} stands on ${orderId}`)
    return new StepResponse({
      order_id: orderId,
      change_id: change.id,
      version: order.version,
      reason: `${reason} was closed`,
    })
  },
)

/** Undoes what a support case changed. What rests on it since is not taken back: `has_dependants` names it. */
export const undoSupportCaseWorkflow = createWorkflow(
  "undo-support-case",
  (input: SupportCase) =>
    new WorkflowResponse(undoChangeWorkflow.runAsStep({ input: changeOfCaseStep(input) })),
)
