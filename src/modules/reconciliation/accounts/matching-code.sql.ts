import { ALLOCATION_COLUMNS, OPEN_ITEM_COLUMNS } from "../ledger/columns"
import type { Statement } from "../ledger/statement"

/**
 * The order or the credit that an account gave a rank to; of an order, what its plan of payments is read from. Unique
 * index on account and rank, then primary keys; 0 or 1 row.
 */
export const readCode: Statement = {
  name: "read_code",
  text: `select s.open_item_id, d.id as document_id, d.order_id, d.display_id, d.plan, d.expected, d.problems
    from reconciliation_matching_sequence s
    left join reconciliation_document d on d.id = s.document_id
   where s.account_id = $1 and s.rank = $2`,
}

/** Live allocations of a credit, oldest first. Index on the credit's column. */
export const loadAllocationsOfCredit: Statement = {
  name: "load_allocations_of_credit",
  text: `select ${ALLOCATION_COLUMNS}, a.account_id
    from reconciliation_live_allocation a where a.credit_item_id = $1 order by a.id`,
}

/**
 * An order's items in one account, with further items of it, each with its order. Index on document and primary key; as
 * many rows as the order has items and its money pays others.
 */
export const loadItemsUnderCode: Statement = {
  name: "load_items_under_code",
  text: `select ${OPEN_ITEM_COLUMNS}, d.order_id, d.display_id
    from reconciliation_open_item i
    left join reconciliation_document d on d.id = i.document_id
   where i.account_id = $1 and (i.document_id = $2 or i.id = any($3::bigint[]))
   order by i.id`,
}
