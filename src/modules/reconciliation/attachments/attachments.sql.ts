import { isoOf } from "../ledger/columns"
import type { Statement } from "../ledger/statement"
import { typedTextOf } from "../ledger/tables/typed-texts"

/** Files as people read of them, with what became of each. */
const ATTACHMENTS = `select n.id::text, n.file_id, ${typedTextOf("n.name")} as name, n.mime_type, n.size::float as size, n.sha256,
      n.actor_type, n.actor_id, ${isoOf("n.recorded_at")} as recorded_at,
      b.actor_type as taken_back_by_type, b.actor_id as taken_back_by_id, ${isoOf("b.recorded_at")} as taken_back_at
    from reconciliation_attachment n
    left join reconciliation_attachment b on b.of_attachment = n.id`
const OF_SUBJECT = "n.kind = 'file' and (n.document_id = $1::bigint or n.open_item_id = $2::bigint)"

/** Files of an order or an item, the newest first. Indexes on both; at most `$3` rows. */
export const listAttachments: Statement = {
  name: "list_attachments",
  text: `${ATTACHMENTS} where ${OF_SUBJECT} order by n.id desc limit $3::int`,
}

/** One of them by its id. Primary key. */
export const readAttachment: Statement = {
  name: "read_attachment",
  text: `${ATTACHMENTS} where ${OF_SUBJECT} and n.id = $3::bigint`,
}

/** The attachment that a file of the store's is. Asked after a failure alone: one pass over the table; 0 or 1 row. */
export const findFile: Statement = {
  name: "find_attachment_of_file",
  text: `select id::text from reconciliation_attachment where file_id = $1`,
}

/** Adds a file; one row. */
export const insertAttachment: Statement = {
  name: "insert_attachment",
  text: `insert into reconciliation_attachment
      (document_id, open_item_id, kind, file_id, name, mime_type, size, sha256, cause, actor_type, actor_id)
    values ($1, $2, 'file', $3, $4, $5, $6::bigint, $7, $8, $9, $10) returning id::text`,
}

/** Takes a file back. Primary key; one row. */
export const insertFileTakenBack: Statement = {
  name: "insert_file_taken_back",
  text: `insert into reconciliation_attachment (document_id, open_item_id, kind, of_attachment, cause, actor_type, actor_id)
    select n.document_id, n.open_item_id, 'taken_back', n.id, $2, $3, $4 from reconciliation_attachment n where n.id = $1::bigint
    returning id::text`,
}

/** How many files stand on each of several transactions. Indexes on order and item; a row at most each. */
export const countAttachments: Statement = {
  name: "count_attachments",
  prepared: true,
  text: `select p.place::int as place, n.files
    from unnest($1::bigint[], $2::bigint[]) with ordinality p (document_id, item_id, place)
   cross join lateral (
     select count(*)::int as files from reconciliation_attachment n
      where n.kind = 'file' and (n.document_id = p.document_id or n.open_item_id = p.item_id)
        and not exists (select from reconciliation_attachment b where b.of_attachment = n.id)) n
   where n.files > 0`,
}

/** Files beside transactions of a customer's accounts, taken back or not. Indexes on owner, account, order and item. */
export const filesOfCustomer: Statement = {
  name: "files_of_customer",
  text: `with account as (
      select id from reconciliation_account where owner_type = 'customer' and owner_id = $1
    )
    select n.file_id from reconciliation_document d join reconciliation_attachment n on n.document_id = d.id
     where d.account_id in (select id from account) and n.kind = 'file'
    union
    select n.file_id from reconciliation_attachment n join reconciliation_open_item i on i.id = n.open_item_id
     where i.account_id in (select id from account) and n.kind = 'file'
    order by 1`,
}
