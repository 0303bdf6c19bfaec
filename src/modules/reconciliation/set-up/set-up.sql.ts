import { isoOf } from "../ledger/columns"
import type { Statement } from "../ledger/statement"

const COLUMNS = `id::text, version, step, draft, done, actor_type, actor_id, ${isoOf("saved_at")} as saved_at,
  ${isoOf("finished_at")} as finished_at`

/** The set-up under way, and the last one that was finished. A handful of rows. */
export const readSetUps: Statement = {
  name: "read_set_ups",
  text: `(select ${COLUMNS} from reconciliation_set_up where finished_at is null)
    union all
    (select ${COLUMNS} from reconciliation_set_up where finished_at is not null order by id desc limit 1)`,
}

/** Begins one where none is under way. Unique index; 0 or 1 row. */
export const beginSetUp: Statement = {
  name: "begin_set_up",
  text: `insert into reconciliation_set_up (step, draft, actor_type, actor_id)
    values ($1, $2::jsonb, $3, $4) on conflict ((true)) where finished_at is null do nothing
    returning id::text`,
}

/** Writes over the one under way where it is still of a version. 0 or 1 row. */
export const saveSetUp: Statement = {
  name: "save_set_up",
  text: `update reconciliation_set_up
      set version = version + 1, step = $2, draft = $3::jsonb, actor_type = $4, actor_id = $5,
          saved_at = date_trunc('milliseconds', clock_timestamp())
    where finished_at is null and version = $1::int
    returning id::text`,
}

/** Notes what finishing has done of one. Primary key. */
export const noteDone: Statement = {
  name: "note_done_of_set_up",
  text: `update reconciliation_set_up set done = done || $2::jsonb where id = $1::bigint`,
}

/** Ends one where it is still of a version; whose balances they were is kept by the balances themselves. Primary key; 0 or 1 row. */
export const finishSetUp: Statement = {
  name: "finish_set_up",
  text: `update reconciliation_set_up
      set finished_at = date_trunc('milliseconds', clock_timestamp()), draft = jsonb_set(draft, '{opening,rows}', '[]'),
          actor_type = $3, actor_id = $4
    where id = $1::bigint and version = $2::int and finished_at is null
    returning id::text`,
}

/**
 * Takes the rows of a customer, named by id or e-mail, out of the draft under way; whoever has it open is told that it moved on.
 * 0 or 1 row.
 */
export const eraseDraftRows: Statement = {
  name: "erase_draft_rows",
  text: `update reconciliation_set_up s
      set version = s.version + 1, draft = jsonb_set(s.draft, '{opening,rows}', kept.rows)
     from (select u.id, coalesce(jsonb_agg(r.row order by r.place)
                    filter (where r.row ->> 'customer_id' is distinct from $1
                      and ($2 = '' or lower(btrim(r.row ->> 'email')) is distinct from lower(btrim($2)))), '[]') as rows
             from reconciliation_set_up u
            cross join jsonb_array_elements(u.draft #> '{opening,rows}') with ordinality r (row, place)
            where u.finished_at is null group by u.id) kept
    where s.id = kept.id and kept.rows <> s.draft #> '{opening,rows}'`,
}

/** How many orders the host has, and the day of the first one in a time zone. One pass over the host's orders. */
export const readShop: Statement = {
  name: "read_shop",
  text: `select count(*)::int as orders, (min(o.created_at) at time zone $1)::date::text as first_order_on
    from "order" o where o.deleted_at is null`,
}

/** The last orders of the host, from which examples are chosen. One pass over the host's orders. */
export const listLastOrders: Statement = {
  name: "list_last_orders",
  text: `select o.id from "order" o where o.deleted_at is null order by o.created_at desc, o.id desc limit $1::int`,
}

/** The last money on account that is not used up where something is owed. Partial indexes on what is open; 0 or 1 row. */
export const findLastDeposit: Statement = {
  name: "find_last_deposit",
  text: `select i.id::text, i.account_id::text, a.owner_type, a.owner_id, a.owner_name, a.owner_company, a.currency_code, a.digits
    from reconciliation_open_item i
    join reconciliation_account a on a.id = i.account_id
   where i.document_id is null and i.side = 'credit' and i.kind = 'deposit' and i.allocated < i.amount
     and exists (select from reconciliation_open_item d
                  where d.account_id = i.account_id and d.side = 'debit' and d.allocated < d.amount)
   order by i.id desc limit 1`,
}

/** The numbers of some orders. Primary key. */
export const numbersOfDocuments: Statement = {
  name: "numbers_of_documents",
  text: `select id::text, order_id, display_id from reconciliation_document where id = any($1::bigint[])`,
}
