import { isoOf } from "./columns"
import type { Statement } from "./statement"

/** The newest change that touched an order. Index on document and id; 0 or 1 row. */
export const findLastChange: Statement = {
  name: "find_last_change",
  text: `select coalesce(actor_id, actor_type) as actor, cause, ${isoOf("recorded_at")} as recorded_at
    from reconciliation_change where document_id = $1 order by id desc limit 1`,
}
