/** Where an order's matrix has a page of its own, below the admin's root. */
export const reconciliationPath = (orderId: string): string =>
  `/reconciliation/orders/${encodeURIComponent(orderId)}`

/** The host's own page of an order. */
export const hostOrderPath = (orderId: string): string => `/orders/${encodeURIComponent(orderId)}`

/** What needs a person, and how well money places itself. */
export const overviewPath = "/reconciliation"

/** What the shop's records say against each other. */
export const auditPath = "/reconciliation/audit"

/** What is not fully reconciled, of all accounts. */
export const unreconciledPath = "/reconciliation/unreconciled"

/** The list of all transactions. */
export const transactionsPath = "/reconciliation/transactions"

/** Planned payments of all accounts. */
export const instalmentsPath = "/reconciliation/instalments"

/** Runs over many accounts. */
export const runsPath = "/reconciliation/runs"

/** What the last check of the books found. */
export const checksPath = "/reconciliation/checks"

/** The page of a run. */
export const runPath = (id: string): string => `${runsPath}/${encodeURIComponent(id)}`

/** The same, with the question whether to undo it. */
export const undoRunPath = (id: string): string => `${runPath(id)}?undo`

/** The list of runs, with a new one begun over it, which may be of some accounts alone. */
export const newRunPath = (accounts: readonly string[] = []): string =>
  `${runsPath}?new${accounts.length === 0 ? "" : `&accounts=${accounts.join()}`}`

/** The list of accounts. */
export const accountsPath = "/reconciliation/accounts"

/** The page of an account. */
export const accountPath = (accountId: string): string => `${accountsPath}/${encodeURIComponent(accountId)}`

/** Money that the store's own orders do not count yet. */
export const mirrorsPath = "/reconciliation/mirrors"

/** Of that, what they refuse to count. */
export const refusedMirrorsPath = `${mirrorsPath}?state=refused`

/** The page of a matching code. */
export const codePath = (accountId: string, rank: number): string =>
  `/reconciliation/accounts/${accountId}/codes/${rank}`

/** A receipt, to be read and printed. */
export const receiptPath = (number: string): string =>
  `/reconciliation/receipts/${encodeURIComponent(number)}`

/** Where many payments are recorded at once, also for customers who have no account yet; in a currency that may be asked there. */
export const batchPath = (currencyCode = ""): string =>
  `/reconciliation/payments/batch?currency=${encodeURIComponent(currencyCode.toLowerCase())}`

/** What a shop answers before the ledger goes live. */
export const setUpPath = "/reconciliation/set-up"
