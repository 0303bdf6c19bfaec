import type { Statement } from "../ledger/statement"

/** Owners of accounts without a name. Partial index on them. */
export const listUnnamed: Statement = {
  name: "list_unnamed_owners",
  text: `select owner_type as type, owner_id as id, min(a.id) as first from reconciliation_account a
    where a.named_at is null group by 1, 2 order by 3 limit $1::int`,
}

/** Names of some owners, on each of their accounts. Unique index on owner; rows are locked in ascending order of id. */
export const writeNames: Statement = {
  name: "write_owner_names",
  text: `with named as (
      select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) n (type, id, name, company, sort)
    ), locked as (
      select a.id, n.name, n.company, n.sort from reconciliation_account a
        join named n on n.type = a.owner_type and n.id = a.owner_id
       order by a.id for update of a
    )
    update reconciliation_account a
       set owner_name = l.name, owner_company = l.company, owner_sort = l.sort, named_at = clock_timestamp()
      from locked l where a.id = l.id`,
}

/** Takes it that an owner has no name yet. Unique index on owner. */
export const forgetOwner: Statement = {
  name: "forget_owner_name",
  text: `update reconciliation_account set named_at = null where owner_type = $1 and owner_id = $2`,
}
