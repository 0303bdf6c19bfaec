import { redated, type Deliveries } from "../domain/terms/falling-due"
import { isSameTerms, type Terms } from "../domain/terms/terms"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { change } from "../ledger/envelope"
import type { Request } from "../ledger/idempotency"
import { lockOrder, type OrderPlace } from "../ledger/lock"
import { givenOf, termsOf } from "../ledger/tables/terms"
import type { CodeSettings } from "../settings/options"

export interface GiveTermsInput {
  readonly orderId: string
  readonly terms: Terms
  /** What of the order was delivered; asked where it falls due by that. */
  readonly deliveries?: Deliveries | undefined
  readonly context: ChangeContext
  /** Refuse when the order has moved on from this version. */
  readonly expectedVersion?: number | undefined
  /** The same key twice gives them once. */
  readonly idempotencyKey?: string | undefined
}

export interface TermsOutcome {
  /** False when the order had these very terms already. */
  readonly changed: boolean
}

/** What is asked for, as its key names it. */
export function termsRequestOf({ orderId, terms, expectedVersion, ...input }: GiveTermsInput): Request {
  const asked = [terms.kind, terms.days, terms.kind === "end_of_month" ? terms.dayOfNextMonth : null]
  const content = [orderId, asked, expectedVersion, input.context.reason]
  return { operation: "give_terms", key: input.idempotencyKey, content }
}

/**
 * Gives an order other terms of payment: what it has open falls due by them, and what it is charged later. What is paid
 * keeps the day that it was paid for.
 *
 * @throws order_not_read | version_stale
 */
export async function giveTerms(
  session: Session,
  { orderId, terms, deliveries, context, expectedVersion }: GiveTermsInput,
  { codes, request }: { readonly codes: CodeSettings; readonly request: Request },
): Promise<TermsOutcome> {
  return change<OrderPlace, TermsOutcome>(session, {
    context,
    codes,
    request,
    expectedVersion,
    lock: async () => lockOrder(session, orderId),
    isDone: async ({ loaded: { document } }) =>
      document.terms && isSameTerms(termsOf(document.terms), terms) ? { changed: false } : undefined,
    plan: async ({ loaded }) => ({
      change: {
        kind: "terms",
        items: [],
        proposals: [],
        origin: "manual",
        terms: givenOf(terms, "person"),
        dueDates: redated(loaded.items, { terms, deliveries: deliveries ?? null }),
      },
      answer: () => ({ changed: true }),
    }),
  })
}
