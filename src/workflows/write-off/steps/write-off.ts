import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { WriteOffAnswer, WriteOffCall } from "../../../modules/reconciliation/write-offs/write-offs"
import type { HostCreditLineView, WriteOffBody } from "../../../types/http"
import { sendHostCredits } from "../../host/write-off-credits"
import { ledgerOf } from "../../ledger-of"

interface Called {
  actor?: { type: "system" | "user" | "api-key"; id: string | null } | undefined
  /** What set it off; kept in the journal. Default "workflow". */
  cause?: string | undefined
  /** The same key twice does it once. */
  idempotency_key?: string | undefined
}

export interface WriteOffWorkflowInput extends Called {
  kind: WriteOffBody["kind"]
  /** The order whose rest is given up or whose surplus is kept … */
  order_id?: string | undefined
  /** … or the open item of money on account of which a surplus is kept. */
  payment_id?: string | undefined
  /** Only what this row of the order's matrix has open; all of them, in their order, when absent. */
  row?: string | undefined
  /** A decimal string; all that is open when absent. */
  amount?: string | undefined
  reason: string
  /** Refuse when the order has moved on from this version. */
  version?: number | undefined
}

export interface UndoWriteOffInput extends Called {
  write_off_id: string
  reason: string
}

export interface DecideWriteOffInput extends Called {
  request_id: string
  decision: "approve" | "decline"
  reason?: string | undefined
}

/** What a write-off came to, with what the host was told of it. */
export interface WriteOffResult extends WriteOffAnswer {
  host_credit_lines: HostCreditLineView[]
}

const contextOf = ({ actor, cause }: Called) => ({
  actor: actor ?? { type: "system" as const, id: null },
  cause: cause ?? "workflow",
})

/** Writes off in the ledger, in one transaction, or stores a request for a second person. */
export const writeOffStep = createStep(
  "reconciliation-write-off",
  async (input: WriteOffWorkflowInput, { container }) =>
    new StepResponse(
      await ledgerOf(container).writeOffs.write({
        ...writeOffOf(input),
        reason: input.reason,
        idempotencyKey: input.idempotency_key,
      }),
    ),
)

/** What is written off, as the ledger takes it. */
export function writeOffOf(
  input: Omit<WriteOffWorkflowInput, "reason" | "idempotency_key">,
): Omit<WriteOffCall, "reason" | "idempotencyKey"> {
  const { order_id: orderId, payment_id: paymentId = "", row, kind, amount = null, version } = input
  return {
    target: orderId === undefined ? { paymentId } : { orderId, ...(row !== undefined && { row }) },
    kind,
    amount,
    expectedVersion: version,
    context: contextOf(input),
  }
}

export const undoWriteOffStep = createStep(
  "reconciliation-undo-write-off",
  async (input: UndoWriteOffInput, { container }) => {
    const { writeOffs } = ledgerOf(container)
    const { write_off_id: id, reason, idempotency_key: idempotencyKey } = input
    const call = { id, reason, idempotencyKey, context: contextOf(input) }
    return new StepResponse<WriteOffAnswer>({ write_off: await writeOffs.undo(call), request: null })
  },
)

export const decideWriteOffStep = createStep(
  "reconciliation-decide-write-off",
  async (input: DecideWriteOffInput, { container }) => {
    const { writeOffs } = ledgerOf(container)
    const { request_id: requestId, reason = null, idempotency_key: idempotencyKey } = input
    const call = { requestId, reason, idempotencyKey, context: contextOf(input) }
    return new StepResponse(
      input.decision === "approve" ? await writeOffs.approve(call) : await writeOffs.decline(call),
    )
  },
)

/** Tells the host of what the ledger wrote off of an order, where the store wants that; after the commit. */
export const sendHostCreditsStep = createStep(
  "reconciliation-send-host-credits",
  async (answer: WriteOffAnswer, { container }) => {
    const orderId = answer.write_off?.order_id
    const lines = orderId ? await sendHostCredits(container, [orderId]) : []
    return new StepResponse<WriteOffResult>({ ...answer, host_credit_lines: lines })
  },
)
