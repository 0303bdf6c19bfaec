import { ALLOCATION_COLUMNS, isoOf, OPEN_ITEM_COLUMNS } from "../ledger/columns"
import type { Statement } from "../ledger/statement"

/**
 * Live allocations that touch some orders or items, oldest first: those of every credit that is theirs or pays them.
 * Indexes on document and both item columns; as many rows as these have allocations.
 */
export const loadAllocationsAround: Statement = {
  name: "load_allocations_around",
  text: `with own as (
      select id, side from reconciliation_open_item where document_id = any($1::bigint[]) or id = any($2::bigint[])
    ), credits as (
      select id from own where side = 'credit'
      union
      select credit_item_id from reconciliation_live_allocation
       where debit_item_id in (select id from own where side = 'debit')
    )
    select ${ALLOCATION_COLUMNS} from reconciliation_live_allocation a
     where a.credit_item_id in (select id from credits)
     order by a.id`,
}

/**
 * Every item of some orders, and some others by id, with the order that each belongs to and whether that has gone to
 * another account. Index on document, primary key; one row each.
 */
export const loadItemsAround: Statement = {
  name: "load_items_around",
  text: `select ${OPEN_ITEM_COLUMNS}, i.account_id, d.order_id, d.display_id, ${isoOf("d.placed_at")} as placed_at,
      d.placed_on::text, coalesce(d.account_id <> i.account_id, false) as moved_away
    from reconciliation_open_item i
    left join reconciliation_document d on d.id = i.document_id
   where i.document_id = any($1::bigint[]) or i.id = any($2::bigint[])
   order by i.id`,
}

/** What a change allocated and took back, in its order. Index on change; as many rows as it made. */
export const loadAllocationsOfChange: Statement = {
  name: "load_allocations_of_change",
  text: `select ${ALLOCATION_COLUMNS} from reconciliation_allocation a where a.change_id = $1 order by a.id`,
}

/**
 * A change and all that undid it, undid that, and so on, oldest first; nothing when it did not touch the order or
 * the account. Primary key, indexes on what a change undoes, on change and on document; a handful of rows.
 */
export const loadChangeWithUndoings: Statement = {
  name: "load_change_with_undoings",
  text: `with recursive chain (id, undoes, kind, account_id) as (
      select c.id, c.undoes_change_id, c.kind, c.account_id
        from reconciliation_change c
       where c.id = $1 and c.account_id = $2
         and ($3::bigint is null or c.document_id = $3 or exists (
           select 1 from reconciliation_allocation a
             join reconciliation_open_item i on i.id = a.credit_item_id or i.id = a.debit_item_id
            where a.change_id = c.id and i.document_id = $3))
      union
      select c.id, c.undoes_change_id, c.kind, c.account_id
        from reconciliation_change c join chain on c.undoes_change_id = chain.id
    )
    select id, undoes, kind from chain order by id`,
}

/** The orders of some items, in the order in which the ledger came to know them. Primary keys; at most some. */
export const ordersOfItems: Statement = {
  name: "orders_of_items",
  text: `select d.order_id from reconciliation_document d
   where d.id in (select document_id from reconciliation_open_item where id = any($1::bigint[]))
   order by d.id limit $2`,
}
