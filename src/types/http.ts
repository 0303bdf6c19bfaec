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
export type { MatrixColumn, MatrixAdjustment, RowPart, MatrixRow, MatrixCell } from "./http/matrix"
export type {
  LedgerItemView,
  LiveAllocationView,
  OrderAnswer,
  OrderReconciliation,
  UnreadOrder,
} from "./http/orders"
export type {
  PaymentPlanView,
  InstalmentState,
  InstalmentView,
  ListedInstalment,
  PlanPaymentsBody,
  PlanPreview,
} from "./http/instalments"
export type { DueBody, DueView, GiveTermsBody, RedatedRowView, TermsPreview, TermsView } from "./http/terms"
export type {
  AllocationPlanLeftover,
  AllocationPlanView,
  PlannedAllocation,
  ReleasedAllocation,
} from "./http/allocation-plans"
export type { CheckView, FindingView, OrderDiagnosis, RebuildView, RepairView } from "./http/checks"
export type { OpenItemView } from "./http/items"
export type {
  AccountOwnerView,
  AccountSummaryView,
  AccountView,
  ListedAccountView,
  PlannedPaymentView,
  UnappliedView,
} from "./http/accounts"
export type { OwnerType } from "./http/owner"
export type {
  BroughtView,
  EndMembershipBody,
  JoinBody,
  MembershipChangeView,
  MembershipOwnerView,
  MembershipView,
} from "./http/owners"
export type { AccountTransactionView, TransactionKind, UndoableAct } from "./http/transactions"
export type {
  InstalmentSumView,
  InstalmentTotalsView,
  ListedInstalmentView,
  ListedOrder,
  ListedOwnerView,
  ListedStep,
  ListedSumView,
  ListedTransactionView,
  ListedView,
  ListedViewTotals,
  UnreconciledTotalsView,
  WhyOpen,
} from "./http/lists"
export type {
  AgeingView,
  OverviewSentence,
  OverviewView,
  RuleQuality,
  SumInCurrency,
  WaitingView,
} from "./http/overview"
export type { AddAttachmentBody, AttachmentView } from "./http/attachments"
export type { AddNoteBody, NoteView, NotedAt, NotedBy, ShownNoteView } from "./http/notes"
export type { OrderOfCode, MatchingCodeView, CodePayer, CodeDebt, CodeLink } from "./http/codes"
export type {
  FinishSetUpBody,
  SaveSetUpBody,
  SetUpDone,
  SetUpDraft,
  SetUpExampleLine,
  SetUpExampleOrder,
  SetUpExamples,
  SetUpOpeningRow,
  SetUpStep,
  SetUpView,
} from "./http/set-up"
export type { OrderReaderView, QueueView, StatusView } from "./http/status"
export type { ReceiptView } from "./http/receipts"
export type {
  DocumentNumberKind,
  DocumentNumberView,
  GivenDocumentNumberView,
  GiveDocumentNumberBody,
} from "./http/document-numbers"
export type {
  RefundablePaymentView,
  RefundedRowView,
  RefundPreview,
  RefundView,
  ReversalView,
  ReversePaymentBody,
} from "./http/payments"
export type {
  ApplyPreview,
  ApplyUnappliedBody,
  LookalikeView,
  MadeDifferenceView,
  OrdersPaid,
  PaidLineView,
  PaidOrderView,
  PaymentPreview,
  PaymentRowBody,
  PaymentRowView,
  RecordedPaymentsView,
  RecordedPaymentView,
  RecordPaymentBody,
  RecordPaymentsBody,
  TickedOrderBody,
} from "./http/record-payment"
export type {
  OpeningBalanceRowBody,
  OpeningBalanceRowView,
  OpeningBalanceSumView,
  OpeningBalanceView,
  OpeningDirection,
  PaidOpeningBalanceView,
  PayOpeningBalanceBody,
  PostedOpeningBalancesView,
  PostOpeningBalancesBody,
  UndoneOpeningBalanceView,
  UndoOpeningBalanceBody,
} from "./http/opening-balances"
export type {
  WriteOffBody,
  WriteOffView,
  HostCreditLineView,
  ListedWriteOffRequestView,
  WriteOffPreview,
  WriteOffRequestView,
  WrittenOffRowView,
} from "./http/write-offs"
export type {
  AllocationMove,
  AllocationsChangeView,
  AllocationsPreview,
  DeleteAllocationsBody,
  EditAllocationsBody,
  EditedCell,
  HistoryEntry,
  KeptMove,
  OrderEffect,
  PlannedMove,
  TouchedOrder,
  UndoChangeBody,
} from "./http/edits"
export type { MirrorOrdersBody, MirrorRefusal, MirrorState, MirrorView, UnmirroredView } from "./http/mirrors"
export type {
  AccountEffect,
  MoneyEffects,
  MoneyMoveView,
  MoveMoneyBody,
  PayBackBody,
  PayBackView,
  ReversalPreview,
  UndoBody,
  UndoMoveBody,
  UndoneMoveView,
  UndonePayBackView,
  UndoneReversalView,
} from "./http/money"
export type { ErrorBody } from "./http/errors"
export type {
  RunAmounts,
  RunCounts,
  RunKind,
  RunLaterView,
  RunLeftView,
  RunMoveView,
  RunOrderLeftView,
  RunPreview,
  RunScope,
  RunState,
  RunView,
  StartRunBody,
  UndoRunBody,
} from "./http/runs"
export type {
  ChangeSettingsBody,
  SeriesView,
  SettingChange,
  SettingEffect,
  SettingHistoryEntry,
  SettingPreview,
  SettingsPreview,
  SettingsView,
  SettingValue,
  SettingView,
} from "./http/settings"
export type { AuditedOrder, AuditFinding, AuditGroup, AuditKind, AuditPage } from "./http/audit"
