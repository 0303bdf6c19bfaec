import type { Statement } from "../ledger/statement"

/**
 * Orders of the host as o: some customers' ($1), of a currency ($2), placed on some days ($3 to $4) of a time zone ($5). They
 * are read from the host's own table, as the sweep does, because they must be compared with the ledger's (0007).
 */
const OF_SCOPE = `o.deleted_at is null
     and ($1::text[] is null or o.customer_id = any($1)) and ($2::text is null or lower(o.currency_code) = $2)
     and ($3::date is null or o.created_at >= $3::date::timestamp at time zone $5)
     and ($4::date is null or o.created_at < ($4::date + 1)::timestamp at time zone $5)`

/** What the ledger has of an order d is nothing: a back-fill of it was undone, and nothing was read since. */
const WITHDRAWN = `coalesce((select c.kind from reconciliation_change c where c.document_id = d.id order by c.id desc limit 1), '') = 'withdrawal'`

const UNKNOWN = `not exists (select from reconciliation_document d where d.order_id = o.id and not ${WITHDRAWN})`

/**
 * Cuts the orders of a scope that the ledger does not know into chunks of a run ($6), of so many ($8) each, the oldest first
 * and at most so many ($7), and counts those of the scope. One pass over the host's orders.
 */
export const cutBackFilling: Statement = {
  name: "cut_back_fill",
  text: `with chosen as (
      select o.id, row_number() over (order by o.created_at, o.id) - 1 as place
        from "order" o where ${OF_SCOPE} and ${UNKNOWN}
       order by o.created_at, o.id limit $7::int
    ), cut as (
      select array_agg(id order by place) as order_ids, min(place) as first from chosen group by place / $8::int
    ), added as (
      insert into reconciliation_run_chunk (run_id, order_ids)
      select $6::bigint, order_ids from cut order by first
      returning order_ids
    )
    update reconciliation_run r
       set accounts = (select coalesce(sum(cardinality(order_ids)), 0) from added),
           in_scope = (select count(*) from "order" o where ${OF_SCOPE})
     where r.id = $6::bigint`,
}

/** How many orders a scope has. One pass over the host's orders. */
export const countOrders: Statement = {
  name: "count_orders_of_scope",
  text: `select count(*)::int as orders from "order" o where ${OF_SCOPE}`,
}

/**
 * Orders of a scope that the ledger does not know, the oldest first, after one of them: its moment in microseconds ($6) and
 * its id ($7). One pass over the host's orders; at most so many ($8).
 */
export const listUnknown: Statement = {
  name: "list_unknown_orders",
  text: `select o.id, (extract(epoch from o.created_at) * 1000000)::bigint || '_' || o.id as place
    from "order" o
   where ${OF_SCOPE} and ${UNKNOWN}
     and (o.created_at, o.id) > (timestamptz 'epoch' + $6::bigint * interval '1 microsecond', $7::text)
   order by o.created_at, o.id limit $8::int`,
}

/**
 * How some orders stand: nothing open, something settled, or nothing; and those whose rows in the host contradict each other.
 * Unique index, index on the order of items; one row.
 */
export const countStates: Statement = {
  name: "count_states_of_orders",
  text: `with orders as (
      select d.id, coalesce(sum(i.amount - i.allocated), 0) as open, coalesce(sum(i.allocated), 0) as settled,
             exists (select from reconciliation_transaction t where t.document_id = d.id and t.kind = 'order' and t.contradicts) as wrong
        from reconciliation_document d
        join reconciliation_open_item i on i.document_id = d.id and i.account_id = d.account_id
       where d.order_id = any($1::text[])
       group by d.id
    )
    select count(*) filter (where open = 0)::int as full, count(*) filter (where open > 0 and settled > 0)::int as partial,
           count(*) filter (where open > 0 and settled = 0)::int as none, count(*) filter (where wrong)::int as contradicting
      from orders`,
}

/** One chunk of a run that is looked at and taken back. One row. */
export const addOrders: Statement = {
  name: "add_orders_to_run",
  text: `insert into reconciliation_run_chunk (run_id, order_ids) values ($1::bigint, $2::text[]) returning id`,
}

/** Those of some orders that the ledger knows by now. Unique index; a row each. */
export const listKnown: Statement = {
  name: "list_known_orders",
  text: `select d.order_id from reconciliation_document d where d.order_id = any($1::text[]) and not ${WITHDRAWN}`,
}

/** Orders of the host by number, with whose they are, and whose account that is. */
const ROOTS = `with recursive orders as (
      select * from json_to_recordset($1::json) o (n integer, owner_type text, owner_id text, currency_code text, digits smallint,
        first_rank integer, order_id text, display_id text, placed_at timestamptz, placed_on date, sales_channel_id text)
    ), chain (n, owner_type, owner_id, depth) as (
      select n, owner_type, owner_id, 0 from orders
      union all
      select c.n, m.of_type, m.of_id, c.depth + 1 from chain c
        join reconciliation_membership m
          on m.member_type = c.owner_type and m.member_id = c.owner_id and m.ended_at is null
    ), roots as (
      select distinct on (c.n) c.n, c.owner_type, c.owner_id, o.currency_code, o.digits, o.first_rank
        from chain c join orders o on o.n = c.n order by c.n, c.depth desc)`

/** Opens the accounts that some orders belong to, where there are none, in one order. Unique index; nobody may join or leave meanwhile. */
export const openAccounts: Statement = {
  name: "open_accounts",
  text: `${ROOTS}
    insert into reconciliation_account (owner_type, owner_id, currency_code, digits, next_rank)
    select owner_type, owner_id, currency_code, min(digits), min(first_rank) from roots
     group by 1, 2, 3 order by 1, 2, 3
    on conflict (owner_type, owner_id, currency_code) do nothing`,
}

/** Locks these accounts, each when the one before it is held, in order of their ids. Unique index. */
export const lockAccountsOfOrders: Statement = {
  name: "lock_accounts_of_orders",
  text: `${ROOTS}
    select id, owner_type, owner_id, currency_code, digits, next_rank, version from reconciliation_account
     where (owner_type, owner_id, currency_code) in (select owner_type, owner_id, currency_code from roots)
     order by id for update`,
}

/** Opens the orders where the ledger has none of them, each named with its own owner where its account is another one's. Unique indexes; a row for each that it opened. */
export const openDocuments: Statement = {
  name: "open_documents",
  text: `${ROOTS}
    insert into reconciliation_document (account_id, order_id, display_id, placed_at, placed_on, sales_channel_id, owner_type, owner_id)
    select a.id, o.order_id, o.display_id, o.placed_at, o.placed_on, o.sales_channel_id,
           case when (r.owner_type, r.owner_id) <> (o.owner_type, o.owner_id) then o.owner_type end,
           case when (r.owner_type, r.owner_id) <> (o.owner_type, o.owner_id) then o.owner_id end
      from orders o
      join roots r on r.n = o.n
      join reconciliation_account a
        on a.owner_type = r.owner_type and a.owner_id = r.owner_id and a.currency_code = r.currency_code
     order by o.n
    on conflict (order_id) do nothing
    returning id, account_id, order_id, owner_type, owner_id`,
}
