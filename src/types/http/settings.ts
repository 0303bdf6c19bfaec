import type { NotedBy } from "./notes"

/** What JSON can say. */
export type SettingValue =
  string | number | boolean | null | readonly SettingValue[] | { readonly [name: string]: SettingValue }

/** One option, as it is in force. */
export interface SettingView {
  /** As in medusa-config, for example "unappliedMoney". */
  name: string
  value: SettingValue
  /** What holds where nobody says anything. */
  default: SettingValue
  /** What medusa-config says; null where it says nothing. */
  configured: SettingValue
  origin: "default" | "configuration" | "screen"
  /** Fixed in medusa-config. */
  locked: boolean
  /** Whether it can be set by a route at all; functions, and how the host is read, stand in code. */
  editable: boolean
  /** Who changed it last, when and why; null where nobody did. */
  by: NotedBy | null
  /** ISO in UTC. */
  at: string | null
  reason: string | null
  /** What was in force before that. */
  previous: SettingValue
  /** Why what was set is not in force, in the words of the server; null where it is. */
  refused: string | null
}

/** How far the numbers of a series have come in a year. */
export interface SeriesView {
  /** "R-2026" */
  series: string
  /** 0 where none was given. */
  last: number
  /** As it is written: "R-2026-0132". */
  next: string
}

/** `GET /admin/reconciliation/settings` */
export interface SettingsView {
  /** The newest change; a change names it, so that nobody undoes what he has not seen. */
  version: string
  settings: SettingView[]
  /** Strategies there are to choose from, the store's own among them. */
  strategies: string[]
  /** This year's series. */
  receipts: SeriesView[]
  /** ISO in UTC, and its day in the accounting time zone. */
  now: string
  today: string
  /** Whether the host's roles decide who may do what; then the option `rights` is not read. */
  roles: boolean
  /** What people, keys and sales channels that settings name are called, by id or email. */
  names: Record<string, string>
}

/** A value, or what the configuration says again. */
export type SettingChange =
  { name: string; value: unknown; reset?: undefined } | { name: string; reset: true; value?: undefined }

/** `POST /admin/reconciliation/settings` */
export interface ChangeSettingsBody {
  changes: SettingChange[]
  /** The version that the changes were made from. */
  version: string
  reason?: string | undefined
}

/** What a change touches, or leaves alone. */
export interface SettingEffect {
  code:
    | "from_now_on"
    | "unapplied_stay"
    | "unapplied_left_to_people"
    | "no_nightly_run"
    | "nightly_run"
    | "days_stay"
    | "today_becomes"
    | "numbers_stay"
    | "series_begins"
    | "numbers_left_out"
    | "mirrors_stay"
    | "requests_wait"
    | "codes_stay"
    | "orders_stay"
    | "orders_before"
    | "terms_stay"
    | "refunds_stay"
    | "rights_at_once"
    | "roles_decide"
  count: number | null
  /** A day or a number that it speaks of. */
  what: string | null
}

/** A change looked at. */
export interface SettingPreview {
  name: string
  from: SettingValue
  to: SettingValue
  effects: SettingEffect[]
}

/** `POST /admin/reconciliation/settings/preview` */
export interface SettingsPreview {
  version: string
  changes: SettingPreview[]
}

/** One change that was made. */
export interface SettingHistoryEntry {
  id: string
  name: string
  /** Null where it went back to the configuration. */
  value: SettingValue
  reset: boolean
  /** What the row before it said; null of the first one. */
  before: SettingValue
  reason: string | null
  by: NotedBy
  /** ISO in UTC. */
  at: string
}
