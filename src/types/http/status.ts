/** What waits to be done. */
export interface QueueView {
  waiting: number
  /** How many of those should be done by now; the others are tried again later. */
  due: number
  /** Since when the oldest waits, or when the next is tried again; null when nothing waits. */
  oldest_at: string | null
}

/** How the plugin reads the host's orders. */
export interface OrderReaderView {
  /** `on`: one statement over the host's tables. `trial`: both ways, and the host's answer counts. `off`: the host's query. */
  state: "on" | "trial" | "off"
  reason:
    | "known_host"
    | "proved"
    | "unknown_host"
    | "switched_off"
    | "tables_missing"
    | "difference"
    | "statement_failed"
  /** Orders that were read both ways since the start, and were equal. */
  compared: number
  /** Where the first difference was, by names and without values, or PostgreSQL's code of the error. */
  detail: string | null
}

/** How the plugin fares, for whoever operates the store. `GET /admin/reconciliation/status` → `{ status: StatusView }`. */
export interface StatusView {
  /** The database's clock. */
  at: string
  /** The job that finds what events lost: when it last began, and so many seconds ago; null before its first time. */
  sweep: { last_at: string | null; lag_seconds: number | null }
  /** Orders that could not be brought up to the host. */
  retries: QueueView
  /** Payments that the host is to be told of, or to be told that they are taken back, and how many it refused. */
  mirrors: QueueView & { refused: number }
  /** Events for other plugins that no bus has taken. */
  events: QueueView
  /** Chunks of runs that are not done; due is what no worker has in hand. */
  runs: QueueView
  reader: OrderReaderView
  /** By which strategy a run over all accounts places money each night: the option `nightlyRun`. */
  nightly_run: "off" | "exact_match" | "oldest_first"
}
