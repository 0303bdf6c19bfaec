import { isoOf } from "../ledger/columns"
import type { Statement } from "../ledger/statement"

/** Whether the tables of a host stand beside the ledger's. One row. */
export const findHost: Statement = {
  name: "find_host_tables",
  text: `select to_regclass('"order"') is not null and to_regclass('order_payment_collection') is not null
      and to_regclass('capture') is not null and to_regclass('refund') is not null as there`,
}

/**
 * A check passes over whole tables: it sorts and joins in memory, and no plan of it is worth to be compiled. Row by row it never
 * joins: of what a statement works out on its way the server has no figures, and would take a million rows for a few.
 */
export const ROOM_TO_SORT: readonly Statement[] = [
  { name: "check_memory", text: "set local work_mem = '96MB'" },
  { name: "check_without_compiler", text: "set local jit = off" },
]
export const SET_BASED: Statement = { name: "check_set_based", text: "set local enable_nestloop = off" }
export const BY_INDEX: Statement = { name: "check_by_index", text: "set local enable_nestloop = on" }

/**
 * Keeps what a check has seen: who had it done ($1, $2, $3), how long it took ($4), its counts ($5) and the rows it names ($6).
 * A finding is new when the check before did not name it, nor had more of its kind than it named. One row.
 */
export const keepCheck: Statement = {
  name: "keep_check",
  text: `with last as (
      select max(id) as id from reconciliation_check
    ), named as (
      select n.*, not exists (
               select from reconciliation_check_finding f
                where f.check_id = (select id from last) and f.invariant = n.invariant and f.row_table = n.row_table
                  and f.row_id = n.row_id and f.account_id is not distinct from n.account_id) as is_new
        from json_to_recordset($6::json) n (place integer, invariant text, row_table text, row_id text, account_id bigint,
               document_id bigint, kind text, stored text, expected text)
    ), kept as (
      insert into reconciliation_check (actor_type, actor_id, cause, milliseconds, counts, faults, fresh, told_at)
      select $1, $2, $3, $4::integer, $5::jsonb,
             (select coalesce(sum(value::bigint), 0) from jsonb_each_text($5::jsonb)),
             (select count(*) from named where is_new),
             case when exists (select from named where is_new) then null else clock_timestamp() end
      returning id
    ), findings as (
      insert into reconciliation_check_finding (check_id, invariant, row_table, row_id, account_id, document_id, kind, stored, expected, is_new)
      select kept.id, n.invariant, n.row_table, n.row_id, n.account_id, n.document_id, n.kind, n.stored, n.expected, n.is_new
        from kept, named n order by n.place
    )
    select id::text as id from kept`,
}

const CHECK = `c.id::text as id, c.actor_type, c.actor_id, c.cause, ${isoOf("c.recorded_at")} as recorded_at, c.milliseconds,
  c.counts, c.faults::text as faults, c.fresh`

/** A page of checks, the newest first: before one ($1), so many ($2). Primary key. */
export const listChecks: Statement = {
  name: "list_checks",
  text: `select ${CHECK} from reconciliation_check c where $1::bigint is null or c.id < $1::bigint order by c.id desc limit $2::int`,
}

/** A check. Primary key; 0 or 1 row. */
export const readCheck: Statement = {
  name: "read_check",
  text: `select ${CHECK} from reconciliation_check c where c.id = $1::bigint`,
}

const FINDING = `f.id::text as id, f.check_id::text as check_id, f.invariant, f.row_table, f.row_id, f.account_id::text as account_id,
  f.document_id::text as document_id, f.kind, f.stored, f.expected, f.is_new, d.order_id, d.display_id,
  f.repaired_by::text as repaired_by, ${isoOf("f.repaired_at")} as repaired_at`
const OF_FINDING = `reconciliation_check_finding f left join reconciliation_document d on d.id = f.document_id`

/** A page of what a check ($1) found: after one ($2), so many ($3). Index on the check. */
export const listFindings: Statement = {
  name: "list_findings",
  text: `select ${FINDING} from ${OF_FINDING}
   where f.check_id = $1::bigint and f.id > $2::bigint order by f.id limit $3::int`,
}

/** A finding ($2) of a check ($1). Primary key; 0 or 1 row. */
export const readFinding: Statement = {
  name: "read_finding",
  text: `select ${FINDING} from ${OF_FINDING} where f.check_id = $1::bigint and f.id = $2::bigint`,
}

/** What the last check found of an order ($1). Index on the order. */
export const findingsOfOrder: Statement = {
  name: "findings_of_order",
  text: `select ${FINDING} from ${OF_FINDING}
   where f.document_id = $1::bigint and f.check_id = (select max(id) from reconciliation_check) order by f.id`,
}

/** Notes by which change ($2) a finding ($1) was repaired. Primary key. */
export const noteRepair: Statement = {
  name: "note_repair",
  text: `update reconciliation_check_finding set repaired_by = $2::bigint, repaired_at = clock_timestamp() where id = $1::bigint`,
}

/** The last check, if somebody is still to be told of what is new in it; who takes it tells. Partial index. */
export const takeUntoldCheck: Statement = {
  name: "take_untold_check",
  text: `update reconciliation_check set told_at = clock_timestamp()
   where id in (select id from reconciliation_check where told_at is null order by id for update skip locked)
  returning id::text as id`,
}

/** The last change of an order ($1). Index on the order; 0 or 1 row. */
export const lastChangeOfOrder: Statement = {
  name: "last_change_of_order",
  text: `select c.id::text as id from reconciliation_change c join reconciliation_document d on d.id = c.document_id
   where d.order_id = $1 order by c.id desc limit 1`,
}
