import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { EditAllocations } from "../../../modules/reconciliation/edits/edit-allocations"
import type { TakeBackCall } from "../../../modules/reconciliation/edits/take-back"
import type { DeleteAllocationsBody, EditAllocationsBody, UndoChangeBody } from "../../../types/http"
import { ledgerOf } from "../../ledger-of"

interface Called {
  actor?: { type: "system" | "user" | "api-key"; id: string | null } | undefined
  /** What set it off; kept in the journal. Default "workflow". */
  cause?: string | undefined
  /** The same key twice does it once. */
  idempotency_key?: string | undefined
}

export interface EditAllocationsInput extends Called, EditAllocationsBody {
  order_id: string
}

/** What is taken back: of an order all or some columns, or of a payment, deposit, credit or refund wherever it stands. */
export type DeleteAllocationsInput = Called &
  Pick<DeleteAllocationsBody, "cascade" | "reason"> &
  (
    | { order_id: string; columns?: string[] | undefined; version: number }
    | { payment_id: string; version?: number | undefined }
  )

export interface UndoChangeInput extends Called, UndoChangeBody {
  order_id: string
}

const contextOf = ({ actor, cause, reason }: Called & { reason?: string | undefined }) => ({
  actor: actor ?? { type: "system" as const, id: null },
  cause: cause ?? "workflow",
  reason,
})

/** What the service is asked of an edit; the preview asks the same. */
export const editOf = (input: EditAllocationsInput): EditAllocations => ({
  orderId: input.order_id,
  expectedVersion: input.version,
  cells: input.cells,
  context: contextOf(input),
  idempotencyKey: input.idempotency_key,
})

/** What the service is asked of a deletion; the preview asks the same. */
export const deletionOf = (input: DeleteAllocationsInput): TakeBackCall => ({
  target:
    "payment_id" in input
      ? { paymentId: input.payment_id }
      : { orderId: input.order_id, columns: input.columns },
  cascade: input.cascade === true,
  expectedVersion: input.version,
  context: contextOf(input),
  idempotencyKey: input.idempotency_key,
})

/** What the service is asked of an undo; the preview asks the same. */
export const undoOf = (input: UndoChangeInput): TakeBackCall => ({
  target: { orderId: input.order_id, changeId: input.change_id },
  cascade: input.cascade === true,
  expectedVersion: input.version,
  context: contextOf(input),
  idempotencyKey: input.idempotency_key,
})

export const editAllocationsStep = createStep(
  "reconciliation-edit-allocations",
  async (input: EditAllocationsInput, { container }) =>
    new StepResponse(await ledgerOf(container).edits.edit(editOf(input))),
)

export const deleteAllocationsStep = createStep(
  "reconciliation-delete-allocations",
  async (input: DeleteAllocationsInput, { container }) =>
    new StepResponse(await ledgerOf(container).edits.takeBack(deletionOf(input))),
)

export const undoChangeStep = createStep(
  "reconciliation-undo-change",
  async (input: UndoChangeInput, { container }) =>
    new StepResponse(await ledgerOf(container).edits.takeBack(undoOf(input))),
)
