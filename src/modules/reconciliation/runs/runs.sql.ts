import { isoOf } from "../ledger/columns"
import type { Statement } from "../ledger/statement"

const ACTIVE = "('queued', 'running', 'cancelling')"

/** Opens a run. One row. */
export const openRun: Statement = {
  name: "open_run",
  text: `insert into reconciliation_run (id, undoes_run_id, strategy, is_cascade, scope, actor_type, actor_id, cause, kind)
    values (coalesce($1::bigint, nextval(pg_get_serial_sequence('reconciliation_run', 'id'))), $2, $3, $4, $5::jsonb, $6, $7, $8, $9)
    returning id`,
}

/** A number for what is rolled back, which nobody else has: the transaction's own, below zero. One row. */
export const dryNumber: Statement = {
  name: "dry_run_number",
  text: `select (-pg_current_xact_id()::text::bigint)::text as id`,
}

/** Whose accounts: some customers', and those of whom they are a member ($3); some accounts ($2); a currency ($4). */
const CHAIN = `with recursive chain (owner_type, owner_id) as (
      select 'customer', c from unnest($3::text[]) c
      union
      select m.of_type, m.of_id from chain c
        join reconciliation_membership m
          on m.member_type = c.owner_type and m.member_id = c.owner_id and m.ended_at is null)`
const OF_SCOPE = `($2::bigint[] is null or a.id = any($2))
     and ($3::text[] is null or (a.owner_type, a.owner_id) in (select owner_type, owner_id from chain))
     and ($4::text is null or a.currency_code = $4)`

/** How many accounts are of a scope, noted on the run ($1). Primary key, or one pass over the accounts. */
export const countScope: Statement = {
  name: "count_scope_of_run",
  text: `${CHAIN}
    update reconciliation_run r set in_scope = (select count(*) from reconciliation_account a where ${OF_SCOPE})
     where r.id = $1::bigint`,
}

/**
 * Cuts accounts by id into chunks of a run ($1): at most so many accounts, or so many items where these are more. An account
 * is never cut, so that a chunk has one account at least.
 */
const cut = (accounts: number, items: number): string => `sized as (
      select account_id, row_number() over (order by account_id) - 1 as place,
             sum(items) over (order by account_id) - items as before
        from eligible
    ), cut as (
      select array_agg(account_id order by account_id) as account_ids
        from sized group by place / $${accounts}::int, before::bigint / $${items}::int
    ), added as (
      insert into reconciliation_run_chunk (run_id, account_ids)
      select $1::bigint, account_ids from cut order by account_ids[1]
      returning id, account_ids
    ), counted as (
      update reconciliation_run r
         set accounts = (select coalesce(sum(cardinality(account_ids)), 0) from added) where r.id = $1::bigint
    )
    select id, account_ids from added order by id`

/**
 * Chooses the accounts of a run that have something to put and something owed, and cuts them into chunks. Parameters: run,
 * accounts, customers, currency, first and last day of the money, how many accounts, after which, whether only money on
 * account counts, accounts and items a chunk. Partial index on open rows, read once.
 */
export const cutReconciling: Statement = {
  name: "cut_run",
  text: `${CHAIN}, eligible as (
      select i.account_id, count(*) as items
        from reconciliation_open_item i
        join reconciliation_account a on a.id = i.account_id
       where i.allocated < i.amount and i.account_id > $8::bigint and ${OF_SCOPE}
       group by i.account_id
      having bool_or(i.side = 'debit')
         and bool_or(i.side = 'credit' and (not $9::boolean or i.document_id is null)
           and ($5::date is null or i.occurred_on >= $5) and ($6::date is null or i.occurred_on <= $6))
       order by i.account_id
       limit $7::int
    ), ${cut(10, 11)}`,
}

/** Changes of a run that placed something, as c, and were not undone: what undid them was undone itself. */
export const STANDING = `c.kind = 'reconcile_account' and not exists (
         select from reconciliation_change u where u.undoes_change_id = c.id
            and not exists (select from reconciliation_change v where v.undoes_change_id = u.id))`

/**
 * The same of what another run ($2) has changed. Parameters: run, the run that is undone, how many accounts, after which,
 * whether only accounts that were changed since, accounts and items a chunk. Index on run and account; what it placed stands
 * together.
 */
export const cutUndoing: Statement = {
  name: "cut_undo_of_run",
  text: `with made as (
      select c.id, c.account_id from reconciliation_change c
       where c.run_id = $2::bigint and c.account_id > $4::bigint and ${STANDING}
         and (not $5::boolean or exists (select from reconciliation_change l where l.account_id = c.account_id and l.id > c.id))
       order by c.account_id limit $3::int
    ), moves as (
      select a.change_id, count(*) as moves from reconciliation_allocation a
       where a.run_id = $2 and a.change_id between (select min(id) from made) and (select max(id) from made)
       group by 1
    ), eligible as (
      select m.account_id, sum(coalesce(n.moves, 1)) as items
        from made m left join moves n on n.change_id = m.id group by 1
    ), ${cut(6, 7)}`,
}

/** What is counted of the chunks of a run r: sums, and amounts by currency. Index on the run; a row. */
const COUNTS = `left join lateral (
      select coalesce(sum(cardinality(c.account_ids) + cardinality(c.order_ids)) filter (where c.state = 'done'), 0)::int as done,
             coalesce(sum(cardinality(c.account_ids) + cardinality(c.order_ids)) filter (where c.state = 'failed'), 0)::int as failed,
             coalesce(sum(c.changed), 0)::int as changed, coalesce(sum(c.placed), 0)::int as placed,
             coalesce(sum(c.allocations), 0)::int as allocations, coalesce(sum(c.settled), 0)::int as settled,
             coalesce(sum(c.exact_broken), 0)::int as exact_broken, coalesce(sum(c.left_count), 0)::int as left_count
        from reconciliation_run_chunk c where c.run_id = r.id) n on true
    left join lateral (
      select json_agg(s order by s.currency_code) as amounts from (
        select e.key as currency_code, max((e.value ->> 'digits')::int) as digits,
               sum((e.value ->> 'before')::numeric)::text as before, sum((e.value ->> 'moved')::numeric)::text as moved
          from reconciliation_run_chunk c, jsonb_each(c.amounts) e where c.run_id = r.id group by 1) s) m on true`

const RUN_COLUMNS = `r.id, r.kind, r.undoes_run_id, r.state, r.strategy, r.is_cascade, r.scope, r.in_scope, r.accounts, r.actor_type, r.actor_id,
      r.cause, ${isoOf("r.recorded_at")} as recorded_at, ${isoOf("r.started_at")} as started_at, ${isoOf("r.ended_at")} as ended_at,
      r.cancelled_by, (select max(u.id) from reconciliation_run u where u.undoes_run_id = r.id and u.state <> 'cancelled' and u.state <> 'failed') as undone_by,
      n.*, m.amounts`

/** A run with its counts. Primary key; 0 or 1 row. */
export const readRun: Statement = {
  name: "read_run",
  text: `select ${RUN_COLUMNS} from reconciliation_run r ${COUNTS} where r.id = $1::bigint`,
}

/** A page of runs, the newest first, before a given one. Primary key; as many as are asked for. */
export const listRuns: Statement = {
  name: "list_runs",
  text: `select ${RUN_COLUMNS}
    from (select * from reconciliation_run
           where ($1::bigint is null or id < $1) and ($2::text is null or state = $2) order by id desc limit $3) r ${COUNTS}
   order by r.id desc`,
}

/** Locks a run, but not against what names it. Primary key; 0 or 1 row. */
export const lockRun: Statement = {
  name: "lock_run",
  text: `select id, kind, state, undoes_run_id from reconciliation_run where id = $1::bigint for no key update`,
}

/** Stops a run: from now on no chunk of it is taken. Primary key. */
export const stopRun: Statement = {
  name: "stop_run",
  text: `update reconciliation_run set state = 'cancelling', cancelled_by = $2 where id = $1::bigint and state in ('queued', 'running')`,
}

/**
 * Settles chunks that nobody does any more: of a stopped run those that no worker holds, and those that ended their worker
 * so often ($1). Partial index on waiting chunks.
 */
export const dropChunks: Statement = {
  name: "drop_chunks_of_runs",
  text: `update reconciliation_run_chunk c
       set state = case when r.state = 'cancelling' then 'dropped' else 'failed' end,
           error = case when r.state = 'cancelling' then null else 'It ended its worker ' || c.attempts || ' times.' end,
           ended_at = clock_timestamp()
      from reconciliation_run r
     where r.id = c.run_id and c.state = 'waiting' and (c.lease_until is null or c.lease_until < clock_timestamp())
       and (r.state = 'cancelling' or c.attempts >= $1::int)`,
}

/**
 * Ends the runs of which no chunk waits any more, and says that what they undid is undone. Partial index on active runs.
 */
export const endRuns: Statement = {
  name: "end_runs",
  text: `with ended as (
      update reconciliation_run r
         set ended_at = date_trunc('milliseconds', clock_timestamp()),
             started_at = coalesce(r.started_at, date_trunc('milliseconds', clock_timestamp())),
             state = case when exists (select from reconciliation_run_chunk c where c.run_id = r.id and c.state = 'dropped') then 'cancelled'
                          when not exists (select from reconciliation_run_chunk c where c.run_id = r.id and c.state = 'failed')
                            or exists (select from reconciliation_run_chunk c where c.run_id = r.id and c.state = 'done') then 'finished'
                          else 'failed' end
       where r.state in ${ACTIVE}
         and not exists (select from reconciliation_run_chunk c where c.run_id = r.id and c.state = 'waiting')
      returning r.id, r.undoes_run_id, r.state
    ), undone as (
      update reconciliation_run u set state = 'undone' from ended e where u.id = e.undoes_run_id and e.state = 'finished'
    )
    select id from ended order by id`,
}

/** Runs that have ended and of which nobody was told; from now on somebody was. Partial index. */
export const takeUntold: Statement = {
  name: "take_untold_runs",
  text: `update reconciliation_run set told_at = clock_timestamp()
     where id in (select id from reconciliation_run where ended_at is not null and told_at is null
                   order by id limit 20 for update skip locked)
    returning id`,
}
