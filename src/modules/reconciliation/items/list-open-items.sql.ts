import { OPEN_ITEM_COLUMNS } from "../ledger/columns"
import type { Statement } from "../ledger/statement"

/**
 * A page of open items in order of day and id, from after a given place: keyset, so the thousandth
 * page costs what the first does. Partial index on open rows by day; at most `limit` rows.
 */
export const listOpenItems: Statement = {
  name: "list_open_items",
  text: `select ${OPEN_ITEM_COLUMNS}, i.account_id, a.owner_type, a.owner_id, a.currency_code, a.digits, d.order_id
    from reconciliation_open_item i
    join reconciliation_account a on a.id = i.account_id
    left join reconciliation_document d on d.id = i.document_id
   where i.allocated < i.amount
     and ($1::bigint is null or i.account_id = $1)
     and ($2::text is null or d.order_id = $2)
     and ($3::text is null or (a.owner_type = 'customer' and a.owner_id = $3))
     and ($4::text is null or i.side = $4)
     and ($5::text is null or i.kind = $5)
     and ($6::text is null or a.currency_code = $6)
     and ($7::date is null or i.occurred_on >= $7)
     and ($8::date is null or i.occurred_on <= $8)
     and ($12::boolean is null or (i.allocated > 0) = $12)
     and ($13::text is null or i.gl_account = $13)
     and ($9::date is null or (i.occurred_on, i.id) > ($9, $10::bigint))
   order by i.occurred_on, i.id
   limit $11`,
}
