import type { Statement } from "../ledger/statement"
import { supplies } from "../ledger/tables/supplies"

/** Keeps the steps of fulfilments; one that is known already is left. Unique index; a row each. */
export const noteSupplies: Statement = {
  name: "note_supplies",
  text: `insert into ${supplies.name} (document_id, ${supplies.names})
    select u.document_id, ${supplies.of("u")} from json_to_recordset($1::json) u (document_id bigint, ${supplies.record})
     order by u.document_id, u.occurred_at, u.fulfilment_id, u.line_key
    on conflict do nothing`,
}
