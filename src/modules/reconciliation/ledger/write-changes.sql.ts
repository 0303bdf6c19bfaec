import type { Statement } from "./statement"
import { newAllocations } from "./tables/allocations"
import { changes, codes } from "./tables/changes"
import { openItems } from "./tables/open-items"

/**
 * Writes changes of several accounts as write_change writes one, each account's journal entry, counters, allocations,
 * codes and version, in one statement. They move amounts between items that stand. An account has one change among them,
 * so that its rows are known by its id. Primary keys; counters move in the order of their ids, as all locks do.
 */
export const writeChanges: Statement = {
  name: "write_changes",
  prepared: true,
  text: `with change as (
      insert into ${changes.name} (${changes.names})
      select ${changes.of("u")} from json_to_recordset($1::json) u (${changes.record}) order by u.account_id
      returning id, account_id, run_id
    ), counters as (
      update ${openItems.name} i
         set allocated = i.allocated + u.moved, taxes_allocated = coalesce(u.taxes, i.taxes_allocated)
        from (select * from json_to_recordset($2::json) u (id bigint, moved bigint, taxes bigint[]) order by id) u
       where i.id = u.id
    ), allocations as (
      insert into ${newAllocations.name} (account_id, change_id, run_id, ${newAllocations.names})
      select change.account_id, change.id, change.run_id, ${newAllocations.of("u")}
        from json_to_recordset($3::json) u (account_id bigint, ${newAllocations.record})
        join change on change.account_id = u.account_id
       order by change.id, u.step
    ), coded as (
      select * from json_to_recordset($4::json) u (account_id bigint, ${codes.record})
    ), codes as (
      insert into ${codes.name} (account_id, change_id, ${codes.names})
      select change.account_id, change.id, ${codes.of("u")}
        from coded u join change on change.account_id = u.account_id
       order by change.id, u.rank
    ), touched as (
      update reconciliation_document d set version = version + 1 where d.id = any($5::bigint[])
    )
    update reconciliation_account a
       set version = a.version + 1, next_rank = greatest(a.next_rank, r.next_rank)
      from change left join (select account_id, max(rank) + 1 as next_rank from coded group by 1) r
        on r.account_id = change.account_id
     where a.id = change.account_id
    returning change.id as change_id, a.id as account_id, a.version`,
}
