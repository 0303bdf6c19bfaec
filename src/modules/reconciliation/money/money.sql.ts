import { OPEN_ITEM_COLUMNS } from "../ledger/columns"
import type { Statement } from "../ledger/statement"

/** The last number of a move of some money. Unique index on key. */
export const lastMove: Statement = {
  name: "last_move",
  text: `select coalesce(max(sequence), 0)::int as number from reconciliation_open_item where key = $1`,
}

/** Items under some keys of one sequence, each with its change, oldest first. Unique index on key; a row a key. */
export const findPosted: Statement = {
  name: "find_posted",
  text: `select ${OPEN_ITEM_COLUMNS}, i.account_id, i.change_id, d.order_id, d.account_id as document_account_id
    from reconciliation_open_item i
    left join reconciliation_document d on d.id = i.document_id
   where i.key = any($1::text[]) and ($2::int is null or i.sequence = $2)
   order by i.id`,
}

/** What reversals of some items posted and took back, wherever, oldest first, each with its change. Index on what they reverse. */
export const loadReversalsWithChanges: Statement = {
  name: "load_reversals_with_changes",
  text: `select ${OPEN_ITEM_COLUMNS}, i.account_id, i.change_id, d.order_id, d.account_id as document_account_id
    from reconciliation_open_item i
    left join reconciliation_document d on d.id = i.document_id
   where i.kind = 'reversal' and i.reverses_item_id = any($1::bigint[]) and i.origin_item_id is null
   order by i.id`,
}

/** Orders by the ledger's ids, in that order. Primary key; one row each. */
export const ordersOfDocuments: Statement = {
  name: "orders_of_documents",
  text: `select d.order_id from reconciliation_document d where d.id = any($1::bigint[]) order by d.id`,
}

/**
 * A page of money whose owner nobody knows yet, oldest first, from after a given place. Partial index on open rows of
 * an account; a suspense account has few.
 */
export const listSuspense: Statement = {
  name: "list_suspense",
  text: `select ${OPEN_ITEM_COLUMNS}, i.account_id, a.owner_type, a.owner_id, a.currency_code, a.digits, null as order_id
    from reconciliation_account a
    join reconciliation_open_item i on i.account_id = a.id
   where a.owner_type = 'suspense'
     and ($1::text is null or a.currency_code = $1)
     and i.side = 'credit' and i.kind in ('payment', 'deposit') and i.allocated < i.amount
     and ($2::date is null or (i.occurred_on, i.id) > ($2, $3::bigint))
   order by i.occurred_on, i.id
   limit $4`,
}
