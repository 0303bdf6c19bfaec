export {
  reconcileOrdersWorkflow,
  type ReconcileOrdersInput,
} from "./reconcile-orders/workflows/reconcile-orders"
export { recordPaymentWorkflow } from "./record-payment/workflows/record-payment"
export type { RecordPaymentInput } from "./record-payment/steps/record-payment"
export { refundLinesWorkflow } from "./refund-lines/workflows/refund-lines"
export type { RefundLinesInput } from "./refund-lines/steps/refund-rows"
export { reconcileAccountWorkflow } from "./reconcile-account/workflows/reconcile-account"
export type { ReconcileAccountInput } from "./reconcile-account/steps/reconcile-account"
export { planPaymentsWorkflow } from "./plan-payments/workflows/plan-payments"
export { planPaymentsStep, type PlanPaymentsInput } from "./plan-payments/steps/plan-payments"
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
