import { accountNotFound } from "../../modules/reconciliation/ledger/documents"

/** An account's id from a path. @throws account_not_found */
export function accountIdOf(text: string | undefined): string {
  if (text !== undefined && /^\d{1,18}$/.test(text)) return text
  throw accountNotFound(String(text).slice(0, 40))
}
