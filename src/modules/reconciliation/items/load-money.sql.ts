import { ALLOCATION_COLUMNS, OPEN_ITEM_COLUMNS } from "../ledger/columns"
import type { Statement } from "../ledger/statement"

/** An item by id with the account and the order that it is in now. Primary key; 0 or 1 row. */
export const findItem: Statement = {
  name: "find_item",
  text: `select ${OPEN_ITEM_COLUMNS}, i.account_id, d.order_id, d.account_id as document_account_id
    from reconciliation_open_item i
    left join reconciliation_document d on d.id = i.document_id
   where i.id = $1`,
}

/** The newest credit under a key, for example of a capture. Unique index on key; 0 or 1 row. */
export const findCreditByKey: Statement = {
  name: "find_credit_by_key",
  text: `select i.id from reconciliation_open_item i where i.key = $1 and i.side = 'credit' order by i.sequence desc limit 1`,
}

/**
 * What an item's live allocations join it with, oldest first, and where the other item's order is now.
 * Indexes on both item columns; as many rows as it has live allocations.
 */
export const loadPartners: Statement = {
  name: "load_partners",
  text: `with live as (
      select a.id, case a.credit_item_id when $1 then a.debit_item_id else a.credit_item_id end as partner_id
        from reconciliation_live_allocation a
       where a.credit_item_id = $1 or a.debit_item_id = $1
    )
    select live.id as allocation_id, a.amount as allocation_amount, ${OPEN_ITEM_COLUMNS}, i.account_id,
        d.order_id, d.account_id as document_account_id
      from live
      join reconciliation_allocation a on a.id = live.id
      join reconciliation_open_item i on i.id = live.partner_id
      left join reconciliation_document d on d.id = i.document_id
     order by live.id`,
}

/** The live allocations of an item. Indexes on both item columns; as many rows as there are. */
export const loadLiveAllocations: Statement = {
  name: "load_live_allocations",
  text: `select ${ALLOCATION_COLUMNS} from reconciliation_live_allocation a
    where a.credit_item_id = $1 or a.debit_item_id = $1
    order by a.id`,
}

/** What reversals of some items posted, wherever, oldest first. Index on the item that they take back. */
export const loadReversals: Statement = {
  name: "load_reversals",
  text: `select ${OPEN_ITEM_COLUMNS}, i.account_id, d.order_id
    from reconciliation_open_item i
    left join reconciliation_document d on d.id = i.document_id
   where i.kind = 'reversal' and i.reverses_item_id = any($1::bigint[]) and i.origin_item_id is null
   order by i.id`,
}

/**
 * Money as it came, and as it went on in other accounts, with the account and the order that each is in now.
 * Primary key, index on the origin; a row an account.
 */
export const loadPaymentChain: Statement = {
  name: "load_payment_chain",
  text: `select ${OPEN_ITEM_COLUMNS}, i.account_id, d.order_id, d.account_id as document_account_id
    from reconciliation_open_item i
    left join reconciliation_document d on d.id = i.document_id
    where i.id = $1 or i.origin_item_id = $1
    order by i.id`,
}

/** What the host has deleted of money in: the voids less the credits after the first, under a key. Unique index on key. */
export const sumOfVoids: Statement = {
  name: "sum_of_voids",
  text: `select coalesce(sum(i.amount), 0)::text as voided from reconciliation_open_item i
    where i.key = $1 and i.sequence > $2 and i.kind = 'void' and i.side = 'debit'`,
}

/**
 * Orders and those that credits of their lines have come to settle, and so on, with the account that each is in
 * now. Index on the document, then on the credit; as many rows as there are orders.
 */
export const loadReach: Statement = {
  name: "load_reach",
  text: `with recursive reach (document_id) as (
      select d.id from reconciliation_document d where d.order_id = any($1::text[])
      union
      select debit.document_id
        from reach r
        join reconciliation_open_item credit on credit.document_id = r.document_id
          and credit.side = 'credit' and credit.line_key is not null
        join reconciliation_live_allocation a on a.credit_item_id = credit.id
        join reconciliation_open_item debit on debit.id = a.debit_item_id
       where debit.document_id is not null and debit.document_id <> r.document_id
    )
    select d.order_id, d.account_id from reach r join reconciliation_document d on d.id = r.document_id order by d.id`,
}
