import type { ListedOrder, ListedView, ReconciliationState } from "../../../types/http"
import type { Conditions } from "./list-transactions.sql"

/** Which transactions of the store's accounts a list has; what is absent narrows nothing. */
export interface TransactionsWanted {
  readonly unreconciled: boolean
  readonly view?: ListedView | undefined
  readonly kind?: string | undefined
  readonly currencyCode?: string | undefined
  readonly salesChannelId?: string | undefined
  readonly accountId?: string | undefined
  readonly state?: ReconciliationState | undefined
  /** The GL account that its items stand on. */
  readonly glAccount?: string | undefined
  /** Of the transactions whose state no row tells, those that are in the state. */
  readonly inState?: readonly string[] | undefined
  /** Only those that are marked to be checked. */
  readonly toCheck?: boolean | undefined
  /** Days, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Only of these: what somebody searched for. */
  readonly among?: FoundTransactions | undefined
}

/** What a search found: everything of some accounts, and single transactions by their numbers. */
export interface FoundTransactions {
  readonly accountIds: readonly string[]
  readonly numbers: readonly string[]
}

export interface TransactionsPage extends TransactionsWanted {
  readonly sort: ListedOrder
  /** The `nextCursor` of the page before. */
  readonly cursor?: string | undefined
  readonly limit: number
}

/** @param today the day in the accounting time zone */
export function conditionsOf(wanted: TransactionsWanted, today: string): Conditions {
  const parameters: unknown[] = []
  const given = (value: unknown, type: string): string => `$${parameters.push(value)}::${type}`
  const gl = wanted.glAccount === undefined ? undefined : given(wanted.glAccount, "text")
  const all = [
    wanted.unreconciled ? "t.unreconciled" : "true",
    ...(wanted.view ? [IN_VIEW[wanted.view](() => given(today, "date"))] : []),
    ...equals("t.kind", wanted.kind, given),
    ...equals("t.currency_code", wanted.currencyCode, given),
    ...equals("t.sales_channel_id", wanted.salesChannelId, given),
    ...(wanted.accountId === undefined ? [] : [`t.account_id = ${given(wanted.accountId, "bigint")}`]),
    ...(gl === undefined ? [] : [`t.gl_account = ${gl}`]),
    ...stateOf(wanted, given, today),
    ...(wanted.toCheck ? ["t.to_check"] : []),
    ...daysOf(wanted, given),
    ...(wanted.among
      ? [
          `(t.account_id = any(${given(wanted.among.accountIds, "bigint[]")}) or t.id = any(${given(wanted.among.numbers, "bigint[]")}))`,
        ]
      : []),
  ]
  return {
    text: all.join(" and "),
    parameters,
    within: sharedBy(wanted),
    led: gl === undefined ? undefined : ["t.gl_account", gl],
  }
}

function sharedBy({ accountId, currencyCode }: TransactionsWanted): Conditions["within"] {
  if (accountId !== undefined) return "account"
  return currencyCode === undefined ? "store" : "currency"
}

type Given = (value: unknown, type: string) => string

/** The most urgent first. */
export const VIEWS: readonly ListedView[] = [
  "contradictions",
  "taken_back",
  "overdue",
  "to_place",
  "owed",
  "not_due",
]

/** What each view of the list of what is unreconciled has; none has what another one has. */
const IN_VIEW: Readonly<Record<ListedView, (today: () => string) => string>> = {
  contradictions: () => "t.contradicts",
  taken_back: () => "t.view = 'taken_back'",
  overdue: (today) => `t.view = 'owed' and not t.contradicts and t.due_on < ${today()}`,
  to_place: () => "t.view = 'to_place'",
  owed: () => "t.view = 'owed' and not t.contradicts and t.due_on is null",
  not_due: (today) => `t.view = 'owed' and not t.contradicts and t.due_on >= ${today()}`,
}

const equals = (column: string, value: string | undefined, given: Given): string[] =>
  value === undefined ? [] : [`${column} = ${given(value, "text")}`]

/**
 * A state that a day may end is that day's: an order stands as planned until then. What no row tells was asked before; nearly
 * always there is none, and then the index alone says which rows there are.
 */
function stateOf({ state, inState = [] }: TransactionsWanted, given: Given, today: string): string[] {
  if (state === undefined) return []
  const day = (): string => given(today, "date")
  const told =
    state === "planned"
      ? `t.planned_until >= ${day()}`
      : state === "full" || state === "error"
        ? `t.state = ${given(state, "text")}`
        : `t.state = ${given(state, "text")} and (t.planned_until is null or t.planned_until < ${day()})`
  const sure = `${told} and not t.plan_unsure`
  return [inState.length === 0 ? sure : `(${sure} or t.id = any(${given(inState, "bigint[]")}))`]
}

/** The index is by moment: a day lies within a day and a half of it in any time zone. */
function daysOf({ from, to }: TransactionsWanted, given: Given): string[] {
  const near = (day: string, sign: string, days: number): string =>
    `t.happened_at ${sign} (${given(day, "date")} ${days < 0 ? "-" : "+"} ${Math.abs(days)})::timestamp at time zone 'UTC'`
  return [
    ...(from === undefined ? [] : [`t.happened_on >= ${given(from, "date")}`, near(from, ">=", -1)]),
    ...(to === undefined ? [] : [`t.happened_on <= ${given(to, "date")}`, near(to, "<", 3)]),
  ]
}
