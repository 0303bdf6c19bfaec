import { isoOf } from "../ledger/columns"
import type { Statement } from "../ledger/statement"

/** `table` may be several that are joined. */
const queue = (table: string, { since, due }: { since: string; due: string }): string =>
  `select json_build_object('waiting', count(*), 'due', count(*) filter (where ${due}),
     'oldest_at', ${isoOf(`min(${since})`)}) as queue from ${table}`

const isDue = "next_at <= clock_timestamp()"

/**
 * What is not done yet: how far the sweep has come, orders that failed, rows that the host is to be told of and those
 * that it refused, events that no bus has taken, and chunks of runs, due where no worker has them in hand. Partial indexes and
 * small tables; one row.
 */
export const readBacklog: Statement = {
  name: "read_backlog",
  text: `select ${isoOf("clock_timestamp()")} as now, ${isoOf("w.at")} as swept_at,
      greatest(0, extract(epoch from clock_timestamp() - w.at))::int as lag,
      r.queue as retries, m.queue as mirrors, e.queue as events, c.queue as runs,
      (select count(*) from reconciliation_mirror where state = 'refused')::int as refused
    from (select 1) one
    left join reconciliation_watermark w on w.name = $1
   cross join (${queue("reconciliation_retry", { since: "next_at", due: isDue })}) r
   cross join (${queue("reconciliation_mirror", { since: "recorded_at", due: isDue })}
     where state in ('wanted', 'withdrawing')) m
   cross join (${queue("reconciliation_event", { since: "recorded_at", due: "true" })}) e
   cross join (${queue("reconciliation_run_chunk x join reconciliation_run u on u.id = x.run_id", {
     since: "u.recorded_at",
     due: "x.lease_until is null or x.lease_until <= clock_timestamp()",
   })} where x.state = 'waiting') c`,
}
