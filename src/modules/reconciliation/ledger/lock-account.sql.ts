import type { Statement } from "./statement"

/** Locks an account by id. Primary key; 0 or 1 row. */
export const lockAccount: Statement = {
  name: "lock_account",
  prepared: true,
  text: `select id, owner_type, owner_id, currency_code, digits, next_rank, version
    from reconciliation_account where id = $1 for update`,
}

/** Locks some accounts, each when the one before it is held. Primary key; one row each that there is. */
export const lockAccounts: Statement = {
  name: "lock_accounts",
  prepared: true,
  text: `select id, owner_type, owner_id, currency_code, digits, next_rank, version
    from reconciliation_account where id = any($1::bigint[]) order by id for update`,
}

/**
 * Takes a number of ranks from the sequence that all accounts share, none of them below a floor: the
 * account's own next rank, from a time when it counted by itself. Primary key; one row.
 */
export const takeStoreRanks: Statement = {
  name: "take_store_ranks",
  text: `insert into reconciliation_code_sequence as s (scope, next_rank) values ('store', $2::int + $1::int)
    on conflict (scope) do update set next_rank = greatest(s.next_rank, $2) + $1
    returning next_rank - $1::int as first_rank`,
}
