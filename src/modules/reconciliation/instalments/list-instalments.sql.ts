import type { Statement } from "../ledger/statement"
import { typedTextOf } from "../ledger/tables/typed-texts"

/** What is wanted of the orders, and of their instalments, as conditions with the parameters of both. */
export interface Conditions {
  /** On `reconciliation_document d` and `reconciliation_account a`. */
  readonly ofOrders: string
  /** On `s`, an instalment as it stands. */
  readonly ofInstalments: string
  readonly parameters: readonly unknown[]
  /**
   * The first day that is wanted, null for whichever is the first, where many orders have instalments from there on. Undefined
   * where what is wanted is rare, or of few orders.
   */
  readonly since: string | null | undefined
}

/** Days, both included; null where it begins with the first. */
export interface Window {
  readonly since: string | null
  readonly until: string
}

/** Money that paid it, less what was released again. The partial index on instalment holds all that is asked. */
const PAID = "coalesce(sum(case when x.releases is null then x.amount else -x.amount end), 0)"

/** What became of an instalment `p`: one step down the index on its events. */
const BECAME = `cross join lateral (
      select bool_or(e.kind = 'cancelled') as cancelled, (array_agg(e.kind order by e.id desc))[1] = 'failed' as failed,
             (array_agg(e.due_on order by e.id desc) filter (where e.kind = 'postponed'))[1] as due_on
        from reconciliation_instalment_event e where e.instalment_id = p.id) b`

/** The day on which it falls due, as last postponed, and whether it failed since. */
const STANDING = "coalesce(b.due_on, p.due_on) as due_on, coalesce(b.failed, false) as failed"

/** What was taken back of an order's money is derived by the domain alone: such an order's instalments are for the reader. */
const RETURNED = `(select t.document_id from reconciliation_open_item t
      where t.document_id is not null and t.side = 'debit' and t.kind in ('void', 'reversal'))`

/**
 * Instalments of orders that owe something, with what is kept for each, as `reserve` of the domain derives it: first what
 * they pin, in due order, line by line; then what they do not pin of all that none has pinned. Each takes what those
 * before it have left, so a running sum says it. Nothing that is derived here is joined with another such: nobody
 * knows how many rows either has. Partial indexes on what is open and on what was taken back, then indexes on document
 * and instalment.
 */
const standing = ({ ofOrders }: Conditions): string => `with room as (
    select o.document_id, coalesce(o.line_key, '') as line, sum(o.amount - o.allocated) as open
      from reconciliation_open_item o
      join reconciliation_document d on d.id = o.document_id and d.account_id = o.account_id
      join reconciliation_account a on a.id = d.account_id
     where o.allocated < o.amount and o.side = 'debit' and o.kind not in ('refund', 'write_off', 'cash_discount', 'transfer')
       and d.plan > 0 and ${ofOrders}
     group by 1, 2
  ), owing as (
    select r.document_id, sum(r.open) as open, jsonb_object_agg(r.line, r.open) as lines,
           r.document_id in ${RETURNED} and exists (
             select from reconciliation_instalment p join reconciliation_allocation x on x.instalment_id = p.id
              where p.document_id = r.document_id) as is_returned
      from room r group by 1
  ), stood as (
    select p.id, p.document_id, p.plan, p.number, p.amount - got.amount as rest, got.amount as paid, p.pins, w.open, w.lines,
           w.is_returned, ${STANDING}
      from owing w join reconciliation_instalment p on p.document_id = w.document_id
      ${BECAME}
     cross join lateral (
       select ${PAID} as amount from reconciliation_allocation x where x.instalment_id = p.id) got
     where b.cancelled is not true and (w.is_returned or got.amount < p.amount)
  ), pinned as (
    select s.*, pin.line, greatest(coalesce(pin.amount::bigint, 0) - coalesce(put.amount, 0), 0) as wanted
      from stood s left join lateral jsonb_to_recordset(s.pins) pin (line text, amount text) on true
      left join lateral (
        select ${PAID} as amount from reconciliation_allocation x join reconciliation_open_item i on i.id = x.debit_item_id
         where s.paid > 0 and x.instalment_id = s.id and coalesce(i.line_key, '') = pin.line) put on true
  ), taken as (
    select t.id, t.document_id, t.plan, t.number, t.due_on, t.failed, t.is_returned, t.open,
           greatest(0, t.rest - sum(t.wanted)) as floats,
           sum(least(t.wanted, greatest(0, coalesce((t.lines ->> t.line)::bigint, 0) - t.before))) as taken
      from (select n.*, sum(n.wanted) over (partition by n.document_id, n.line order by n.due_on, n.number, n.plan) - n.wanted as before
              from pinned n) t
     group by 1, 2, 3, 4, 5, 6, 7, 8, t.rest
  ), standing as (
    select f.*, f.taken + least(f.floats, greatest(0, f.open
             - sum(f.taken) over (partition by f.document_id)
             - (sum(f.floats) over (partition by f.document_id order by f.due_on, f.number, f.plan) - f.floats))) as kept
      from taken f
  )`

/** Instalments that were paid, of whatever plan; of what was taken back, the reader knows. Partial index on instalment. */
const settled = ({ ofOrders }: Conditions): string => `with standing as (
    select p.id, p.document_id, ${STANDING}, coalesce(p.document_id in ${RETURNED}, false) as is_returned
      from (select x.instalment_id, ${PAID} as amount from reconciliation_allocation x
             where x.instalment_id is not null group by 1) got
      join reconciliation_instalment p on p.id = got.instalment_id and got.amount >= p.amount
      join reconciliation_document d on d.id = p.document_id
      join reconciliation_account a on a.id = d.account_id
      ${BECAME}
     where b.cancelled is not true and ${ofOrders}
  )`

/** Whose instalments, and of which orders, the rows of a page are. */
const PLACED = `s.id::text, s.document_id::text, s.due_on::text as due_on, d.order_id, d.display_id, d.version::int as version, d.account_id::text,
      a.owner_type, a.owner_id, a.owner_name, a.owner_company, a.currency_code, a.digits::int as digits
    from standing s
    join reconciliation_document d on d.id = s.document_id
    join reconciliation_account a on a.id = d.account_id`

/**
 * A page of instalments from after a given place: those to come in the order in which they fall due, those paid the other way
 * round. Keyset; at most `limit` rows. Passes over what the orders with a plan owe, or over what was ever paid by one.
 */
export function listInstalments(conditions: Conditions, isPaid: boolean, isFirst: boolean): Statement {
  const n = conditions.parameters.length + 1
  const [sign, direction] = isPaid ? ["<", "desc"] : [">", "asc"]
  return {
    name: isPaid ? "list_paid_instalments" : "list_instalments",
    text: `${isPaid ? settled(conditions) : standing(conditions)}
    select ${PLACED}
     where ${isPaid ? "true" : "(s.is_returned or s.kept > 0)"} and ${conditions.ofInstalments}
       ${isFirst ? "" : `and (s.due_on, s.id) ${sign} ($${n}::date, $${n + 1}::bigint)`}
     order by s.due_on ${direction}, s.id ${direction}
     limit $${isFirst ? n : n + 2}::int`,
  }
}

/**
 * The day by which so many ($1) instalments of orders that owe something fall due, from a day ($2) on, as they were first
 * planned; null where there are fewer. Index on the day. One row.
 */
export const findHorizon: Statement = {
  name: "find_horizon_of_instalments",
  text: `select case when count(*) = $1::int then max(w.due_on)::text end as day from (
      select p.due_on from reconciliation_instalment p
       where p.due_on >= coalesce($2::date, '-infinity') and exists (
         select from reconciliation_open_item o
          where o.document_id = p.document_id and o.side = 'debit' and o.allocated < o.amount)
       order by p.due_on, p.id limit $1) w`,
}

/**
 * The same for what falls due within some days. What does was planned for one of them, or postponed to it: the others of these
 * orders are looked at too, for they keep what is owed; those of other orders are not.
 */
export function within(conditions: Conditions, { since, until }: Window): Conditions {
  const parameters = [...conditions.parameters, since, until]
  const [from, to] = [`coalesce($${parameters.length - 1}::date, '-infinity')`, `$${parameters.length}::date`]
  return {
    ...conditions,
    parameters,
    ofOrders: `${conditions.ofOrders} and d.id in (
        select p.document_id from reconciliation_instalment p where p.due_on between ${from} and ${to}
        union
        select p.document_id from reconciliation_instalment_event e join reconciliation_instalment p on p.id = e.instalment_id
         where e.kind = 'postponed' and e.due_on between ${from} and ${to})`,
    ofInstalments: `${conditions.ofInstalments} and s.due_on <= ${to}`,
  }
}

/**
 * What instalments are to bring on a day and within thirty more, by currency; and, apart, the orders of which money was
 * taken back. The last parameter is the day.
 */
export function sumInstalments(conditions: Conditions): Statement {
  const today = `$${conditions.parameters.length + 1}::date`
  return {
    name: "sum_instalments",
    text: `${standing(conditions)}
    select case when s.is_returned then s.document_id::text end as returned, a.currency_code, a.digits::int as digits, s.failed,
           case when s.due_on < ${today} then 'late' when s.due_on <= ${today} + 30 then 'soon' else 'later' end as due,
           count(*)::int as count, sum(s.kept)::text as kept
      from standing s
      join reconciliation_document d on d.id = s.document_id
      join reconciliation_account a on a.id = d.account_id
     where s.is_returned or s.kept > 0
     group by 1, 2, 3, 4, 5
     order by 2`,
  }
}

/** How many instalments were paid; and, apart, the orders of which money was taken back. */
export const countPaid = (conditions: Conditions): Statement => ({
  name: "count_paid_instalments",
  text: `${settled(conditions)}
    select case when s.is_returned then s.document_id::text end as returned, count(*)::int as count from standing s group by 1`,
})

/**
 * What became of some instalments: how often they were postponed, the last failure with the day of it in a time zone ($2),
 * the day of the money that paid them last, and whether the rows they were planned for were changed since.
 * Indexes on their events, on instalment and on document; in the order of the ids ($1).
 */
export const readWhatBecame: Statement = {
  name: "read_what_became_of_instalments",
  text: `select p.id::text, postponed.count as postponed, failed.note, failed.on as failed_on, paid.on as paid_on,
      exists (select from reconciliation_open_item o
               where o.document_id = p.document_id and o.change_id > p.change_id
                 and o.kind in ('charge', 'fee', 'shipping', 'return_shipping', 'rounding', 'adjustment', 'credit_line')
                 and o.line_key in (select x.line from jsonb_to_recordset(p.pins) x (line text))) as edited
    from unnest($1::bigint[]) with ordinality w (id, place)
    join reconciliation_instalment p on p.id = w.id
   cross join lateral (
     select count(*)::int as count from reconciliation_instalment_event e where e.instalment_id = p.id and e.kind = 'postponed') postponed
    left join lateral (
      select ${typedTextOf("e.note")} as note, (e.recorded_at at time zone $2)::date::text as on from reconciliation_instalment_event e
       where e.instalment_id = p.id and e.kind = 'failed' order by e.id desc limit 1) failed on true
    left join lateral (
      select max(l.occurred_on)::text as on from reconciliation_live_allocation l where l.instalment_id = p.id) paid on true
   order by w.place`,
}

/** What the lines of some orders were called first. Index on document; a row a line. */
export const readTitles: Statement = {
  name: "read_titles_of_planned_lines",
  text: `select distinct on (o.document_id, o.line_key) o.document_id::text, o.line_key, o.title from reconciliation_open_item o
    where o.document_id = any($1::bigint[]) and o.line_key is not null
      and o.kind in ('charge', 'fee', 'shipping', 'return_shipping')
    order by o.document_id, o.line_key, o.id`,
}

/** The currencies of some orders. Primary keys. */
export const readCurrencies: Statement = {
  name: "read_currencies_of_orders",
  text: `select d.id::text, a.currency_code, a.digits::int as digits
    from reconciliation_document d join reconciliation_account a on a.id = d.account_id
   where d.id = any($1::bigint[]) order by d.id`,
}
