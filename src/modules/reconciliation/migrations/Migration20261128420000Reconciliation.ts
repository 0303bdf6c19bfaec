import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * A statement that moves many items compares each with itself alone: as it was and as it is are two rows of one sum. They were
 * joined, without hashing, so that a run's chunk of two thousand items compared each with each.
 */
export class Migration20261128420000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      moved(`(select i.id, i.account_id, i.document_id, i.side, i.kind, i.key, i.occurred_at, sum(i.opened)::bigint as opened
                    from (select id, account_id, document_id, side, kind, key, occurred_at, allocated as opened from before_standing
                           union all
                          select id, account_id, document_id, side, kind, key, occurred_at, -allocated from now_standing) i
                   group by 1, 2, 3, 4, 5, 6, 7
                  having sum(i.opened) <> 0) n`),
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      moved(`(select w.id, w.account_id, w.document_id, w.side, w.kind, w.key, w.occurred_at, o.allocated - w.allocated as opened
                    from now_standing w join before_standing o on o.id = w.id
                   where w.allocated <> o.allocated) n`),
    )
  }
}

/** What the rows of the lists take from a statement, of items whose open part grew or shrank by `opened`. */
const moved = (items: string): string => `
create or replace function reconciliation_transactions_moved() returns trigger language plpgsql
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  update reconciliation_transaction t
     set open_debit = t.open_debit + m.debit, open_credit = t.open_credit + m.credit,
         due_on = case when t.kind = 'order' and m.may_be_due then reconciliation_due_of(t.document_id, t.account_id) end
    from (select n.account_id, case when f.is_folded then p.placed_at else n.occurred_at end as happened_at,
                 reconciliation_transaction_name(f.is_folded, n.document_id, n.kind, n.id, n.key) as name,
                 bool_or(coalesce(p.plan, 0) > 0) or exists (select from reconciliation_due_date) as may_be_due,
                 coalesce(sum(n.opened) filter (where n.side = 'debit'), 0) as debit,
                 coalesce(sum(n.opened) filter (where n.side = 'credit'), 0) as credit
            from ${items}
            left join reconciliation_document p on p.id = n.document_id
           cross join lateral (select reconciliation_is_folded(n.document_id, n.kind, n.side) as is_folded) f
           group by 1, 2, 3) m
   where t.account_id = m.account_id and t.happened_at = m.happened_at and t.name = m.name;
  return null;
end $$;
`
