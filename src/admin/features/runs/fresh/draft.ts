import type { StartRunBody } from "../../../../types/http"

/** Whose accounts: all, those of a customer group, or those that the page before listed. */
export type Who = "all" | "group" | "list"

/** What is chosen and typed of a new run; "" of what is not. */
export interface Draft {
  readonly who: Who
  readonly group: string
  readonly currency: string
  /** Days of the money, YYYY-MM-DD. */
  readonly from: string
  readonly until: string
  /** As typed. */
  readonly limit: string
  /** Only where an amount is exactly one order's balance; that is offered first. */
  readonly isExact: boolean
  /** Else by which rule; "" the store's own. */
  readonly strategy: string
}

export const NEW_DRAFT: Draft = {
  who: "all",
  group: "",
  currency: "",
  from: "",
  until: "",
  limit: "",
  isExact: true,
  strategy: "",
}

/** Whether it is about all accounts, whatever is placed on them. */
export const isOfAll = ({ who, currency, from, until, limit }: Draft): boolean =>
  who === "all" && [currency, from, until, limit].every((chosen) => chosen === "")

/** As many accounts or customers as one run can name. */
export const MOST_NAMED = 500
const LARGEST_LIMIT = 1_000_000

/** Rules that a run can be told to go by; a store's own is only its own. */
export const STRATEGIES = ["oldest_first", "due_date", "pro_rata", "component_priority"] as const

/** What is wrong with a field. */
export type Fault = "daysTurned" | "limitWrong"

export const faultsOf = ({ from, until, limit }: Draft): readonly Fault[] => [
  ...(from !== "" && until !== "" && from > until ? (["daysTurned"] as const) : []),
  ...(limit.trim() === "" || limitOf(limit) !== null ? [] : (["limitWrong"] as const)),
]

function limitOf(typed: string): number | null {
  const text = typed.replaceAll(/[\s\u00A0\u202F.,]/g, "")
  const limit = /^\d{1,7}$/.test(text) ? Number(text) : 0
  return limit >= 1 && limit <= LARGEST_LIMIT ? limit : null
}

interface Chosen {
  /** Customers of the group that is chosen; undefined while they are not known. */
  readonly customers: readonly string[] | undefined
  /** Accounts that the page before listed. */
  readonly accounts: readonly string[]
}

/** What the plugin is asked, to look and to do it; null while something of it is missing or wrong. */
export function bodyOf(draft: Draft, { customers, accounts }: Chosen): StartRunBody | null {
  const { who, currency, from, until, limit, isExact, strategy } = draft
  if (faultsOf(draft).length > 0) return null
  const whose = whoseOf(who, { customers, accounts })
  if (whose === null) return null
  const most = limitOf(limit)
  return {
    ...whose,
    ...(currency !== "" && { currency_code: currency }),
    ...(from !== "" && { from }),
    ...(until !== "" && { until }),
    ...(most !== null && { limit: most }),
    ...(isExact ? { strategy: "exact_match" } : strategy !== "" && { strategy }),
  }
}

function whoseOf(
  who: Who,
  { customers, accounts }: Chosen,
): Pick<StartRunBody, "account_ids" | "customer_ids"> | null {
  if (who === "all") return {}
  if (who === "list") return accounts.length === 0 ? null : { account_ids: [...accounts] }
  const isKnown = customers !== undefined && customers.length > 0 && customers.length <= MOST_NAMED
  return isKnown ? { customer_ids: [...customers] } : null
}

/** Accounts that an address names: "?accounts=12,14". */
export function accountsIn(address: URLSearchParams): string[] {
  const named = (address.get("accounts") ?? "").split(",").filter((id) => /^[1-9]\d{0,17}$/.test(id))
  return [...new Set(named)].slice(0, MOST_NAMED)
}
