import { ALLOCATION_COLUMNS } from "../ledger/columns"
import type { Statement } from "../ledger/statement"

/**
 * Live allocations of mirrored deposits on an order's debits, newest first, without those that fulfil a planned payment. Index on
 * the mirror's pair, then on the credit item; most orders have none.
 */
export const loadMirrored: Statement = {
  name: "load_mirrored_allocations",
  text: `select ${ALLOCATION_COLUMNS}
    from (select distinct m.credit_item_id from reconciliation_mirror m
           where m.document_id = $1 and m.state in ('wanted', 'recorded', 'refused')) p
    join reconciliation_live_allocation a on a.credit_item_id = p.credit_item_id
    join reconciliation_open_item d on d.id = a.debit_item_id and d.document_id = $1
   where a.account_id = $2 and a.instalment_id is null
   order by a.id desc`,
}
