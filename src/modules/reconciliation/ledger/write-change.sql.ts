import type { Statement } from "./statement"
import { newAllocations } from "./tables/allocations"
import { changes, codes } from "./tables/changes"
import { dueDates } from "./tables/due-dates"
import { instalmentEvents, instalments } from "./tables/instalments"
import { openItems } from "./tables/open-items"
import { givenTerms } from "./tables/terms"
import { typedTexts } from "./tables/typed-texts"

/** What a read of the host has seen of an order, from a record `r` of READ_RECORD. */
export const READ_MARKS = `read_at = r.read_at, state_at = greatest(d.state_at, r.state_at),
   host_version = greatest(d.host_version, r.host_version), seen_order = r.seen_order, seen_money = r.seen_money,
   seen_taxes = r.seen_taxes, problems = r.problems, expected = r.expected`
export const READ_RECORD = `read_at timestamptz, state_at timestamptz, host_version integer, seen_order timestamptz,
   seen_money timestamptz, seen_taxes timestamptz, problems jsonb, expected jsonb, recheck_at timestamptz`
const READ = `r (${READ_RECORD})`

/**
 * What few changes have. A plan of payments: its instalments, what becomes of instalments that stand already, and the
 * number of the plan that is in force afterwards, null where that stays. The days on which items fall due, and the order's
 * terms of payment. And what a person typed.
 */
const MORE = `), instalments as (
      insert into ${instalments.name} (account_id, document_id, change_id, plan, ${instalments.names})
      select change.account_id, change.document_id, change.id, $9::int, ${instalments.of("u")}
        from change, json_to_recordset($10::json) u (${instalments.record})
       order by u.number
      returning id, number
    ), events as (
      insert into ${instalmentEvents.name} (change_id, ${instalmentEvents.names})
      select change.id, ${instalmentEvents.of("u")}
        from change, json_to_recordset($11::json) u (${instalmentEvents.record})
       order by u.instalment_id
    ), due as (
      insert into ${dueDates.name} (change_id, ${dueDates.names})
      select change.id, ${dueDates.of("u", { open_item_id: "coalesce(p.item_id, u.open_item_id)" })}
        from change, json_to_recordset($12::json) u (${dueDates.record})
        left join posted p on p.id = u.open_item_id
       order by u.open_item_id
    ), typed as (
      insert into ${typedTexts.name} (${typedTexts.names})
      select ${typedTexts.of("u")} from json_to_recordset($13::json) u (${typedTexts.record})
    ), terms as (
      insert into ${givenTerms.name} (document_id, change_id, ${givenTerms.names})
      select change.document_id, change.id, ${givenTerms.of("u")}
        from change, json_to_recordset($14::json) u (${givenTerms.record})
    `

const statementText = (more: { ctes: string; instalment: string; join: string; set: string }): string =>
  `with change as (
      insert into ${changes.name} (${changes.names})
      select ${changes.of("u")} from json_to_record($1::json) u (${changes.record})
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
        from change, posted u order by u.item_id
    ), counters as (
      update ${openItems.name} i
         set allocated = i.allocated + u.moved, taxes_allocated = coalesce(u.taxes, i.taxes_allocated)
        from (select * from json_to_recordset($3::json) u (id bigint, moved bigint, taxes bigint[]) order by id) u
       where i.id = u.id
    ${more.ctes}), allocations as (
      insert into ${newAllocations.name} (account_id, change_id, run_id, ${newAllocations.names})
      select change.account_id, change.id, change.run_id, ${newAllocations.of("u", {
        credit_item_id: "coalesce(c.item_id, u.credit_item_id)",
        debit_item_id: "coalesce(d.item_id, u.debit_item_id)",
        instalment_id: more.instalment,
      })}
        from change, json_to_recordset($4::json) u (${newAllocations.record})
        left join posted c on c.id = u.credit_item_id
        left join posted d on d.id = u.debit_item_id${more.join}
       order by u.step
    ), codes as (
      insert into ${codes.name} (account_id, change_id, rank, document_id, open_item_id)
      select change.account_id, change.id, u.rank, u.document_id, coalesce(p.item_id, u.open_item_id)
        from change, json_to_recordset($5::json) u (${codes.record})
        left join posted p on p.id = u.open_item_id
       order by u.rank
    ), touched as (
      update reconciliation_document d set version = version + 1${more.set}
        from change
       where d.id = any($6::bigint[])
    ), marked as (
      update reconciliation_document d set version = version + 1${more.set}, ${READ_MARKS}
        from change, json_to_record($8::json) ${READ}
       where d.id = change.document_id and r.read_at is not null
    )
    update reconciliation_account a
       set version = a.version + 1, next_rank = greatest(a.next_rank, $7::int)
      from change
     where a.id = change.account_id
    returning change.id as change_id, a.version,
      (select coalesce(array_agg(item_id order by item_id), '{}') from posted) as item_ids`

/**
 * Writes one change as a whole: journal entry, new items, counters, allocations, codes, versions and,
 * when it comes from a read of the host, how far that has seen; in one statement and so in one round
 * trip. Each table takes one list of records, so that a column more is no parameter more
 * (docs/decisions/0016-lists-of-records.md). New items have the ids −1, −2 …, by which allocations and codes
 * name them. Counters move in id order, as all locks do.
 */
export const writeChange: Statement = {
  name: "write_change",
  prepared: true,
  text: statementText({ ctes: "", instalment: "u.instalment_id", join: "", set: "" }),
}

/** The same with planned payments, due dates and typed texts: allocations name a new instalment by its negated number. */
export const writeChangeWithMore: Statement = {
  name: "write_change_with_more",
  prepared: true,
  text: statementText({
    ctes: MORE,
    instalment: "coalesce(p.id, u.instalment_id)",
    join: "\n        left join instalments p on p.number = -u.instalment_id",
    set: ", plan = case when d.id = change.document_id then coalesce($9::int, plan) else plan end",
  }),
}

/**
 * Notes what a read of the host has seen, so that an older read is not applied after it and the sweep
 * can pass over the order, or must look again at a given moment. Primary key; one row.
 */
export const markRead: Statement = {
  name: "mark_read",
  prepared: true,
  text: `update reconciliation_document d set ${READ_MARKS}, recheck_at = r.recheck_at
    from json_to_record($2::json) ${READ} where d.id = $1`,
}
