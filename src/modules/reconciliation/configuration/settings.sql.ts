import { isoOf } from "../ledger/columns"
import type { Statement } from "../ledger/statement"

/** The newest two rows of each setting, the newest first. Index on name; few rows. */
export const listSettings: Statement = {
  name: "list_settings",
  text: `select id::text as id, name, value, is_reset, reason, actor_type, actor_id, at, place
    from (
      select id, name, value, is_reset, reason, actor_type, actor_id, ${isoOf("recorded_at")} as at,
             row_number() over (partition by name order by id desc)::int as place
        from reconciliation_setting) s
   where place <= 2
   order by id desc`,
}

/** Adds changes, in their order; parameters: names, values as JSON, null of those that are reset, reason, cause, who. */
export const insertSettings: Statement = {
  name: "insert_settings",
  text: `insert into reconciliation_setting (name, value, is_reset, reason, cause, actor_type, actor_id)
    select n.name, n.value::jsonb, n.value is null, $3, $4, $5, $6
      from unnest($1::text[], $2::text[]) with ordinality n (name, value, place) order by n.place`,
}

/** A page of the changes, the newest first, each with what the one before it of the same setting said. Primary key, index on name. */
export const listChanges: Statement = {
  name: "list_setting_changes",
  text: `select s.id::text as id, s.name, s.value, s.is_reset, s.reason, s.actor_type, s.actor_id, ${isoOf("s.recorded_at")} as at,
      (select p.value from reconciliation_setting p where p.name = s.name and p.id < s.id order by p.id desc limit 1) as before
    from reconciliation_setting s
   where ($1::bigint is null or s.id < $1) and ($2::text is null or s.name = $2)
   order by s.id desc limit $3`,
}

/** The last number of each series and year that some name, "R-2026"; 0 where none was given. Unique index; one row each. */
export const lastNumbers: Statement = {
  name: "last_receipt_numbers",
  text: `select n.series, coalesce((
        select max(r.number) from reconciliation_receipt r
         where r.series = split_part(n.series, '-', 1) and r.year = split_part(n.series, '-', 2)::int), 0) as last
    from unnest($1::text[]) n (series)`,
}

/**
 * What changes of settings may leave alone, counted for a preview. Partial indexes on open credits and on what waits; the
 * codes, and the orders before a day, are counted through.
 */
export const countTouched: Statement = {
  name: "count_touched",
  text: `select
      (select count(*) from reconciliation_open_item
        where side = 'credit' and allocated < amount and kind in ('payment', 'deposit', 'stored_value'))::int as unapplied,
      (select count(*) from reconciliation_mirror where state = 'recorded')::int as mirrors,
      (select count(*) from reconciliation_write_off_request r
        where not exists (select from reconciliation_write_off_decision d where d.request_id = r.id))::int as requests,
      (select count(*) from reconciliation_matching_sequence)::int as codes,
      (select count(*) from reconciliation_document)::int as orders,
      (select count(*) from reconciliation_document where placed_on < $1::date)::int as orders_before`,
}
