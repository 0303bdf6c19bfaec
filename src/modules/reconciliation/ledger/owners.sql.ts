import { isoOf } from "./columns"
import type { Statement } from "./statement"

/**
 * An owner, and whom they are a member of, up to the one whose account it is; a handful of rows. Partial unique index on
 * living memberships.
 */
const CHAIN = `chain (owner_type, owner_id, depth) as (
      select $1::text, $2::text, 0
      union all
      select m.of_type, m.of_id, c.depth + 1 from chain c
        join reconciliation_membership m
          on m.member_type = c.owner_type and m.member_id = c.owner_id and m.ended_at is null)`

/**
 * Finds the account in one currency that an owner's orders and money belong to, theirs or that of whom they are a member
 * of, and locks it. Unique index on owner and currency; 0 or 1 row.
 */
export const lockAccountOfOwner: Statement = {
  name: "lock_account_of_owner",
  prepared: true,
  text: `with recursive ${CHAIN}
    select id, owner_type, owner_id, currency_code, digits, next_rank, version
      from reconciliation_account
     where (owner_type, owner_id) = (select owner_type, owner_id from chain order by depth desc limit 1)
       and currency_code = $3
       for update`,
}

/**
 * Whose account it is that an owner's orders and money belong to, and since when that may be: the last moment at which
 * somebody on the way there joined or left. One row.
 */
export const rootOfOwner: Statement = {
  name: "root_of_owner",
  prepared: true,
  text: `with recursive ${CHAIN}
    select c.owner_type, c.owner_id, ${isoOf("s.since")} as since
      from (select owner_type, owner_id from chain order by depth desc limit 1) c
     cross join (
       select max(greatest(m.since, m.ended_at)) as since
         from chain n join reconciliation_membership m on m.member_type = n.owner_type and m.member_id = n.owner_id) s`,
}

/** The account of an owner in one currency, without a lock. Unique index on owner and currency; 0 or 1 row. */
export const findAccountOfOwner: Statement = {
  name: "find_account_of_owner",
  text: `select id, owner_type, owner_id, currency_code, digits, next_rank, version
    from reconciliation_account where owner_type = $1 and owner_id = $2 and currency_code = $3`,
}

/** Opens an account; a second writer's attempt does nothing and finds the first one's. */
export const openAccount: Statement = {
  name: "open_account",
  text: `insert into reconciliation_account (owner_type, owner_id, currency_code, digits, next_rank)
    values ($1, $2, $3, $4, $5) on conflict (owner_type, owner_id, currency_code) do nothing`,
}

/** Until the transaction ends nobody joins or leaves: for who opens an account, which nobody could lock before. */
export const keepMemberships: Statement = {
  name: "keep_memberships",
  text: `select pg_advisory_xact_lock_shared(hashtextextended('reconciliation_membership', 2))`,
}

/** Until the transaction ends nobody else joins or leaves, and nobody opens an account. */
export const holdMemberships: Statement = {
  name: "hold_memberships",
  text: `select pg_advisory_xact_lock(hashtextextended('reconciliation_membership', 2))`,
}

/** Waits until no other batch has money of these customers, sorted by name, in one currency: accounts may have to be opened, which nobody could lock before. */
export const waitForCustomers: Statement = {
  name: "wait_for_customers",
  text: `select pg_advisory_xact_lock(hashtextextended($2::text || ' ' || c.id, 3)) from unnest($1::text[]) c (id)`,
}

/** Some customers, and whom each is a member of, up to the one whose account it is; a handful of rows each. Partial unique index on living memberships. */
const CHAINS = `chain (named, owner_type, owner_id, depth) as (
      select c.id, 'customer', c.id, 0 from unnest($1::text[]) c (id)
      union all
      select c.named, m.of_type, m.of_id, c.depth + 1 from chain c
        join reconciliation_membership m
          on m.member_type = c.owner_type and m.member_id = c.owner_id and m.ended_at is null)`

/** Locks the accounts that the money of some customers belongs to in one currency, in order of id. Unique index on owner and currency. */
export const lockAccountsOf: Statement = {
  name: "lock_accounts_of",
  text: `with recursive ${CHAINS}
    select id from reconciliation_account
     where (owner_type, owner_id) in
           (select distinct on (named) owner_type, owner_id from chain order by named, depth desc)
       and currency_code = $2
     order by id for update`,
}

/**
 * Opens the accounts that the money of some customers belongs to in one currency ($2, with its digits and the rank of a first
 * code), where there are none; in the order of their owners. Unique index on owner and currency.
 *
 * @returns whose account each customer's is
 */
export const openAccountsOf: Statement = {
  name: "open_accounts_of",
  text: `with recursive ${CHAINS}, root as (
      select distinct on (named) named, owner_type, owner_id from chain order by named, depth desc
    ), opened as (
      insert into reconciliation_account (owner_type, owner_id, currency_code, digits, next_rank)
      select distinct r.owner_type, r.owner_id, $2::text, $3::smallint, $4::int from root r order by 1, 2
      on conflict (owner_type, owner_id, currency_code) do nothing
    )
    select named, owner_type, owner_id from root`,
}

/** Names whose order a document is, where its account is another one's. Primary key; one row. */
export const nameOwner: Statement = {
  name: "name_owner",
  text: `update reconciliation_document set owner_type = $2, owner_id = $3 where id = $1`,
}

/** Accounts by owner and currency. Unique index; 0 or 1 row each. */
export const accountsOfOwners: Statement = {
  name: "accounts_of_owners",
  text: `select a.id, a.owner_type, a.owner_id from unnest($1::text[], $2::text[]) o (owner_type, owner_id)
    join reconciliation_account a on a.owner_type = o.owner_type and a.owner_id = o.owner_id and a.currency_code = $3`,
}

/** What a customer is called, on each of their accounts: erased, and not asked for again. Unique index on owner. */
export const eraseOwner: Statement = {
  name: "erase_owner",
  text: `update reconciliation_account
      set owner_name = null, owner_company = null, owner_sort = '', named_at = coalesce(named_at, clock_timestamp())
    where owner_type = 'customer' and owner_id = $1 and owner_sort || coalesce(owner_name, '') || coalesce(owner_company, '') <> ''`,
}
