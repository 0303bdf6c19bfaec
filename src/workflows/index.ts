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
export { confirmOrderWorkflow } from "./confirm-order/workflows/confirm-order"
export type { ConfirmOrderInput } from "./confirm-order/steps/confirm-order"
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
export { postOpeningBalancesWorkflow } from "./opening-balances/workflows/post-opening-balances"
export { payOpeningBalanceWorkflow } from "./opening-balances/workflows/pay-opening-balance"
export { undoOpeningBalanceWorkflow } from "./opening-balances/workflows/undo-opening-balance"
export type {
  PayOpeningBalanceInput,
  PostOpeningBalancesInput,
  UndoOpeningBalanceInput,
} from "./opening-balances/inputs"
export { joinOwnerWorkflow } from "./owners/workflows/join-owner"
export { endMembershipWorkflow } from "./owners/workflows/end-membership"
export type { EndMembershipInput, JoinOwnerInput } from "./owners/inputs"
export { addAttachmentWorkflow } from "./attachments/workflows/add-attachment"
export { takeAttachmentBackWorkflow } from "./attachments/workflows/take-attachment-back"
export type { AddAttachmentInput, TakeAttachmentBackInput } from "./attachments/inputs"
export { addNoteWorkflow } from "./notes/workflows/add-note"
export { checkTransactionWorkflow } from "./notes/workflows/check-transaction"
export { takeNoteBackWorkflow } from "./notes/workflows/take-note-back"
export type { AddNoteInput, CheckTransactionInput, TakeNoteBackInput } from "./notes/inputs"
export { giveDocumentNumberWorkflow } from "./document-numbers/workflows/give-document-number"
export type { GiveDocumentNumberInput } from "./document-numbers/steps/give-document-number"
export { saveSetUpWorkflow } from "./set-up/workflows/save-set-up"
export { finishSetUpWorkflow } from "./set-up/workflows/finish-set-up"
export type { FinishSetUpInput, SaveSetUpInput } from "./set-up/inputs"
export { startRunWorkflow } from "./runs/workflows/start-run"
export { cancelRunWorkflow } from "./runs/workflows/cancel-run"
export { undoRunWorkflow } from "./runs/workflows/undo-run"
export type { CancelRunInput, StartRunInput, UndoRunInput } from "./runs/inputs"
export { changeSettingsWorkflow } from "./settings/workflows/change-settings"
export type { ChangeSettingsInput } from "./settings/inputs"
export { checkLedgerWorkflow } from "./checks/workflows/check-ledger"
export { repairFindingWorkflow } from "./checks/workflows/repair-finding"
export { rebuildOrderWorkflow } from "./checks/workflows/rebuild-order"
export type { CheckLedgerInput, RebuildOrderInput, RepairFindingInput } from "./checks/inputs"
