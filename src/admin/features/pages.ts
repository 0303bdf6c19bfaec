/**
 * The pages that the sidebar leads to, and those that they lead to. A person goes to and fro between them: loaded at once they
 * weigh less than one by one. The order's page is larger than any, is opened from orders, and loads by itself.
 */
export { default as AccountPage } from "./account/account-page"
export { default as AccountList } from "./account/list/account-list"
export { default as CodePage } from "./code/code-page"
export { default as InstalmentsPage } from "./lists/instalments/instalments-page"
export { default as TransactionsPage } from "./lists/transactions-page"
export { default as UnreconciledPage } from "./lists/unreconciled-page"
export { default as MirrorsPage } from "./mirrors/mirrors-page"
export { default as OverviewPage } from "./overview/overview-page"
export { default as ReceiptPage } from "./receipt/receipt-page"
export { default as BatchPage } from "./record-payment/batch/batch-page"
export { default as RunsPage } from "./runs/list/runs-page"
export { default as RunPage } from "./runs/run/run-page"
