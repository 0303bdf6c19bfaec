import type { Statement } from "../ledger/statement"

/**
 * Live allocations that touch an order and that a back-fill inferred, since somebody has confirmed the last ones. Indexes on
 * document and both item columns; a row each.
 */
export const listInferred: Statement = {
  name: "list_inferred_of_order",
  text: `select distinct l.id
    from reconciliation_open_item i
    join reconciliation_live_allocation l on i.id in (l.credit_item_id, l.debit_item_id)
   where i.document_id = $1 and l.origin = 'backfill'
     and l.change_id > coalesce((select max(c.id) from reconciliation_change c where c.document_id = $1 and c.kind = 'confirmation'), 0)`,
}
