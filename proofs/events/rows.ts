import { typedTextOf } from "../../src/modules/reconciliation/ledger/tables/typed-texts"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * Everything that a customer's ledger holds, as text, without ids and recorded times. Left out is what tells
 * how it was written, not what: journal entries, versions, the number of an allocation in its plan, and the
 * rank of a code, which counts in the order of writing over all orders of the account.
 */
const ROWS = `
  with account as (select * from reconciliation_account where owner_id = ?),
    item as (select i.*, d.order_id from reconciliation_open_item i
               left join reconciliation_document d on d.id = i.document_id
              where i.account_id in (select id from account))
  select 'account ' || owner_type || ' ' || currency_code || ' ' || digits || ' ' || (next_rank - 1) || ' codes' as row,
         '' as part, 0::bigint as place
    from account
  union all
  select concat_ws(' ', 'document', order_id, display_id, placed_at, placed_on, host_version, state_at, seen_order,
                   seen_money, seen_taxes, problems), order_id, 0
    from reconciliation_document where account_id in (select id from account)
  union all
  select concat_ws(' ', 'item', key, sequence, side, kind, line_key, position, title, ${typedTextOf("reference")}, method, host_id, payment_id, provider_id,
    reversal_kind, write_off_kind, taxes,
                   occurred_at, occurred_on, accounting_on, due_on, amount, allocated),
         coalesce(order_id, ''), id
    from item
  union all
  select concat_ws(' ', 'allocation', c.key, c.sequence, d.key, d.sequence, a.amount, a.origin, a.rule, a.credit_open_before,
                   a.debit_open_before, a.releases is null, a.occurred_on, a.accounting_on),
         d.order_id, 1e15::bigint + a.id
    from reconciliation_allocation a
    join item c on c.id = a.credit_item_id join item d on d.id = a.debit_item_id
  union all
  select concat_ws(' ', 'code of', d.order_id, i.key), coalesce(d.order_id, i.order_id, ''), 2e15::bigint + s.rank
    from reconciliation_matching_sequence s
    left join reconciliation_document d on d.id = s.document_id
    left join item i on i.id = s.open_item_id
   where s.account_id in (select id from account)`

/** A customer's rows, order by order, each order's in the order of writing. */
export async function rowsOf(pool: Knex, customerId: string): Promise<string[]> {
  const { rows } = await pool.raw<{ rows: { row: string }[] }>(
    `select row from (${ROWS}) r order by part, place, row`,
    [customerId],
  )
  return rows.map(({ row }) => row)
}

/** The first row in which two ledgers differ; null when they are the same. */
export function difference(found: readonly string[], wanted: readonly string[]): string | null {
  const place = Array.from({ length: Math.max(found.length, wanted.length) }).findIndex(
    (_, index) => found[index] !== wanted[index],
  )
  return place < 0 ? null : `found  ${found[place] ?? "nothing"}\nwanted ${wanted[place] ?? "nothing"}`
}
