export {
  reconcileOrdersWorkflow,
  type ReconcileOrdersInput,
} from "./reconcile-orders/workflows/reconcile-orders"
export { recordPaymentWorkflow } from "./record-payment/workflows/record-payment"
export { recordPaymentsWorkflow } from "./record-payment/workflows/record-payments"
export type { RecordPaymentsInput } from "./record-payment/rows"
export { applyUnappliedWorkflow } from "./record-payment/workflows/apply-unapplied"
export type { ApplyUnappliedInput } from "./record-payment/steps/apply-unapplied"
export type { RecordPaymentInput } from "./record-payment/steps/record-payment"
export { refundLinesWorkflow } from "./refund-lines/workflows/refund-lines"
export type { RefundLinesInput } from "./refund-lines/steps/refund-rows"
export { reconcileAccountWorkflow } from "./reconcile-account/workflows/reconcile-account"
export type { ReconcileAccountInput } from "./reconcile-account/steps/reconcile-account"
export { planPaymentsWorkflow } from "./plan-payments/workflows/plan-payments"
export { planPaymentsStep, type PlanPaymentsInput } from "./plan-payments/steps/plan-payments"
export { giveTermsWorkflow } from "./give-terms/workflows/give-terms"
export type { GiveTermsInput } from "./give-terms/steps/give-terms"
export { cancelPlanWorkflow } from "./plan-payments/workflows/cancel-plan"
export type { CancelPlanInput } from "./plan-payments/steps/cancel-plan"
export { changeInstalmentWorkflow } from "./change-instalment/workflows/change-instalment"
export type { ChangeInstalmentInput } from "./change-instalment/steps/change-instalment"
export { reverseMoneyWorkflow } from "./reverse-money/workflows/reverse-money"
export type { ReverseMoneyInput } from "./reverse-money/steps/reverse-money"
export { writeOffWorkflow } from "./write-off/workflows/write-off"
export { undoWriteOffWorkflow } from "./write-off/workflows/undo-write-off"
export { decideWriteOffWorkflow } from "./write-off/workflows/decide-write-off"
export type {
  DecideWriteOffInput,
  UndoWriteOffInput,
  WriteOffWorkflowInput,
} from "./write-off/steps/write-off"
export { editAllocationsWorkflow } from "./edit-allocations/workflows/edit-allocations"
export { deleteAllocationsWorkflow } from "./edit-allocations/workflows/delete-allocations"
export { undoChangeWorkflow } from "./edit-allocations/workflows/undo-change"
export type {
  DeleteAllocationsInput,
  EditAllocationsInput,
  UndoChangeInput,
} from "./edit-allocations/steps/edit-allocations"
export { mirrorOrderWorkflow } from "./mirror/workflows/mirror-order"
export type { MirrorOrderInput } from "./mirror/steps/mirror-order"
export { takeUpMirrorsWorkflow } from "./mirror/workflows/take-up-mirrors"
export { retryMirrorWorkflow } from "./mirror/workflows/retry-mirror"
export type { RetryMirrorInput, TakeUpMirrorsInput } from "./mirror/steps/take-up-mirrors"
export { moveMoneyWorkflow } from "./money/workflows/move-money"
export { undoMoveWorkflow } from "./money/workflows/undo-move"
export { payBackWorkflow } from "./money/workflows/pay-back"
export { undoPayBackWorkflow } from "./money/workflows/undo-pay-back"
export { undoReversalWorkflow } from "./money/workflows/undo-reversal"
export type {
  MoveMoneyInput,
  PayBackInput,
  UndoMoveInput,
  UndoPayBackInput,
  UndoReversalInput,
} from "./money/inputs"
export { joinOwnerWorkflow } from "./owners/workflows/join-owner"
export { endMembershipWorkflow } from "./owners/workflows/end-membership"
export type { EndMembershipInput, JoinOwnerInput } from "./owners/inputs"
export { addNoteWorkflow } from "./notes/workflows/add-note"
export { checkTransactionWorkflow } from "./notes/workflows/check-transaction"
export { takeNoteBackWorkflow } from "./notes/workflows/take-note-back"
export type { AddNoteInput, CheckTransactionInput, TakeNoteBackInput } from "./notes/inputs"
export { giveDocumentNumberWorkflow } from "./document-numbers/workflows/give-document-number"
export type { GiveDocumentNumberInput } from "./document-numbers/steps/give-document-number"
export { startRunWorkflow } from "./runs/workflows/start-run"
export { cancelRunWorkflow } from "./runs/workflows/cancel-run"
export { undoRunWorkflow } from "./runs/workflows/undo-run"
export type { CancelRunInput, StartRunInput, UndoRunInput } from "./runs/inputs"
