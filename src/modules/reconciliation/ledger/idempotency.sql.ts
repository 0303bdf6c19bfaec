import type { Statement } from "./statement"

/** Makes others with the same key wait until this transaction ends; released by itself. */
export const claimKey: Statement = {
  name: "claim_key",
  prepared: true,
  text: `select pg_advisory_xact_lock(hashtextextended($1::text, 1))`,
}

/** What a key was used for, once by a change and once by its answer. Primary key, unique index; 0 or 1 row. */
export const findRequest: Statement = {
  name: "find_request",
  prepared: true,
  text: `select coalesce(r.operation, c.kind) as operation, r.request_hash, r.answer
    from (select $1::text as key) k
    left join reconciliation_request r on r.key = k.key
    left join reconciliation_change c on c.idempotency_key = k.key
   where r.key is not null or c.id is not null`,
}

/** Keeps what a request was answered. */
export const storeRequest: Statement = {
  name: "store_request",
  prepared: true,
  text: `insert into reconciliation_request (key, operation, request_hash, answer) values ($1, $2, $3, $4)`,
}

/** The same where others may have been answered meanwhile: the first answer stays. */
export const storeFirstRequest: Statement = {
  name: "store_first_request",
  text: `insert into reconciliation_request (key, operation, request_hash, answer) values ($1, $2, $3, $4)
    on conflict (key) do nothing`,
}
