import type { Terms } from "./terms"

/** Whom and what terms are for; everything that is named must fit, and what is not named fits everybody. */
export interface TermsRule {
  readonly customerGroups: readonly string[] | null
  readonly companies: readonly string[] | null
  readonly providers: readonly string[] | null
  readonly salesChannels: readonly string[] | null
  readonly terms: Terms
}

/** What rules ask of an order; ids. */
export interface TermsFacts {
  readonly customerGroupIds: readonly string[]
  /** The company whose account the order is on. */
  readonly companyId: string | null
  /** Providers of the order's payments, also of those that wait. */
  readonly providerIds: readonly string[]
  readonly salesChannelId: string | null
}

/** The terms of the first rule that fits an order; null where none does, and then it is due at once. */
export function termsFor(rules: readonly TermsRule[], facts: TermsFacts): Terms | null {
  return rules.find((rule) => fits(rule, facts))?.terms ?? null
}

function fits(rule: TermsRule, facts: TermsFacts): boolean {
  const { companyId, salesChannelId } = facts
  return (
    isAmong(rule.customerGroups, facts.customerGroupIds) &&
    isAmong(rule.companies, companyId === null ? [] : [companyId]) &&
    isAmong(rule.providers, facts.providerIds) &&
    isAmong(rule.salesChannels, salesChannelId === null ? [] : [salesChannelId])
  )
}

const isAmong = (wanted: readonly string[] | null, has: readonly string[]): boolean =>
  wanted === null || wanted.some((one) => has.includes(one))
