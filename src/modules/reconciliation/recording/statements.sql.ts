import type { Statement } from "../ledger/statement"
import { typedTextOf } from "../ledger/tables/typed-texts"

/**
 * Money on account that came by the same method, amount and reference, in one currency: of the account itself first,
 * then the latest. Partial index on amount and method; 0 or 1 row.
 */
export const findLookalike: Statement = {
  name: "find_lookalike",
  text: `select i.id, i.account_id, a.owner_type, a.owner_id as customer_id, i.occurred_on::text as occurred_on
    from reconciliation_open_item i
    join reconciliation_account a on a.id = i.account_id
   where i.kind = 'deposit' and i.side = 'credit' and i.amount = $1 and i.method = $2 and a.currency_code = $3
     and lower(btrim(${typedTextOf("i.reference")})) = lower(btrim($4::text))
   order by i.account_id = $5 desc, i.id desc limit 1`,
}

/** What marks a row of a batch, what forgets it, and what undoes it without ending the transaction. */
export const markRow: Statement = { name: "mark_row", text: "savepoint payment_row" }
export const keepRow: Statement = { name: "keep_row", text: "release savepoint payment_row" }
export const undoRow: Statement = { name: "undo_row", text: "rollback to savepoint payment_row" }
