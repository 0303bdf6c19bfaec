/**
 * The public HTTP contract of the plugin.
 *
 * Money is always a decimal string with exactly the digits of its currency ("75.00" EUR, "75" JPY,
 * "75.000" KWD). Amounts are never negative except where a field says "signed". Days are ISO dates
 * in the store's accounting time zone, moments are ISO timestamps in UTC.
 */
export type { AllocationExplanation, AllocationReason, NamedItem, Notice } from "./explanation"
export type { DecimalString, MeansView, OpenItemKind } from "./items"
export type { ReconciliationState, UnappliedMoneyPolicy, MatchingCode, CodeLeg } from "./http/states"
export type { MatrixColumn, MatrixAdjustment, MatrixRow, MatrixCell } from "./http/matrix"
export type { OrderAnswer, UnreadOrder, OrderReconciliation } from "./http/orders"
export type {
  PaymentPlanView,
  InstalmentState,
  InstalmentView,
  ListedInstalment,
  PlanPaymentsBody,
} from "./http/instalments"
export type { PlannedAllocation, AllocationPlanLeftover, AllocationPlanView } from "./http/allocation-plans"
export type { OpenItemView } from "./http/items"
export type { AccountSummaryView, AccountView } from "./http/accounts"
export type { RecordPaymentBody, ReversePaymentBody, ReversalView, RefundView } from "./http/payments"
export type { WriteOffBody, WriteOffView, HostCreditLineView, WriteOffRequestView } from "./http/write-offs"
export type { ErrorBody } from "./http/errors"
