import type { DocumentHistory } from "../domain/posting/document-state"
import { isCharge } from "../domain/open-item"
import type { OrderTerms } from "../domain/terms/falling-due"
import { termsFor, type TermsRule } from "../domain/terms/terms-rule"
import type { LoadedDocument } from "../ledger/documents"
import type { Account } from "../ledger/rows"
import { givenOf, termsOf, type GivenTerms } from "../ledger/tables/terms"

export interface TermsInForce extends OrderTerms {
  /** To be kept with the order, where a rule has only now given them. */
  readonly given?: GivenTerms | undefined
}

/**
 * The terms that an order has, or that a rule gives it now: once, when its lines come to the ledger, so that another rule
 * of tomorrow changes no order of today.
 */
export function termsInForce(
  { document, items }: LoadedDocument,
  { termsFacts, ...history }: DocumentHistory,
  { account, rules }: { readonly account: Account | null; readonly rules: readonly TermsRule[] },
): TermsInForce | undefined {
  const deliveries = history.deliveries ?? null
  if (document.terms) return { terms: termsOf(document.terms), deliveries }
  if (!termsFacts || items.some(isCharge)) return undefined
  const companyId = account?.ownerType === "company" ? account.ownerId : null
  const terms = termsFor(rules, { ...termsFacts, companyId })
  return terms ? { terms, deliveries, given: givenOf(terms, "rule") } : undefined
}
