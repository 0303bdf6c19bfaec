import type { Statement } from "../ledger/statement"
import { supplies } from "../ledger/tables/supplies"

/** Keeps the steps of an order's fulfilments; one that is known already is left. Unique index; a row each. */
export const noteSupplies: Statement = {
  name: "note_supplies",
  text: `insert into ${supplies.name} (document_id, ${supplies.names})
    select $1::bigint, ${supplies.of("u")} from json_to_recordset($2::json) u (${supplies.record})
     order by u.occurred_at, u.fulfilment_id, u.line_key
    on conflict do nothing`,
}
