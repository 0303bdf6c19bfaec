import { isoOf } from "../ledger/columns"
import type { Statement } from "../ledger/statement"

/** Rows of an alias as a list of JSON, in the order of their ids. */
const listOf = (columns: string, from: string): string =>
  `(select coalesce(json_agg(x order by x.place), '[]') from (select x.id as place, ${columns} from ${from}) x)`

/**
 * All that stands of an order ($1), by ids, kinds, amounts, days and versions. Names, emails and typed texts are left out: of a
 * row's key only what begins with a word of the ledger's own is worth anything, and kinds say that. Indexes on the order; one row.
 */
export const readDiagnosis: Statement = {
  name: "read_diagnosis",
  text: `select d.order_id, d.id::text as document_id, a.id::text as account_id, a.currency_code, a.digits::int as digits,
      d.version::int as document_version, a.version::int as account_version, d.host_version, d.plan,
      ${isoOf("d.read_at")} as read_at,
      (select coalesce(json_agg(p ->> 'code'), '[]') from jsonb_array_elements(d.problems) p) as problems,
      ${listOf(
        `x.id::text as id, x.account_id::text as account_id, x.change_id::text as change_id, x.side, x.kind, x.sequence, x.host_id,
         x.payment_id, x.occurred_on::text as occurred_on, x.amount::text as amount, x.allocated::text as allocated`,
        "reconciliation_open_item x where x.document_id = d.id",
      )} as items,
      ${listOf(
        `x.id::text as id, x.change_id::text as change_id, x.credit_item_id::text as credit_item_id,
         x.debit_item_id::text as debit_item_id, x.amount::text as amount, x.rule, x.origin,
         x.instalment_id::text as instalment_id, x.releases::text as releases`,
        `reconciliation_allocation x
          where x.credit_item_id in (select id from reconciliation_open_item i where i.document_id = d.id)
             or x.debit_item_id in (select id from reconciliation_open_item i where i.document_id = d.id)`,
      )} as allocations,
      ${listOf(
        `x.id::text as id, x.plan, x.number, x.due_on::text as due_on, x.amount::text as amount`,
        "reconciliation_instalment x where x.document_id = d.id",
      )} as instalments,
      ${listOf(
        `x.id::text as id, x.kind, x.actor_type, ${isoOf("x.recorded_at")} as recorded_at`,
        "reconciliation_change x where x.document_id = d.id",
      )} as changes
    from reconciliation_document d join reconciliation_account a on a.id = d.account_id
   where d.order_id = $1`,
}
