import { isoOf, OPEN_ITEM_COLUMNS } from "./columns"
import type { Statement } from "./statement"

/** Every open item of an account with the order it belongs to. Partial index on open rows. */
export const loadOpenItemsOfAccount: Statement = {
  name: "load_open_items_of_account",
  prepared: true,
  text: `select ${OPEN_ITEM_COLUMNS}, d.order_id, ${isoOf("d.placed_at")} as placed_at,
      d.placed_on::text, d.plan
    from reconciliation_open_item i
    left join reconciliation_document d on d.id = i.document_id
   where i.account_id = $1 and i.allocated < i.amount
   order by i.id`,
}

/** Every open item of some accounts, in the order of these. Partial index on open rows. */
export const loadOpenItemsOfAccounts: Statement = {
  name: "load_open_items_of_accounts",
  prepared: true,
  text: `select i.account_id, ${OPEN_ITEM_COLUMNS}, d.order_id, ${isoOf("d.placed_at")} as placed_at,
      d.placed_on::text, d.plan
    from reconciliation_open_item i
    left join reconciliation_document d on d.id = i.document_id
   where i.account_id = any($1::bigint[]) and i.allocated < i.amount
   order by i.account_id, i.id`,
}

/** Which of these orders, each in an account, and which credits have a matching code already. Unique indexes. */
export const loadCodedOfAccounts: Statement = {
  name: "load_coded_of_accounts",
  prepared: true,
  text: `select s.account_id, s.document_id, s.open_item_id
      from unnest($1::bigint[], $2::bigint[]) u (document_id, account_id)
      join reconciliation_matching_sequence s on s.document_id = u.document_id and s.account_id = u.account_id
    union all
    select s.account_id, null, s.open_item_id
      from unnest($3::bigint[]) u (id) join reconciliation_matching_sequence s on s.open_item_id = u.id`,
}

/** Which of these orders and credits have a matching code already. Unique indexes. */
export const loadCoded: Statement = {
  name: "load_coded",
  text: `select document_id, open_item_id from reconciliation_matching_sequence
    where document_id = any($1::bigint[]) and account_id = $3 or open_item_id = any($2::bigint[])`,
}

/** Whether money lies on an account that belongs to no order and is not used up. Partial index; 0 or 1 row. */
export const findUnappliedDeposit: Statement = {
  name: "find_unapplied_deposit",
  text: `select 1 as found from reconciliation_open_item
    where account_id = $1 and document_id is null and side = 'credit' and allocated < amount limit 1`,
}

/** Whether any credit of an account is not used up. Partial index on open rows; 0 or 1 row. */
export const findUnappliedCredit: Statement = {
  name: "find_unapplied_credit",
  text: `select 1 as found from reconciliation_open_item
    where account_id = $1 and side = 'credit' and allocated < amount limit 1`,
}
