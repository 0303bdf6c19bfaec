import type { Statement } from "../ledger/statement"
import type { Conditions } from "./list-transactions.sql"

/** Allocations that are looked at, at most; the newest. */
const NEWEST = 50_000

/**
 * Allocations by rule and day since a day ($1) in a time zone ($2), with how many were taken back by a person and how many
 * seconds lay between their sides and them. Primary key backwards, primary keys of both sides.
 */
export const readQuality: Statement = {
  name: "read_quality",
  text: `with made as (
      select case a.origin when 'manual' then 'by_hand' else a.rule end as rule,
             (a.recorded_at at time zone $2)::date as day, a.origin = 'manual' as by_hand,
             r.id is not null as undone,
             extract(epoch from a.recorded_at - greatest(c.recorded_at, d.recorded_at)) as seconds
        from (select * from reconciliation_allocation where releases is null order by id desc limit ${NEWEST}) a
        join reconciliation_open_item c on c.id = a.credit_item_id
        join reconciliation_open_item d on d.id = a.debit_item_id
        left join reconciliation_allocation r on r.releases = a.id and r.origin = 'manual'
       where a.recorded_at >= $1::date::timestamp at time zone $2
    )
    select rule, null as day, count(*)::int as allocations, count(*) filter (where not by_hand)::int as automatic,
           count(*) filter (where undone)::int as undone,
           percentile_disc(0.5) within group (order by seconds)::float as seconds from made group by rule
    union all
    select null, day::text, count(*)::int, count(*) filter (where not by_hand)::int, 0, 0 from made group by day
    order by 3 desc, 1, 2`,
}

/** What is owed by currency and age on a day ($1). The partial index by currency holds all that is asked. */
export const readAgeing: Statement = {
  name: "read_ageing",
  text: `select s.*, (select a.digits from reconciliation_account a where a.currency_code = s.currency_code limit 1)::int as digits
    from (
      select t.currency_code, width_bucket($1::date - coalesce(t.due_on, t.happened_on), array[0, 31, 61, 91, 121]) as bucket,
             sum(t.open)::text as amount
        from reconciliation_transaction t
       where t.unreconciled and t.view <> 'to_place' and t.open > 0
       group by 1, 2) s
   order by s.currency_code, s.bucket`,
}

/** How many are told of what falls due next. */
const COMING = 3

/** Numbers of the rows of a condition that fall due first. One pass over the partial index of what has a day. */
export const findComing = ({ text }: Conditions): Statement => ({
  name: "find_coming",
  text: `select t.id::text as number from reconciliation_transaction t where ${text}
   order by t.due_on, t.id limit ${COMING}`,
})

/** The order of a group that has one row alone. */
const ONLY_ORDER = `case when count(*) = 1 then min(d.order_id) end as order_id,
      case when count(*) = 1 then min(d.display_id) end as display_id`

/** Requests that nobody has decided, by currency. */
export const readWaitingRequests: Statement = {
  name: "read_waiting_requests",
  text: `select a.currency_code, a.digits::int as digits, count(*)::int as count, sum(r.amount)::text as amount,
      min(r.recorded_at at time zone $1)::date::text as oldest_on,
      ${ONLY_ORDER}
    from reconciliation_write_off_request r join reconciliation_account a on a.id = r.account_id
    left join reconciliation_document d on d.id = r.document_id
   where not exists (select from reconciliation_write_off_decision d where d.request_id = r.id)
   group by 1, 2 order by 1`,
}

/** What the host refused to count, by currency. Partial index on what is open of the outbox. */
export const readRefusedMirrors: Statement = {
  name: "read_refused_mirrors",
  text: `select a.currency_code, a.digits::int as digits, count(*)::int as count, sum(m.amount)::text as amount,
      min(m.recorded_at at time zone $1)::date::text as oldest_on,
      ${ONLY_ORDER}
    from reconciliation_mirror m
    join reconciliation_document d on d.id = m.document_id join reconciliation_account a on a.id = d.account_id
   where m.state = 'refused' and m.state in ('wanted', 'withdrawing', 'refused')
   group by 1, 2 order by 1`,
}

/** What is marked to be checked, by currency, with what is open of it. Partial index on what is marked. */
export const readToCheck: Statement = {
  name: "read_to_check",
  text: `select t.currency_code, max(a.digits)::int as digits, count(*)::int as count, sum(t.open)::text as amount,
      min(t.happened_on)::text as oldest_on, null as order_id, null as display_id
    from reconciliation_transaction t join reconciliation_account a on a.id = t.account_id
   where t.to_check
   group by 1 order by 1`,
}
