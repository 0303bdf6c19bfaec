import { fault, SIGNED, type Invariant, type Of } from "./invariant.sql"

const ROW = {
  table: "transaction",
  id: "coalesce(t.name, e.name)",
  account: "coalesce(t.account_id, e.account_id)",
  document: "coalesce(t.document_id, e.document_id)",
  kind: "coalesce(t.kind, e.kind)",
}

/** What planned payments of each order that has some were paid, and what became of them last. */
const planned = `last_event as (
    select distinct on (instalment_id) instalment_id, kind, recorded_at from reconciliation_instalment_event order by instalment_id, id desc
  ), postponed as (
    select distinct on (instalment_id) instalment_id, due_on from reconciliation_instalment_event
     where kind = 'postponed' order by instalment_id, id desc
  ), bound as (
    select instalment_id, sum(${SIGNED}) as paid from reconciliation_allocation where instalment_id is not null group by 1
  )`

/**
 * The day on which something falls due of each order, as reconciliation_due_of says of one: of all at once, for that is asked
 * of a few thousand a second only.
 */
const due = (of: Of): string => `${planned}, due_item as (
    select i.document_id, i.account_id, min(x.due_on) as due_on
      from (select distinct on (open_item_id) open_item_id, due_on from reconciliation_due_date order by open_item_id, id desc) x
      join reconciliation_open_item i on i.id = x.open_item_id
     where i.side = 'debit' and i.allocated < i.amount and reconciliation_is_folded(i.document_id, i.kind, i.side) and ${of("i.account_id")}
     group by 1, 2
  ), due_plan as (
    select d.id as document_id, d.account_id,
           min(case when l.kind = 'failed' then least(coalesce(o.due_on, p.due_on), (l.recorded_at at time zone 'UTC')::date - 2)
                    else coalesce(o.due_on, p.due_on) end) as due_on
      from reconciliation_document d
      join reconciliation_instalment p on p.document_id = d.id and p.plan = d.plan
      left join postponed o on o.instalment_id = p.id
      left join last_event l on l.instalment_id = p.id
      left join bound b on b.instalment_id = p.id
     where l.kind is distinct from 'cancelled' and ${of("d.account_id")}
       and (p.amount > coalesce(b.paid, 0) or exists (
         select from reconciliation_open_item t where t.document_id = d.id and t.side = 'debit' and t.kind in ('void', 'reversal')))
     group by 1, 2
  ), due as (
    select document_id, account_id, min(due_on) as due_on
      from (select * from due_item union all select * from due_plan) x group by 1, 2
  )`

/** The rows as the view reconciliation_derived_transaction has them, with what was added to the table since. */
const derived = (of: Of): string => `${due(of)}, summed as (
    select i.account_id, case when f.is_folded then p.placed_at else i.occurred_at end as happened_at,
           reconciliation_transaction_name(f.is_folded, i.document_id, i.kind, i.id, i.key) as name,
           reconciliation_transaction_kind(f.is_folded, i.kind) as kind,
           min(i.document_id) as document_id, min(i.id) as item_id, min(i.occurred_on) as happened_on,
           coalesce(sum(i.amount - i.allocated) filter (where i.side = 'debit'), 0)::bigint as open_debit,
           coalesce(sum(i.amount - i.allocated) filter (where i.side = 'credit'), 0)::bigint as open_credit,
           sum(i.amount)::bigint as amount, min(i.gl_account) as gl_account
      from reconciliation_open_item i
      left join reconciliation_document p on p.id = i.document_id
     cross join lateral (select reconciliation_is_folded(i.document_id, i.kind, i.side) as is_folded) f
     where ${of("i.account_id")}
     group by 1, 2, 3, 4
  ), derived as (
    select g.account_id, g.happened_at, g.name, g.kind, g.document_id, case when g.kind = 'order' then null else g.item_id end as item_id,
           case when g.kind = 'order' then d.placed_on else g.happened_on end as happened_on, a.currency_code, a.owner_sort,
           d.sales_channel_id, case when g.kind = 'order' then due.due_on when g.kind = 'opening_balance' then reconciliation_due_of_item(g.item_id) end as due_on, g.open_debit, g.open_credit,
           coalesce(g.kind = 'order' and d.account_id = g.account_id and d.problems <> '[]', false) as contradicts, g.amount, g.gl_account
      from summed g
      join reconciliation_account a on a.id = g.account_id
      left join reconciliation_document d on d.id = g.document_id
      left join due on due.document_id = g.document_id and due.account_id = g.account_id
  )`

const COLUMNS =
  "kind document_id item_id happened_on currency_code owner_sort sales_channel_id due_on open_debit open_credit contradicts amount gl_account".split(
    " ",
  )
const all = (alias: string): string => COLUMNS.map((column) => `${alias}.${column}`).join(", ")

/** The columns in which two rows differ, with what each has; the owner's name stays out of a report. */
const differing = (alias: string): string =>
  `concat_ws(', ', ${COLUMNS.map((column) => {
    const shown = column === "owner_sort" ? "'…'" : `coalesce(${alias}.${column}::text, '–')`
    return `case when t.${column} is distinct from e.${column} then '${column} ' || ${shown} end`
  }).join(", ")})`

const listRows = (of: Of): string => `with ${derived(of)}
      select ${fault({
        ...ROW,
        stored: `case when t.id is null then 'no row' else ${differing("t")} end`,
        expected: `case when e.name is null then 'no row' else ${differing("e")} end`,
      })}
        from (select * from reconciliation_transaction t where ${of("t.account_id")}) t
        full join derived e on e.account_id = t.account_id and e.happened_at = t.happened_at and e.name = t.name
       where t.id is null or e.name is null or (${all("t")}) is distinct from (${all("e")})`

/** A row of docs/spec/status.md for each order that no plan of payments covers. */
const states = (of: Of): string => `with open_order as (
        select i.document_id, i.account_id, sum(i.amount - i.allocated) as open
          from reconciliation_open_item i
         where i.document_id is not null and i.side = 'debit' and i.allocated < i.amount and ${of("i.account_id")}
         group by 1, 2
      ), own as (
        select d.id, d.account_id, d.document_id, d.kind, d.line_key, d.side
          from reconciliation_open_item d join open_order o on o.document_id = d.document_id and o.account_id = d.account_id
      ), live as (
        select a.* from reconciliation_allocation a
          left join reconciliation_allocation r on r.releases = a.id
         where a.releases is null and r.id is null and ${of("a.account_id")}
      ), applied as (
        select d.document_id, d.account_id, a.amount
          from own d join live a on a.debit_item_id = d.id join reconciliation_open_item c on c.id = a.credit_item_id
         where d.kind not in ('refund', 'void', 'write_off', 'cash_discount', 'transfer') and a.rule <> 'reversed_rest'
           and (c.kind in ('payment', 'deposit', 'stored_value', 'void', 'reversal') or c.document_id is distinct from d.document_id)
         union all
        select c.document_id, c.account_id, -a.amount
          from own c join live a on a.credit_item_id = c.id join reconciliation_open_item d on d.id = a.debit_item_id
         where c.side = 'credit' and c.kind in ('adjustment', 'credit_line', 'cancellation', 'rounding') and d.kind <> 'transfer'
           and (d.kind in ('refund', 'void', 'write_off', 'cash_discount') or d.line_key is null or d.document_id is distinct from c.document_id)
         union all
        select e.document_id, e.account_id, -e.reversed
          from reconciliation_item_effect e join own o on o.id = e.open_item_id where e.reversed <> 0
      ), applied_order as (
        select document_id, account_id, sum(amount) as amount from applied group by 1, 2
      ), expected as (
        select t.id, s.order_state, s.planned_until, coalesce(s.plan_unsure, false) as plan_unsure
          from reconciliation_transaction t
          join reconciliation_document d on d.id = t.document_id
          left join open_order o on o.document_id = t.document_id and o.account_id = t.account_id
          left join applied_order p on p.document_id = t.document_id and p.account_id = t.account_id
         cross join lateral (
           select case when d.problems <> '[]' then 'error' when o.open is null then 'full'
                       when coalesce(p.amount, 0) > 0 then 'partial' else 'none' end as order_state,
                  case when d.problems = '[]' and o.open is not null and d.expected <> '[]'
                        and (select coalesce(sum((x ->> 'amount')::bigint), 0) from jsonb_array_elements(d.expected) x) >= o.open
                       then 'infinity'::date end as planned_until,
                  false as plan_unsure) s
         where t.kind = 'order' and ${of("t.account_id")}
           and (d.plan = 0 or d.problems <> '[]' or o.open is null)
      )`

const noted = `with standing as (
        select n.document_id, n.open_item_id, count(*) filter (where b.id is null) as notes,
               coalesce(bool_or(n.to_check and b.id is null and c.id is null), false) as to_check
          from reconciliation_note n
          left join reconciliation_note b on b.of_note = n.id and b.kind = 'taken_back'
          left join reconciliation_note c on c.of_note = n.id and c.kind = 'checked'
         where n.kind = 'note' group by 1, 2
      ), place as (
        select distinct on (p.document_id) p.id, p.document_id
          from standing s
          join reconciliation_transaction p on p.kind = 'order' and p.document_id = s.document_id
          join reconciliation_document d on d.id = p.document_id
         order by p.document_id, p.account_id <> d.account_id, p.id desc
      ), expected as (
        select p.id, s.notes, s.to_check from standing s join place p on p.document_id = s.document_id
         union all
        select t.id, s.notes, s.to_check from standing s
          join reconciliation_open_item i on i.id = s.open_item_id
          join reconciliation_transaction t on t.account_id = i.account_id and t.happened_at = i.occurred_at and t.item_id = i.id)`

const STATED = (alias: string): string =>
  `concat_ws(' ', coalesce(${alias}.order_state, '–'), ${alias}.planned_until, case when ${alias}.plan_unsure then 'unsure' end)`
const DIFFERS =
  "(t.order_state, t.planned_until, t.plan_unsure) is distinct from (e.order_state, e.planned_until, e.plan_unsure)"
const differs = fault({
  ...ROW,
  id: "t.name",
  account: "t.account_id",
  document: "t.document_id",
  kind: "t.kind",
  stored: STATED("t"),
  expected: STATED("e"),
})

export const LISTS: readonly Invariant[] = [
  {
    name: "list_row",
    means: "The lists have one row for each transaction, with what its items have open.",
    cause: "triggers_off",
    cure: "render",
    text: listRows,
  },
  {
    name: "list_state",
    means: "The lists say of each order the state that follows from its items.",
    cause: "triggers_off",
    cure: "render",
    text: (of) => `${states(of)}
      select ${differs}
        from reconciliation_transaction t join expected e on e.id = t.id
       where ${DIFFERS}`,
  },
  {
    name: "list_plan",
    means:
      "The lists say of each order with planned payments the state that follows from these, and until when.",
    cause: "triggers_off",
    cure: "render",
    byIndex: true,
    text: (of) => `
      select ${differs}
        from reconciliation_document d
        join reconciliation_transaction t on t.kind = 'order' and t.happened_at = d.placed_at and t.document_id = d.id
       cross join lateral reconciliation_state_of(t.document_id, t.account_id) e
       where d.plan > 0 and d.problems = '[]' and e.order_state <> 'full' and ${of("t.account_id")}
         and ${DIFFERS.replace("e.plan_unsure", "coalesce(e.plan_unsure, false)")}`,
  },
  {
    name: "list_note",
    means: "The lists count the notes of each transaction and say whether one of them marks it.",
    cause: "triggers_off",
    cure: "render",
    text: (of) => `${noted}
      select ${fault({
        ...ROW,
        id: "t.name",
        account: "t.account_id",
        document: "t.document_id",
        kind: "t.kind",
        stored: "concat_ws(' ', t.notes, 'notes', case when t.to_check then 'marked' end)",
        expected: "concat_ws(' ', coalesce(e.notes, 0), 'notes', case when e.to_check then 'marked' end)",
      })}
        from reconciliation_transaction t left join expected e on e.id = t.id
       where (t.notes <> coalesce(e.notes, 0) or t.to_check <> coalesce(e.to_check, false)) and ${of("t.account_id")}`,
  },
]
