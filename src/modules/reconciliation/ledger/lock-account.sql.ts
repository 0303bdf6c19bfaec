import type { Statement } from "./statement"

/** Finds an owner's account in one currency and locks it. Unique index on owner and currency; 0 or 1 row. */
export const lockAccountOfOwner: Statement = {
  name: "lock_account_of_owner",
  prepared: true,
  text: `select id, owner_type, owner_id, currency_code, digits, next_rank, version
    from reconciliation_account
   where owner_type = $1 and owner_id = $2 and currency_code = $3
     for update`,
}

/** Locks an account by id. Primary key; 0 or 1 row. */
export const lockAccount: Statement = {
  name: "lock_account",
  prepared: true,
  text: `select id, owner_type, owner_id, currency_code, digits, next_rank, version
    from reconciliation_account where id = $1 for update`,
}

/** Opens an account; a second writer's attempt does nothing and finds the first one's. */
export const openAccount: Statement = {
  name: "open_account",
  text: `insert into reconciliation_account (owner_type, owner_id, currency_code, digits, next_rank)
    values ($1, $2, $3, $4, $5) on conflict (owner_type, owner_id, currency_code) do nothing`,
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
