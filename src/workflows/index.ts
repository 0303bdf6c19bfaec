export {
  reconcileOrdersWorkflow,
  type ReconcileOrdersInput,
} from "./reconcile-orders/workflows/reconcile-orders"
export { recordPaymentWorkflow } from "./record-payment/workflows/record-payment"
export type { RecordPaymentInput } from "./record-payment/steps/record-payment"
export { reconcileAccountWorkflow } from "./reconcile-account/workflows/reconcile-account"
export type { ReconcileAccountInput } from "./reconcile-account/steps/reconcile-account"
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
