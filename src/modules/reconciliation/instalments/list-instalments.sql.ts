import type { Statement } from "../ledger/statement"

/**
 * A page of instalments of a kind in order of the day they fall due and id, from after a given place:
 * keyset. Only those that are neither cancelled nor paid, unless their order had money taken back, of orders
 * that still owe something; which of them have nothing to bring any more is derived by the reader. Passes over instalments in force;
 * at most `limit` rows.
 */
export const listInstalments: Statement = {
  name: "list_instalments",
  text: `select i.id, i.document_id, due.on::text as due_on, d.order_id, d.display_id, d.plan, d.account_id, d.expected,
      a.owner_type, a.owner_id, a.currency_code, a.digits,
      (select coalesce(sum(o.amount - o.allocated), 0)::text from reconciliation_open_item o
        where o.document_id = d.id and o.side = 'debit' and o.allocated < o.amount) as open
    from reconciliation_instalment i
    join reconciliation_document d on d.id = i.document_id
    join reconciliation_account a on a.id = d.account_id
    left join lateral (
      select e.due_on from reconciliation_instalment_event e
       where e.instalment_id = i.id and e.kind = 'postponed' order by e.id desc limit 1) postponed on true
    cross join lateral (select coalesce(postponed.due_on, i.due_on) as on) due
    left join lateral (
      select e.kind from reconciliation_instalment_event e where e.instalment_id = i.id order by e.id desc limit 1) last on true
   where i.plan = d.plan
     and not exists (
       select 1 from reconciliation_instalment_event e where e.instalment_id = i.id and e.kind = 'cancelled')
     and ($1::text is null or $1 = case when coalesce(last.kind = 'failed', false) then 'failed'
                                        when due.on < $2::date then 'overdue' else 'upcoming' end)
     and ($3::date is null or due.on >= $3)
     and ($4::date is null or due.on <= $4)
     and ($5::text is null or (a.owner_type = 'customer' and a.owner_id = $5))
     and ($6::date is null or (due.on, i.id) > ($6, $7::bigint))
     and (exists (select 1 from reconciliation_open_item t
                   where t.document_id = d.id and t.side = 'debit' and t.kind in ('void', 'reversal'))
       or i.amount > (select coalesce(sum(case when x.releases is null then x.amount else -x.amount end), 0)
                       from reconciliation_allocation x where x.instalment_id = i.id))
     and exists (select 1 from reconciliation_open_item o
                  where o.document_id = d.id and o.side = 'debit' and o.allocated < o.amount)
   order by due.on, i.id
   limit $8`,
}
