import type { Statement } from "./statement"

/** Finds an owner's account in one currency and locks it. Unique index on owner and currency; 0 or 1 row. */
export const lockAccountOfOwner: Statement = {
  name: "lock_account_of_owner",
  text: `select id, owner_type, owner_id, currency_code, digits, next_rank, version
    from reconciliation_account
   where owner_type = $1 and owner_id = $2 and currency_code = $3
     for update`,
}

/** Locks an account by id. Primary key; 0 or 1 row. */
export const lockAccount: Statement = {
  name: "lock_account",
  text: `select id, owner_type, owner_id, currency_code, digits, next_rank, version
    from reconciliation_account where id = $1 for update`,
}

/** Opens an account; a second writer's attempt does nothing and finds the first one's. */
export const openAccount: Statement = {
  name: "open_account",
  text: `insert into reconciliation_account (owner_type, owner_id, currency_code, digits)
    values ($1, $2, $3, $4) on conflict (owner_type, owner_id, currency_code) do nothing`,
}
