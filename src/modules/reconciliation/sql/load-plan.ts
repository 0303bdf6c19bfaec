import type { Statement } from "./statement"

/**
 * Every instalment of some orders, of every plan they had, with where it stands: when it falls due, and
 * what money put on each line in fulfilment of it. Unique index on document; a handful of rows an order.
 */
export const loadInstalments: Statement = {
  name: "load_instalments",
  text: `select i.id, i.document_id, i.plan, i.number, coalesce(postponed.due_on, i.due_on)::text as due_on, i.amount,
      i.method, i.reference, i.pins, coalesce(last.kind = 'failed', false) as failed,
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
      select jsonb_agg(jsonb_build_object('line', l.line_key, 'amount', l.amount::text) order by l.line_key) as lines
        from (select d.line_key, sum(case when a.releases is null then a.amount else -a.amount end) as amount
                from reconciliation_allocation a
                join reconciliation_open_item d on d.id = a.debit_item_id
               where a.instalment_id = i.id
               group by d.line_key) l
       where l.amount > 0) settled on true
   where i.document_id = any($1::bigint[])
   order by i.document_id, i.plan, i.number`,
}

/** What the lines of some orders still owe, as the orders list them. Index on document. */
export const loadOpenLines: Statement = {
  name: "load_open_lines",
  text: `select i.document_id, coalesce(i.line_key, '') as line_key, sum(i.amount - i.allocated)::text as open
    from reconciliation_open_item i
    join reconciliation_document d on d.id = i.document_id and d.account_id = i.account_id
   where i.document_id = any($1::bigint[]) and i.side = 'debit' and i.allocated < i.amount
     and i.kind not in ('refund', 'void')
   group by i.document_id, i.line_key
   order by i.document_id, min(i.position), i.line_key`,
}
