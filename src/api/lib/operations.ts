import * as rights from "../admin/reconciliation/rights/route"
import * as order from "../admin/reconciliation/orders/[id]/route"
import * as orderReconcile from "../admin/reconciliation/orders/[id]/reconcile/route"
import * as orderPreview from "../admin/reconciliation/orders/[id]/preview/route"
import * as orderRefunds from "../admin/reconciliation/orders/[id]/refunds/route"
import * as orderRefundsPreview from "../admin/reconciliation/orders/[id]/refunds/preview/route"
import * as orderPlanPreview from "../admin/reconciliation/orders/[id]/plan/preview/route"
import * as orderTermsPreview from "../admin/reconciliation/orders/[id]/terms/preview/route"
import * as orderTerms from "../admin/reconciliation/orders/[id]/terms/route"
import * as orderPlan from "../admin/reconciliation/orders/[id]/plan/route"
import * as orderAllocations from "../admin/reconciliation/orders/[id]/allocations/route"
import * as orderAllocationsPreview from "../admin/reconciliation/orders/[id]/allocations/preview/route"
import * as orderAllocationsDelete from "../admin/reconciliation/orders/[id]/allocations/delete/route"
import * as orderAllocationsDeletePreview from "../admin/reconciliation/orders/[id]/allocations/delete/preview/route"
import * as orderConfirm from "../admin/reconciliation/orders/[id]/confirm/route"
import * as orderUndo from "../admin/reconciliation/orders/[id]/undo/route"
import * as orderUndoPreview from "../admin/reconciliation/orders/[id]/undo/preview/route"
import * as orderHistory from "../admin/reconciliation/orders/[id]/history/route"
import * as paymentAllocationsDelete from "../admin/reconciliation/payments/[id]/allocations/delete/route"
import * as paymentAllocationsDeletePreview from "../admin/reconciliation/payments/[id]/allocations/delete/preview/route"
import * as instalments from "../admin/reconciliation/instalments/route"
import * as instalmentTotals from "../admin/reconciliation/instalments/totals/route"
import * as instalmentPostpone from "../admin/reconciliation/instalments/[id]/postpone/route"
import * as instalmentFail from "../admin/reconciliation/instalments/[id]/fail/route"
import * as instalmentCancel from "../admin/reconciliation/instalments/[id]/cancel/route"
import * as openItems from "../admin/reconciliation/open-items/route"
import * as accounts from "../admin/reconciliation/accounts/route"
import * as account from "../admin/reconciliation/accounts/[id]/route"
import * as accountCode from "../admin/reconciliation/accounts/[id]/codes/[rank]/route"
import * as accountTransactions from "../admin/reconciliation/accounts/[id]/transactions/route"
import * as accountTransactionsCsv from "../admin/reconciliation/accounts/[id]/transactions/csv/route"
import * as audit from "../admin/reconciliation/audit/route"
import * as overview from "../admin/reconciliation/overview/route"
import * as status from "../admin/reconciliation/status/route"
import * as transactions from "../admin/reconciliation/transactions/route"
import * as transactionTotals from "../admin/reconciliation/transactions/totals/route"
import * as transactionNumber from "../admin/reconciliation/transactions/[id]/document-number/route"
import * as accountReconcile from "../admin/reconciliation/accounts/[id]/reconcile/route"
import * as accountPreview from "../admin/reconciliation/accounts/[id]/preview/route"
import * as mirrors from "../admin/reconciliation/mirrors/route"
import * as mirrorsPreview from "../admin/reconciliation/mirrors/preview/route"
import * as mirrorRetry from "../admin/reconciliation/mirrors/[id]/retry/route"
import * as payments from "../admin/reconciliation/payments/route"
import * as paymentsPreview from "../admin/reconciliation/payments/preview/route"
import * as paymentsBatch from "../admin/reconciliation/payments/batch/route"
import * as paymentsBatchPreview from "../admin/reconciliation/payments/batch/preview/route"
import * as accountApply from "../admin/reconciliation/accounts/[id]/apply/route"
import * as accountApplyPreview from "../admin/reconciliation/accounts/[id]/apply/preview/route"
import * as paymentReversals from "../admin/reconciliation/payments/[id]/reversals/route"
import * as receipt from "../admin/reconciliation/receipts/[id]/route"
import * as paymentWriteOffs from "../admin/reconciliation/payments/[id]/write-offs/route"
import * as paymentWriteOffsPreview from "../admin/reconciliation/payments/[id]/write-offs/preview/route"
import * as orderWriteOffs from "../admin/reconciliation/orders/[id]/write-offs/route"
import * as orderWriteOffsPreview from "../admin/reconciliation/orders/[id]/write-offs/preview/route"
import * as writeOffUndo from "../admin/reconciliation/write-offs/[id]/undo/route"
import * as writeOffRequests from "../admin/reconciliation/write-off-requests/route"
import * as writeOffRequestApprove from "../admin/reconciliation/write-off-requests/[id]/approve/route"
import * as writeOffRequestDecline from "../admin/reconciliation/write-off-requests/[id]/decline/route"
import * as paymentReversalsPreview from "../admin/reconciliation/payments/[id]/reversals/preview/route"
import * as reversalUndo from "../admin/reconciliation/payments/[id]/reversals/[number]/undo/route"
import * as reversalUndoPreview from "../admin/reconciliation/payments/[id]/reversals/[number]/undo/preview/route"
import * as paymentMove from "../admin/reconciliation/payments/[id]/move/route"
import * as paymentMovePreview from "../admin/reconciliation/payments/[id]/move/preview/route"
import * as moveUndo from "../admin/reconciliation/moves/[id]/undo/route"
import * as moveUndoPreview from "../admin/reconciliation/moves/[id]/undo/preview/route"
import * as paymentPayBack from "../admin/reconciliation/payments/[id]/pay-back/route"
import * as paymentPayBackPreview from "../admin/reconciliation/payments/[id]/pay-back/preview/route"
import * as payBackUndo from "../admin/reconciliation/pay-backs/[id]/undo/route"
import * as payBackUndoPreview from "../admin/reconciliation/pay-backs/[id]/undo/preview/route"
import * as accountJoin from "../admin/reconciliation/accounts/[id]/join/route"
import * as accountJoinPreview from "../admin/reconciliation/accounts/[id]/join/preview/route"
import * as membershipEnd from "../admin/reconciliation/memberships/[id]/end/route"
import * as membershipEndPreview from "../admin/reconciliation/memberships/[id]/end/preview/route"
import * as openingBalances from "../admin/reconciliation/opening-balances/route"
import * as openingBalancesPreview from "../admin/reconciliation/opening-balances/preview/route"
import * as openingBalancePay from "../admin/reconciliation/opening-balances/[id]/pay/route"
import * as openingBalancePayPreview from "../admin/reconciliation/opening-balances/[id]/pay/preview/route"
import * as openingBalanceUndo from "../admin/reconciliation/opening-balances/[id]/undo/route"
import * as openingBalanceUndoPreview from "../admin/reconciliation/opening-balances/[id]/undo/preview/route"
import * as runs from "../admin/reconciliation/runs/route"
import * as runsPreview from "../admin/reconciliation/runs/preview/route"
import * as run from "../admin/reconciliation/runs/[id]/route"
import * as runResults from "../admin/reconciliation/runs/[id]/results/route"
import * as runLeft from "../admin/reconciliation/runs/[id]/left/route"
import * as runFile from "../admin/reconciliation/runs/[id]/file/route"
import * as runCancel from "../admin/reconciliation/runs/[id]/cancel/route"
import * as runUndo from "../admin/reconciliation/runs/[id]/undo/route"
import * as runUndoPreview from "../admin/reconciliation/runs/[id]/undo/preview/route"
import * as checks from "../admin/reconciliation/checks/route"
import * as check from "../admin/reconciliation/checks/[id]/route"
import * as findingRepair from "../admin/reconciliation/checks/[id]/findings/[finding]/repair/route"
import * as findingRepairPreview from "../admin/reconciliation/checks/[id]/findings/[finding]/repair/preview/route"
import * as orderRebuild from "../admin/reconciliation/orders/[id]/rebuild/route"
import * as orderRebuildPreview from "../admin/reconciliation/orders/[id]/rebuild/preview/route"
import * as orderDiagnosis from "../admin/reconciliation/orders/[id]/diagnosis/route"
import * as suspense from "../admin/reconciliation/suspense/route"
import * as transactionNotes from "../admin/reconciliation/transactions/[id]/notes/route"
import * as transactionNoteTakeBack from "../admin/reconciliation/transactions/[id]/notes/[note_id]/take-back/route"
import * as transactionAttachments from "../admin/reconciliation/transactions/[id]/attachments/route"
import * as transactionAttachmentFile from "../admin/reconciliation/transactions/[id]/attachments/[attachment_id]/file/route"
import * as transactionAttachmentTakeBack from "../admin/reconciliation/transactions/[id]/attachments/[attachment_id]/take-back/route"
import * as transactionChecked from "../admin/reconciliation/transactions/[id]/checked/route"
import * as settings from "../admin/reconciliation/settings/route"
import * as settingsPreview from "../admin/reconciliation/settings/preview/route"
import * as settingsHistory from "../admin/reconciliation/settings/history/route"
import * as setUp from "../admin/reconciliation/set-up/route"
import * as setUpFinish from "../admin/reconciliation/set-up/finish/route"
import * as setUpExamples from "../admin/reconciliation/set-up/examples/route"
import type { Declaration, DeclaredRoute } from "./route"

export { isMutating } from "./route"

/** A route as the description of the routes and their checks see it: its path is whole. */
export interface Operation extends Declaration {
  /** Statuses of its refusals. */
  readonly errors: readonly number[]
}

type RouteFile = Readonly<Partial<Record<"GET" | "POST" | "PUT" | "DELETE", DeclaredRoute>>>

/** Every file of a route; a test holds this list against the folders. */
const FILES: readonly RouteFile[] = [
  rights,
  order,
  orderReconcile,
  orderPreview,
  orderRefunds,
  orderRefundsPreview,
  orderPlan,
  orderPlanPreview,
  orderTerms,
  orderTermsPreview,
  orderAllocations,
  orderAllocationsPreview,
  orderAllocationsDelete,
  orderAllocationsDeletePreview,
  orderConfirm,
  orderUndo,
  orderUndoPreview,
  orderHistory,
  orderRebuild,
  orderRebuildPreview,
  orderDiagnosis,
  instalments,
  instalmentTotals,
  instalmentPostpone,
  instalmentFail,
  instalmentCancel,
  openItems,
  audit,
  overview,
  status,
  transactions,
  transactionTotals,
  transactionNotes,
  transactionNoteTakeBack,
  transactionAttachments,
  transactionAttachmentFile,
  transactionAttachmentTakeBack,
  transactionChecked,
  transactionNumber,
  accounts,
  account,
  accountTransactions,
  accountTransactionsCsv,
  accountCode,
  accountReconcile,
  accountPreview,
  mirrors,
  mirrorsPreview,
  mirrorRetry,
  accountApply,
  accountApplyPreview,
  payments,
  paymentsPreview,
  paymentsBatch,
  paymentsBatchPreview,
  paymentReversals,
  paymentAllocationsDelete,
  paymentAllocationsDeletePreview,
  receipt,
  paymentWriteOffs,
  paymentWriteOffsPreview,
  orderWriteOffs,
  orderWriteOffsPreview,
  writeOffUndo,
  writeOffRequests,
  writeOffRequestApprove,
  writeOffRequestDecline,
  paymentReversalsPreview,
  reversalUndo,
  reversalUndoPreview,
  paymentMove,
  paymentMovePreview,
  moveUndo,
  moveUndoPreview,
  paymentPayBack,
  paymentPayBackPreview,
  payBackUndo,
  payBackUndoPreview,
  accountJoin,
  accountJoinPreview,
  membershipEnd,
  membershipEndPreview,
  openingBalances,
  openingBalancesPreview,
  openingBalancePay,
  openingBalancePayPreview,
  openingBalanceUndo,
  openingBalanceUndoPreview,
  runs,
  runsPreview,
  run,
  runResults,
  runLeft,
  runFile,
  runCancel,
  runUndo,
  runUndoPreview,
  checks,
  check,
  findingRepair,
  findingRepairPreview,
  suspense,
  settings,
  settingsPreview,
  settingsHistory,
  setUp,
  setUpFinish,
  setUpExamples,
]

/** Every route of the plugin, as its file declares it. */
export const OPERATIONS: readonly Operation[] = FILES.flatMap((file) =>
  Object.values(file).map(({ declaration }) => ({
    ...declaration,
    path: `/admin/reconciliation/${declaration.path}`,
    errors: errorsOf(declaration),
  })),
)

function errorsOf(declaration: Declaration): number[] {
  const { path, findsByBody } = declaration
  const finds = path.includes("{") || findsByBody === true
  // A preview does what it is a preview of, so it meets the same conflicts.
  return [400, 401, 403, ...(finds ? [404] : []), ...(declaration.method === "get" ? [] : [409])]
}
