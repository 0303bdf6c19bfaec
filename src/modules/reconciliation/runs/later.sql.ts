import { isoOf } from "../ledger/columns"
import type { Statement } from "../ledger/statement"

/**
 * What was done since to amounts that an undo leaves, newest first: allocations that rest on them ($1), and of others all that
 * was put or taken back between the same credit ($2) and debit ($3) after the run's own allocation ($4); what stood there before the run is not among it. Primary key; index on the
 * debit alone, because a payment may pay very many orders and a line is paid by few payments. As many rows as rest on a page.
 */
export const listLater: Statement = {
  name: "list_later_of_left",
  text: `with later as (
      select true as rests, x.id, x.change_id, x.amount, x.releases, x.debit_item_id, null::bigint as made_id
        from reconciliation_allocation x where x.id = any($1::bigint[])
      union all
      select false, x.id, x.change_id, x.amount, x.releases, x.debit_item_id, m.id
        from unnest($2::bigint[], $3::bigint[], $4::bigint[]) m (credit, debit, id)
        join reconciliation_allocation x on x.debit_item_id = m.debit and x.credit_item_id + 0 = m.credit and x.id > m.id
                                          and (x.releases is null or x.releases >= m.id)
    )
    select l.rests, l.id as allocation_id, l.made_id, l.amount::text, l.releases is not null as is_release,
           c.id as change_id, c.kind, ${isoOf("c.recorded_at")} as recorded_at, c.actor_type, c.actor_id, c.cause, c.run_id, d.kind as on_kind, o.display_id
      from later l
      join reconciliation_change c on c.id = l.change_id
      join reconciliation_open_item d on d.id = l.debit_item_id
      left join reconciliation_document o on o.id = d.document_id
     order by l.id desc`,
}

/** How many changes made some allocations. Primary key. */
export const countChanges: Statement = {
  name: "count_changes_of_allocations",
  text: `select count(distinct change_id)::int as changes from reconciliation_allocation where id = any($1::bigint[])`,
}
