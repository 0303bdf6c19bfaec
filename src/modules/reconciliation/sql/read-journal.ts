import { isoOf } from "./columns"
import type { Statement } from "./statement"

const CHANGE = `coalesce(c.actor_id, c.actor_type) as actor, c.cause, ${isoOf("c.recorded_at")} as recorded_at`

/**
 * The newest change that touched an order or its plan, also when it was a change of the whole account. Indexes on
 * document and on debit item; 0 or 1 row.
 */
export const findLastChange: Statement = {
  name: "find_last_change",
  text: `select ${CHANGE} from reconciliation_change c
    where c.id = (
      select max(change_id) from (
        select i.change_id from reconciliation_open_item i where i.document_id = $1
        union all
        select a.change_id from reconciliation_open_item i
          join reconciliation_allocation a on a.debit_item_id = i.id
         where i.document_id = $1 and i.side = 'debit'
        union all
        select c.id from reconciliation_change c where c.document_id = $1 and c.kind in ('plan', 'instalment')) touching)`,
}

/** The newest change of an account. Index on account and id; 0 or 1 row. */
export const findLastChangeOfAccount: Statement = {
  name: "find_last_change_of_account",
  text: `select ${CHANGE} from reconciliation_change c where c.account_id = $1 order by c.id desc limit 1`,
}
