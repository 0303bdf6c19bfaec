export {
  reconcileOrdersWorkflow,
  type ReconcileOrdersInput,
} from "./reconcile-orders/workflows/reconcile-orders"
export { recordPaymentWorkflow } from "./record-payment/workflows/record-payment"
export type { RecordPaymentInput } from "./record-payment/steps/record-payment"
export { refundLinesWorkflow, type RefundLinesInput } from "./refund-lines/workflows/refund-lines"
export { reconcileAccountWorkflow } from "./reconcile-account/workflows/reconcile-account"
export type { ReconcileAccountInput } from "./reconcile-account/steps/reconcile-account"
