import type { Conditions } from "./list-instalments.sql"

/** What is to come; of that, what is late, failed or not; and what was paid. */
export type InstalmentsView = "open" | "late" | "failed" | "paid"

/** Of what is to come: what is neither late nor failed, what is late, and what failed. */
export type ListedState = "upcoming" | "overdue" | "failed"

/** Whose instalments are sought: those of some owners, and of some orders. */
export interface SoughtInstalments {
  readonly customerIds: readonly string[]
  readonly companyIds: readonly string[]
  readonly orderIds: readonly string[]
}

/** Which instalments a list has; what is absent narrows nothing. */
export interface InstalmentsWanted {
  /** `open` when absent. What failed and has a day that is past is both late and failed. */
  readonly view?: InstalmentsView | undefined
  readonly state?: ListedState | undefined
  /** Days, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly customerId?: string | undefined
  readonly sought?: SoughtInstalments | undefined
}

type Given = (value: unknown, type: string) => string

/** @param today the day in the accounting time zone */
export function conditionsOf(wanted: InstalmentsWanted, today: string): Conditions {
  const parameters: unknown[] = []
  const given: Given = (value, type) => `$${parameters.push(value)}::${type}`
  const { customerId, sought, from, to } = wanted
  const ofOrders = [
    ...(customerId === undefined
      ? []
      : [`a.owner_type = 'customer' and a.owner_id = ${given(customerId, "text")}`]),
    ...(sought ? [soughtBy(sought, given)] : []),
  ]
  const isFuture = wanted.state === "upcoming"
  const ofInstalments = [
    ...(wanted.view === "failed" || wanted.state === "failed" ? ["s.failed"] : []),
    ...(isFuture || wanted.state === "overdue" ? ["not s.failed"] : []),
    ...(wanted.view === "late" || wanted.state === "overdue" ? [`s.due_on < ${given(today, "date")}`] : []),
    ...(isFuture ? [`s.due_on >= ${given(today, "date")}`] : []),
    ...(from === undefined ? [] : [`s.due_on >= ${given(from, "date")}`]),
    ...(to === undefined ? [] : [`s.due_on <= ${given(to, "date")}`]),
  ]
  const isRare = ofOrders.length > 0 || wanted.view === "failed" || wanted.state === "failed"
  const since = from ?? (isFuture ? today : null)
  return {
    ofOrders: all(ofOrders),
    ofInstalments: all(ofInstalments),
    parameters,
    since: isRare ? undefined : since,
  }
}

const all = (conditions: readonly string[]): string => conditions.join(" and ") || "true"

const soughtBy = ({ customerIds, companyIds, orderIds }: SoughtInstalments, given: Given): string =>
  `(a.owner_type = 'customer' and a.owner_id = any(${given(customerIds, "text[]")})
    or a.owner_type = 'company' and a.owner_id = any(${given(companyIds, "text[]")})
    or d.order_id = any(${given(orderIds, "text[]")}))`
