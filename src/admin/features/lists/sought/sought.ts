import type { ListedView, ReconciliationState, TransactionKind } from "../../../../types/http"
import { MOST_PAGES } from "../../../lib/most-pages"

/** Which list: what is not fully reconciled, or everything. */
export type Show = "unreconciled" | "all"

export const VIEWS = [
  "all",
  "to_place",
  "overdue",
  "taken_back",
  "contradictions",
  "owed",
  "not_due",
] as const satisfies readonly ("all" | ListedView)[]
export type View = (typeof VIEWS)[number]

export const SORTS = ["newest", "oldest", "largest", "smallest", "owner"] as const
export type Sort = (typeof SORTS)[number]

export const PRESETS = ["month", "30", "90", "year"] as const
export type Preset = (typeof PRESETS)[number]

/** A stretch of time that goes on with the calendar, or days, both included. */
export type Dates = { readonly preset: Preset } | { readonly from: string | null; readonly to: string | null }

export const KINDS = [
  "order",
  "payment",
  "deposit",
  "credit",
  "refund",
  "reversal",
  "void",
  "stored_value",
  "write_off",
  "cash_discount",
  "transfer",
  "opening_balance",
] as const satisfies readonly TransactionKind[]

/** The states of what is not settled, and those of everything. */
export const OPEN_STATES = ["none", "partial", "planned", "error"] as const
export const STATES = ["full", ...OPEN_STATES] as const satisfies readonly ReconciliationState[]

/** The kinds that have a tab of their own where all transactions are listed. */
export const KIND_TABS = ["order", "payment", "deposit", "credit", "refund"] as const

export interface Filters {
  readonly dates: Dates | null
  readonly kind: TransactionKind | null
  /** ISO code in small letters. */
  readonly currency: string | null
  /** Id of a sales channel. */
  readonly channel: string | null
  /** Id of an account. */
  readonly account: string | null
  readonly state: ReconciliationState | null
  /** A GL account, as the store calls it. */
  readonly gl: string | null
  /** Only what is marked to be checked. */
  readonly toCheck: true | null
  /** What is searched for; "" of nothing. */
  readonly q: string
}

export interface Sought extends Filters {
  readonly view: View
  readonly sort: Sort
  /** How many pages are read. */
  readonly pages: number
}

export const NO_FILTERS: Filters = {
  dates: null,
  kind: null,
  currency: null,
  channel: null,
  account: null,
  state: null,
  gl: null,
  toCheck: null,
  q: "",
}

export const LONGEST_QUERY = 100

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

/** What the address of the page asks for; what makes no sense there is left out. */
export function soughtIn(address: URLSearchParams): Sought {
  const one = <Value extends string>(name: string, known: readonly Value[]): Value | null =>
    known.find((value) => value === address.get(name)) ?? null
  const like = (name: string, pattern: RegExp): string | null =>
    pattern.exec(address.get(name) ?? "")?.[0] ?? null
  const preset = one("date", PRESETS)
  const [from, to] = [like("from", DAY), like("to", DAY)]
  return {
    view: one("view", VIEWS) ?? "all",
    sort: one("sort", SORTS) ?? "newest",
    pages: Math.min(Number(like("pages", /^[1-9]\d?$/) ?? 1), MOST_PAGES),
    dates: preset ? { preset } : from !== null || to !== null ? { from, to } : null,
    kind: one("kind", KINDS),
    currency: like("currency", /^[a-z]{3}$/),
    channel: like("channel", /^[\w-]{1,100}$/),
    account: like("account", /^[1-9]\d{0,17}$/),
    state: one("state", STATES),
    gl: (address.get("gl") ?? "").trim().slice(0, LONGEST_QUERY) || null,
    toCheck: address.get("to_check") === "true" ? true : null,
    q: (address.get("q") ?? "").trim().slice(0, LONGEST_QUERY),
  }
}

/** The same in the address, as short as it can be said. */
export function addressOf({ view, sort, pages, ...filters }: Sought): URLSearchParams {
  const { dates, kind, currency, channel, account, state, gl, toCheck, q } = filters
  const said: Record<string, string | null> = {
    view: view === "all" ? null : view,
    sort: sort === "newest" ? null : sort,
    ...(dates && ("preset" in dates ? { date: dates.preset } : { from: dates.from, to: dates.to })),
    kind,
    currency,
    channel,
    account,
    state,
    gl,
    to_check: toCheck && "true",
    q: q === "" ? null : q,
    pages: pages > 1 ? String(pages) : null,
  }
  return new URLSearchParams(Object.entries(said).filter((one): one is [string, string] => one[1] !== null))
}

/** What the server is asked for: the same filters of a page of rows, and of the totals. */
export function askedOf(filters: Filters, today: string): URLSearchParams {
  const { from, to } = daysOf(filters.dates, today)
  const asked: Record<string, string | null> = {
    kind: filters.kind,
    currency_code: filters.currency,
    sales_channel_id: filters.channel,
    account_id: filters.account,
    state: filters.state,
    gl_account: filters.gl,
    from,
    to,
    to_check: filters.toCheck && "true",
    q: filters.q === "" ? null : filters.q,
  }
  return new URLSearchParams(Object.entries(asked).filter((one): one is [string, string] => one[1] !== null))
}

const PAGE = 50

export interface Asked {
  readonly show: Show
  readonly sought: Sought
  readonly today: string
}

/** What is asked for of a page of rows. */
export function pageAsked({ show, sought, today }: Asked, limit = PAGE): URLSearchParams {
  const asked = askedOf(sought, today)
  asked.set("show", show)
  asked.set("sort", sortOf(show, sought.sort))
  asked.set("limit", String(limit))
  if (show === "unreconciled" && sought.view !== "all") asked.set("view", sought.view)
  return asked
}

/** What is settled is not kept by size nor by owner, so that all transactions only have an order in time. */
const sortOf = (show: Show, sort: Sort): Sort => (show === "all" && sort !== "oldest" ? "newest" : sort)

/** The days that are meant, today among the last ones. */
export function daysOf(dates: Dates | null, today: string): { from: string | null; to: string | null } {
  if (!dates) return { from: null, to: null }
  if (!("preset" in dates)) return { from: dates.from, to: dates.to }
  switch (dates.preset) {
    case "month":
      return { from: `${today.slice(0, 8)}01`, to: null }
    case "year":
      return { from: `${today.slice(0, 5)}01-01`, to: null }
    case "30":
    case "90":
      return { from: daysBefore(today, Number(dates.preset) - 1), to: null }
  }
}

function daysBefore(day: string, count: number): string {
  const noon = new Date(`${day}T12:00:00Z`)
  noon.setUTCDate(noon.getUTCDate() - count)
  return noon.toISOString().slice(0, 10)
}

/** Whether anything but the order and the view narrows the list. */
export const isFiltered = (filters: Filters): boolean =>
  (Object.keys(NO_FILTERS) as (keyof Filters)[]).some((name) => filters[name] !== NO_FILTERS[name])
