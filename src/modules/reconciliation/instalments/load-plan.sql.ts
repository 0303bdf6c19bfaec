import { ALLOCATION_COLUMNS, OPEN_ITEM_COLUMNS } from "../ledger/columns"
import type { Statement } from "../ledger/statement"
import { typedTextOf } from "../ledger/tables/typed-texts"

/**
 * Every instalment of some orders, of every plan they had, with where it stands: when it falls due, and
 * what money put on each line in fulfilment of it. Unique index on document; a handful of rows an order.
 */
export const loadInstalments: Statement = {
  name: "load_instalments",
  text: `select i.id, i.document_id, i.plan, i.number, coalesce(postponed.due_on, i.due_on)::text as due_on, i.amount,
      i.method, ${typedTextOf("i.reference")} as reference, i.pins, coalesce(last.kind = 'failed', false) as failed,
      exists (select 1 from reconciliation_instalment_event e where e.instalment_id = i.id and e.kind = 'cancelled')
        as cancelled,
      coalesce(settled.lines, '[]') as settled
    from reconciliation_instalment i
    left join lateral (
      select e.due_on from reconciliation_instalment_event e
       where e.instalment_id = i.id and e.kind = 'postponed' order by e.id desc limit 1) postponed on true
    left join lateral (
      select e.kind from reconciliation_instalment_event e where e.instalment_id = i.id order by e.id desc limit 1) last on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('line', coalesce(l.line_key, ''), 'amount', l.amount::text) order by l.line_key) as lines
        from (select d.line_key, sum(a.amount) as amount
                from reconciliation_live_allocation a
                join reconciliation_open_item d on d.id = a.debit_item_id
               where a.instalment_id = i.id
               group by d.line_key) l) settled on true
   where i.document_id = any($1::bigint[])
   order by i.document_id, i.plan, i.number`,
}

/**
 * Live allocations on the debits of those of some orders of whose money something was taken back, or is about to
 * be ($2). Indexes on document and debit item; most orders have none.
 */
export const loadReturnedAllocations: Statement = {
  name: "load_returned_allocations",
  text: `select ${ALLOCATION_COLUMNS}, d.document_id
    from reconciliation_open_item d
    join reconciliation_live_allocation a on a.debit_item_id = d.id
   where d.document_id = any($1::bigint[]) and d.side = 'debit'
     and (d.document_id = any($2::bigint[]) or exists (
       select 1 from reconciliation_open_item t
        where t.document_id = d.document_id and t.side = 'debit' and t.kind in ('void', 'reversal')))
   order by a.id`,
}

/** Every item of some orders, and some credits of wherever they came from. Index on document, primary key. */
export const loadReturnedItems: Statement = {
  name: "load_returned_items",
  text: `select ${OPEN_ITEM_COLUMNS} from reconciliation_open_item i
    where i.document_id = any($1::bigint[]) or i.id = any($2::bigint[])
    order by i.id`,
}

/**
 * What the lines of some orders still owe, as the orders list them, then what an order owes without a line: money
 * that was taken back. Index on document.
 */
export const loadOpenLines: Statement = {
  name: "load_open_lines",
  text: `select i.document_id, coalesce(i.line_key, '') as line_key, sum(i.amount - i.allocated)::text as open
    from reconciliation_open_item i
    join reconciliation_document d on d.id = i.document_id and d.account_id = i.account_id
   where i.document_id = any($1::bigint[]) and i.side = 'debit' and i.allocated < i.amount
     and i.kind not in ('refund', 'write_off', 'cash_discount', 'transfer')
   group by i.document_id, i.line_key
   order by i.document_id, i.line_key is null, min(i.position), i.line_key`,
}

/** Which order an instalment belongs to, and the account that the order stands in. Primary key; 0 or 1 row. */
export const findInstalment: Statement = {
  name: "find_instalment",
  text: `select i.id, d.account_id, d.order_id
    from reconciliation_instalment i join reconciliation_document d on d.id = i.document_id where i.id = $1`,
}

/**
 * What asked for the plan that is in force, while nothing has become of its instalments: the same request
 * again changes nothing. Unique index on document and plan; 0 or 1 row.
 */
export const findUntouchedPlan: Statement = {
  name: "find_untouched_plan",
  text: `select c.request_hash
    from reconciliation_instalment i
    join reconciliation_change c on c.id = i.change_id
   where i.document_id = $1 and i.plan = $2 and i.number = 1
     and not exists (
       select 1 from reconciliation_instalment_event e
         join reconciliation_instalment o on o.id = e.instalment_id
        where o.document_id = i.document_id and o.plan = i.plan)`,
}
