import { ALLOCATION_COLUMNS, isoOf, OPEN_ITEM_COLUMNS } from "../ledger/columns"
import type { Statement } from "../ledger/statement"
import { typedTextOf } from "../ledger/tables/typed-texts"

/**
 * Changes that touched an order, newest first, before some change: those of the order itself, those that posted its
 * items, and those that allocated or released between them and others. Indexes on document and both item columns; as
 * many rows as are asked for.
 */
export const listChangesOfOrder: Statement = {
  name: "list_changes_of_order",
  text: `with own as (select id, change_id from reconciliation_open_item where document_id = $1),
    touching as (
      select id from reconciliation_change where document_id = $1
      union select change_id from own
      union select a.change_id from reconciliation_allocation a where a.credit_item_id in (select id from own)
      union select a.change_id from reconciliation_allocation a where a.debit_item_id in (select id from own)
    )
    select c.id, c.kind, ${isoOf("c.recorded_at")} as recorded_at, c.actor_type, c.actor_id, c.cause, c.run_id,
      c.undoes_change_id as undoes,
      ${typedTextOf("c.reason")} as reason
      from reconciliation_change c
     where c.id in (select id from touching) and ($2::bigint is null or c.id < $2)
     order by c.id desc limit $3`,
}

/** What some changes allocated and took back between items of an order and any, oldest first. Indexes on both item columns. */
export const loadMovesOfChanges: Statement = {
  name: "load_moves_of_changes",
  text: `with own as (select id from reconciliation_open_item where document_id = $1)
    select ${ALLOCATION_COLUMNS}, a.change_id
      from reconciliation_allocation a
     where a.change_id = any($2::bigint[])
       and (a.credit_item_id in (select id from own) or a.debit_item_id in (select id from own))
     order by a.id`,
}

/** What some changes posted on an order. Index on document. */
export const loadPostingsOfChanges: Statement = {
  name: "load_postings_of_changes",
  text: `select ${OPEN_ITEM_COLUMNS}, i.change_id
    from reconciliation_open_item i
   where i.document_id = $1 and i.change_id = any($2::bigint[])
   order by i.id`,
}

/** Everything that undid some changes, undid that, and so on. Index on what a change undoes; most have none. */
export const loadUndoings: Statement = {
  name: "load_undoings",
  text: `with recursive chain (id, undoes) as (
      select c.id, c.undoes_change_id from reconciliation_change c where c.undoes_change_id = any($1::bigint[])
      union
      select c.id, c.undoes_change_id from reconciliation_change c join chain on c.undoes_change_id = chain.id
    )
    select id, undoes from chain order by id`,
}

/** Some changes and what each undoes, what that undid, and so on. Primary key; most undo nothing. */
export const loadUndone: Statement = {
  name: "load_undone",
  text: `with recursive chain (id, undoes) as (
      select c.id, c.undoes_change_id from reconciliation_change c
       where c.id = any($1::bigint[]) and c.undoes_change_id is not null
      union
      select c.id, c.undoes_change_id from reconciliation_change c join chain on c.id = chain.undoes
    )
    select id, undoes from chain order by id`,
}

/** What some changes did to planned payments of an order. Unique index on document, index on instalment; a handful of rows. */
export const loadPlannedOfChanges: Statement = {
  name: "load_planned_of_changes",
  text: `select i.change_id, i.plan, 'planned' as kind, i.number, i.amount, i.due_on::text, null as due_before
      from reconciliation_instalment i
     where i.document_id = $1 and i.change_id = any($2::bigint[])
    union all
    select e.change_id, i.plan, e.kind, i.number, i.amount, coalesce(e.due_on, before.due_on, i.due_on)::text,
      case when e.kind = 'postponed' then coalesce(before.due_on, i.due_on)::text end
      from reconciliation_instalment i
      join reconciliation_instalment_event e on e.instalment_id = i.id
      left join lateral (
        select b.due_on from reconciliation_instalment_event b
         where b.instalment_id = i.id and b.kind = 'postponed' and b.id < e.id order by b.id desc limit 1) before on true
     where i.document_id = $1 and e.change_id = any($2::bigint[])
     order by plan, number`,
}
