import { isoOf } from "../ledger/columns"
import type { Statement } from "../ledger/statement"

/**
 * What the ledger holds of some orders, without asking the host. Unique index on order_id, primary key,
 * then index on document_id; one row for each order that the ledger knows.
 */
export const loadKnown: Statement = {
  name: "load_known",
  text: `select d.order_id, d.display_id, coalesce(d.owner_type, a.owner_type) as owner_type,
           coalesce(d.owner_id, a.owner_id) as owner_id, a.currency_code, a.digits,
           ${isoOf("d.placed_at")} as placed_at, d.placed_on::text, d.host_version, d.version,
           array(select distinct i.key from reconciliation_open_item i
                  where i.document_id = d.id and i.kind in ('payment', 'stored_value', 'refund', 'void')) as money_keys
    from reconciliation_document d
    join reconciliation_account a on a.id = d.account_id
   where d.order_id = any($1::text[])`,
}
