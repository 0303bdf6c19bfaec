import { OPEN_ITEM_COLUMNS } from "../ledger/columns"
import type { Statement } from "../ledger/statement"

/** An owner and all who are members of them, or of their members; a handful of rows. Index on whom they are members of. */
const TREE = `tree (owner_type, owner_id) as (
      select $1::text, $2::text
      union
      select m.member_type, m.member_id from tree t
        join reconciliation_membership m
          on m.of_type = t.owner_type and m.of_id = t.owner_id and m.ended_at is null)`

/** Whose account each member's is: one row a member. Passes over the living memberships. */
const ROOTS = `up (member_type, member_id, owner_type, owner_id, depth) as (
      select member_type, member_id, of_type, of_id, 1 from reconciliation_membership where ended_at is null
      union all
      select u.member_type, u.member_id, m.of_type, m.of_id, u.depth + 1 from up u
        join reconciliation_membership m
          on m.member_type = u.owner_type and m.member_id = u.owner_id and m.ended_at is null),
    roots as (
      select distinct on (member_type, member_id) member_type, member_id, owner_type, owner_id
        from up order by member_type, member_id, depth desc)`

/**
 * Orders of an owner and of their members that have something open and are not in the account of `$3 $4`. Unique index on
 * owners of accounts, index on owners of documents, partial index on open rows.
 */
export const ordersElsewhere: Statement = {
  name: "orders_elsewhere",
  text: `with recursive ${TREE}, own as (
      select d.id from tree t
        join reconciliation_account a on a.owner_type = t.owner_type and a.owner_id = t.owner_id
        join reconciliation_document d on d.account_id = a.id and d.owner_id is null
      union
      select d.id from tree t
        join reconciliation_document d on d.owner_type = t.owner_type and d.owner_id = t.owner_id)
    select d.order_id, d.account_id, a.currency_code, a.digits
      from own join reconciliation_document d on d.id = own.id
      join reconciliation_account a on a.id = d.account_id
     where (a.owner_type, a.owner_id) <> ($3::text, $4::text)
       and exists (select 1 from reconciliation_open_item i where i.document_id = d.id and i.allocated < i.amount)
     order by d.id`,
}

/** What an item that closed another one goes on as in the account that it went to. */
const GOES_ON = `join reconciliation_open_item i
          on i.key = regexp_replace(o.key, '^(give|move):out:', '\\1:in:') and i.key <> o.key and i.sequence = o.sequence`

/**
 * What is open without an order and is not in the account of `$3 $4`: in accounts of an owner and of their members, and
 * what came from there since `$5`, when that is given, and lies in the account of `$6 $7`: it is followed pair by pair, for
 * what somebody moved elsewhere is there. Unique indexes on owners and keys, partial index on items without an order,
 * indexes on both items of an allocation.
 */
export const moneyElsewhere: Statement = {
  name: "money_elsewhere",
  text: `with recursive ${TREE}, accounts as (
      select a.id from tree t join reconciliation_account a on a.owner_type = t.owner_type and a.owner_id = t.owner_id),
    came (id) as (
      select i.id from accounts a
        join reconciliation_open_item o on o.account_id = a.id and o.document_id is null and o.occurred_at >= $5::timestamptz
        ${GOES_ON}
      union
      select i.id from came c
       cross join lateral (
         select debit_item_id as id from reconciliation_live_allocation where credit_item_id = c.id
         union all
         select credit_item_id from reconciliation_live_allocation where debit_item_id = c.id) n
        join reconciliation_open_item o on o.id = n.id and o.document_id is null
        ${GOES_ON}),
    own as (
      select i.id from accounts a
        join reconciliation_open_item i on i.account_id = a.id and i.document_id is null and i.allocated < i.amount
      union
      select i.id from came c
        join reconciliation_open_item i on i.id = c.id and i.allocated < i.amount
        join reconciliation_account l on l.id = i.account_id and l.owner_type = $6::text and l.owner_id = $7::text)
    select ${OPEN_ITEM_COLUMNS}, i.account_id, a.currency_code, a.digits
      from own join reconciliation_open_item i on i.id = own.id
      join reconciliation_account a on a.id = i.account_id
     where (a.owner_type, a.owner_id) <> ($3::text, $4::text)
     order by i.id`,
}

/** The numbers that some keys have come to. Unique index on key; a row a key that is used. */
export const lastSequences: Statement = {
  name: "last_sequences",
  text: `select key, max(sequence)::int as sequence from reconciliation_open_item where key = any($1::text[]) group by key`,
}

/** Orders that are in another account than they belong to. Passes over the living memberships, then indexes on account and owner. */
export const misplacedOrders: Statement = {
  name: "misplaced_orders",
  text: `with recursive ${ROOTS}
    select d.order_id from roots r
      join reconciliation_account a on a.owner_type = r.member_type and a.owner_id = r.member_id
      join reconciliation_document d on d.account_id = a.id and d.owner_id is null
    union all
    select d.order_id from reconciliation_document d
      join reconciliation_account a on a.id = d.account_id
      left join roots r on r.member_type = d.owner_type and r.member_id = d.owner_id
     where d.owner_id is not null
       and (coalesce(r.owner_type, d.owner_type), coalesce(r.owner_id, d.owner_id)) <> (a.owner_type, a.owner_id)
     limit $1`,
}

/** Members on whose own accounts something is open without an order. Passes over the living memberships. */
export const membersWithMoney: Statement = {
  name: "members_with_money",
  text: `select m.member_type as owner_type, m.member_id as owner_id from reconciliation_membership m
    where m.ended_at is null and exists (
      select 1 from reconciliation_account a
        join reconciliation_open_item i on i.account_id = a.id and i.document_id is null and i.allocated < i.amount
       where a.owner_type = m.member_type and a.owner_id = m.member_id)
    limit $1`,
}
