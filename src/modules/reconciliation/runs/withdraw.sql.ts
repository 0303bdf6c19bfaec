import type { Statement } from "../ledger/statement"

/** The first change of a run ($1) that posted something of an order, as c of a document d; what was withdrawn since is not. */
const POSTED = `reconciliation_change c join reconciliation_document d on d.id = c.document_id
   where c.run_id = $1::bigint and c.kind = 'ingest'
     and not exists (select from reconciliation_change f where f.run_id = c.run_id and f.document_id = c.document_id and f.id < c.id and f.kind = 'ingest')
     and not exists (select from reconciliation_change u where u.undoes_change_id = c.id)`

/**
 * Cuts the orders that a back-fill ($1) has posted into chunks of a run ($2), of so many ($6) each. Parameters besides: how
 * many ($3), after which document ($4), whether only those that something has changed since, or that plan payments ($5).
 * Index on the run's changes.
 */
export const cutWithdrawing: Statement = {
  name: "cut_undo_of_back_fill",
  text: `with made as (
      select d.id, d.order_id, row_number() over (order by d.id) - 1 as place from ${POSTED}
         and d.id > $4::bigint
         and (not $5::boolean or d.plan > 0 or d.account_id <> c.account_id or exists (
           select from reconciliation_change l where l.account_id = c.account_id and l.id > c.id and l.run_id is distinct from c.run_id))
       order by d.id limit $3::int
    ), cut as (
      select array_agg(order_id order by place) as order_ids, min(place) as first, max(id) as last
        from made group by place / $6::int
    ), added as (
      insert into reconciliation_run_chunk (run_id, order_ids)
      select $2::bigint, order_ids from cut order by first
      returning id, order_ids
    ), counted as (
      update reconciliation_run r set accounts = (select coalesce(sum(cardinality(order_ids)), 0) from added) where r.id = $2::bigint
    )
    select added.id, added.order_ids, cut.last from added join cut using (order_ids) order by added.id`,
}

/** The accounts in which some orders ($1) are. Unique index; a row each. */
export const accountsOfOrders: Statement = {
  name: "accounts_of_orders",
  text: `select distinct account_id from reconciliation_document where order_id = any($1::text[])`,
}

/**
 * What became of some orders ($2) since a back-fill ($1) posted them: whether more was posted, an allocation moved, payments
 * planned, or the order given to another account. Index on the run's changes, on document and on both item columns; a row each.
 */
export const loadPosted: Statement = {
  name: "load_posted_by_run",
  text: `select d.order_id, c.id as change_id, d.plan > 0 as planned, d.account_id <> c.account_id as moved,
      exists (select from reconciliation_open_item i join reconciliation_change x on x.id = i.change_id
               where i.document_id = d.id and i.change_id > c.id and x.run_id is distinct from $1) as followed,
      exists (select from reconciliation_open_item i join reconciliation_allocation a on i.id in (a.credit_item_id, a.debit_item_id)
               where i.document_id = d.id and a.change_id > c.id and a.run_id is distinct from $1) as changed
    from ${POSTED} and d.order_id = any($2::text[])
   order by d.id`,
}

/** Of an order nothing is read: the next read tells it from its beginning. Primary key; one row. */
export const forgetReads: Statement = {
  name: "forget_reads_of_order",
  text: `update reconciliation_document set host_version = 0, state_at = null, recheck_at = null, problems = '[]', expected = '[]'
   where id = $1::bigint`,
}
