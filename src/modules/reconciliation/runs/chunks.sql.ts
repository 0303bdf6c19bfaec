import type { Statement } from "../ledger/statement"

const OF_RUN = `c.id, c.run_id, c.account_ids, c.order_ids, r.scope, r.strategy, r.undoes_run_id, r.is_cascade, r.actor_type, r.actor_id, r.cause, r.state`

/**
 * Takes the first chunk that waits and that nobody holds, for a worker ($1) and some milliseconds ($2), unless it was taken
 * so often ($3); its run begins with it. Partial index on waiting chunks; 0 or 1 row.
 */
export const takeChunk: Statement = {
  name: "take_chunk",
  text: `with taken as (
      update reconciliation_run_chunk c
         set lease_holder = $1, lease_until = clock_timestamp() + $2::int * interval '1 millisecond', attempts = attempts + 1
       where c.id = (
         select w.id from reconciliation_run_chunk w
           join reconciliation_run r on r.id = w.run_id and r.state in ('queued', 'running')
          where w.state = 'waiting' and w.attempts < $3::int and (w.lease_until is null or w.lease_until < clock_timestamp())
          order by w.id limit 1 for update of w skip locked)
      returning c.*
    ), begun as (
      update reconciliation_run r set state = 'running', started_at = date_trunc('milliseconds', clock_timestamp())
        from taken where r.id = taken.run_id and r.state = 'queued'
    )
    select ${OF_RUN} from taken c join reconciliation_run r on r.id = c.run_id`,
}

/** Holds a chunk until the transaction ends, if it is its worker's still. Primary key; 0 or 1 row. */
export const holdChunk: Statement = {
  name: "hold_chunk",
  text: `select ${OF_RUN} from reconciliation_run_chunk c join reconciliation_run r on r.id = c.run_id
   where c.id = $1::bigint and c.lease_holder = $2 and c.state = 'waiting' for update of c`,
}

/** Closes a chunk with what was counted. Primary key. */
export const closeChunk: Statement = {
  name: "close_chunk",
  text: `update reconciliation_run_chunk
       set state = 'done', changed = $2, placed = $3, allocations = $4, settled = $5, exact_broken = $6, left_count = $7,
           amounts = $8::jsonb, left_over = $9::jsonb, lease_holder = null, lease_until = null, error = null,
           ended_at = clock_timestamp()
     where id = $1::bigint`,
}

/** Gives a chunk back, to be taken after some milliseconds ($3), as often as if it had not been taken now. Primary key. */
export const giveBack: Statement = {
  name: "give_chunk_back",
  text: `update reconciliation_run_chunk
       set lease_holder = null, lease_until = clock_timestamp() + $3::int * interval '1 millisecond',
           attempts = greatest(attempts - 1, 0)
     where id = $1::bigint and lease_holder = $2 and state = 'waiting'`,
}

/** Cuts a chunk that cannot be done in two, which are tried anew. Primary key. */
export const halveChunk: Statement = {
  name: "halve_chunk",
  text: `with halved as (
      update reconciliation_run_chunk c
         set account_ids = c.account_ids[: cardinality(c.account_ids) / 2],
             order_ids = c.order_ids[: cardinality(c.order_ids) / 2], lease_holder = null, lease_until = null, attempts = 0
        from reconciliation_run_chunk was
       where c.id = $1::bigint and was.id = c.id and c.lease_holder = $2 and c.state = 'waiting'
      returning c.run_id, was.account_ids, was.order_ids
    )
    insert into reconciliation_run_chunk (run_id, account_ids, order_ids)
    select run_id, account_ids[cardinality(account_ids) / 2 + 1 :], order_ids[cardinality(order_ids) / 2 + 1 :] from halved`,
}

/** Notes of an account, or an order, alone that it cannot be done. Primary key. */
export const failChunk: Statement = {
  name: "fail_chunk",
  text: `update reconciliation_run_chunk
       set state = 'failed', error = $3, left_count = 1, left_over = $4::jsonb, lease_holder = null, lease_until = null,
           ended_at = clock_timestamp()
     where id = $1::bigint and lease_holder = $2 and state = 'waiting'`,
}
