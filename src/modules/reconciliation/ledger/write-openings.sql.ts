import type { Statement } from "./statement"
import { newAllocations } from "./tables/allocations"
import { changes, codes } from "./tables/changes"
import { dueDates } from "./tables/due-dates"
import { instalments } from "./tables/instalments"
import { openItems } from "./tables/open-items"
import { givenTerms } from "./tables/terms"
import { typedTexts } from "./tables/typed-texts"
import { READ_MARKS, READ_RECORD } from "./write-change.sql"

/** The order that a record belongs to: an order has one change among them, and its items the ids −1, −2 … of its own. */
const OF = "of_order bigint"

/**
 * Writes the first change of several orders, whose documents hold nothing yet, as write_change writes one: each order's journal
 * entry, items, allocations, code, terms, due dates, plan of payments and what the read has seen, in one statement. Accounts may
 * have several among them. Rows are numbered in the order of the records, so orders come in the order in which they are to be
 * posted. Primary keys; returns a row for each order.
 */
export const writeOpenings: Statement = {
  name: "write_openings",
  prepared: true,
  text: `with change as (
      insert into ${changes.name} (${changes.names})
      select ${changes.of("u")} from json_to_recordset($1::json) u (${changes.record}, place integer) order by u.place
      returning id, account_id, document_id, run_id
    ), posted as materialized (
      select nextval('reconciliation_open_item_id_seq') as item_id, u.*
        from json_to_recordset($2::json) u (${openItems.record})
    ), items as (
      insert into ${openItems.name} (account_id, change_id, ${openItems.names})
      select change.account_id, change.id, ${openItems.of("u", {
        id: "u.item_id",
        accounting_on: "coalesce(u.accounting_on, u.occurred_on)",
      })}
        from posted u join change on change.document_id = u.document_id order by u.item_id
    ), instalments as (
      insert into ${instalments.name} (account_id, document_id, change_id, plan, ${instalments.names})
      select change.account_id, change.document_id, change.id, 1, ${instalments.of("u")}
        from json_to_recordset($3::json) u (${OF}, ${instalments.record})
        join change on change.document_id = u.of_order
       order by change.id, u.number
      returning id, number, document_id
    ), allocations as (
      insert into ${newAllocations.name} (account_id, change_id, run_id, ${newAllocations.names})
      select change.account_id, change.id, change.run_id, ${newAllocations.of("u", {
        credit_item_id: "c.item_id",
        debit_item_id: "d.item_id",
        instalment_id: "p.id",
      })}
        from json_to_recordset($4::json) u (${OF}, ${newAllocations.record})
        join change on change.document_id = u.of_order
        left join posted c on c.document_id = u.of_order and c.id = u.credit_item_id
        left join posted d on d.document_id = u.of_order and d.id = u.debit_item_id
        left join instalments p on p.document_id = u.of_order and p.number = -u.instalment_id
       order by change.id, u.step
    ), coded as (
      select * from json_to_recordset($5::json) u (${OF}, ${codes.record})
    ), codes as (
      insert into ${codes.name} (account_id, change_id, ${codes.names})
      select change.account_id, change.id, ${codes.of("u", { open_item_id: "p.item_id" })}
        from coded u join change on change.document_id = u.of_order
        left join posted p on p.document_id = u.of_order and p.id = u.open_item_id
       order by u.rank
    ), due as (
      insert into ${dueDates.name} (change_id, ${dueDates.names})
      select change.id, ${dueDates.of("u", { open_item_id: "p.item_id" })}
        from json_to_recordset($6::json) u (${OF}, ${dueDates.record})
        join change on change.document_id = u.of_order
        left join posted p on p.document_id = u.of_order and p.id = u.open_item_id
       order by p.item_id
    ), terms as (
      insert into ${givenTerms.name} (document_id, change_id, ${givenTerms.names})
      select change.document_id, change.id, ${givenTerms.of("u")}
        from json_to_recordset($7::json) u (${OF}, ${givenTerms.record})
        join change on change.document_id = u.of_order
       order by change.id
    ), typed as (
      insert into ${typedTexts.name} (${typedTexts.names})
      select ${typedTexts.of("u")} from json_to_recordset($8::json) u (${typedTexts.record})
    ), marked as (
      update reconciliation_document d
         set version = version + 1, plan = r.plan, recheck_at = r.recheck_at, ${READ_MARKS}
        from json_to_recordset($9::json) r (${OF}, plan integer, ${READ_RECORD})
       where d.id = r.of_order
    ), counted as (
      select account_id, count(*) as changes from change group by 1
    ), ranked as (
      select change.account_id, max(coded.rank) + 1 as next_rank
        from coded join change on change.document_id = coded.of_order group by 1
    ), moved as (
      update reconciliation_account a
         set version = a.version + counted.changes, next_rank = greatest(a.next_rank, ranked.next_rank)
        from counted left join ranked on ranked.account_id = counted.account_id
       where a.id = counted.account_id
    )
    select change.id as change_id, change.document_id from change`,
}
