import type { Statement } from "./statement"
import { typedTexts } from "./tables/typed-texts"

/** Keeps texts that people typed; one row each. */
export const keepTypedTexts: Statement = {
  name: "keep_typed_texts",
  text: `insert into ${typedTexts.name} (${typedTexts.names})
    select ${typedTexts.of("u")} from json_to_recordset($1::json) u (${typedTexts.record})`,
}

/**
 * Erases what was typed in the accounts of a customer, of money that came to them from other accounts, by a move, and on
 * orders that are there now; names and salts stay, so that history can still be verified against a content that somebody
 * else has kept. Indexes on account, origin and order; gives one row for each text.
 */
export const eraseTypedTexts: Statement = {
  name: "erase_typed_texts",
  text: `with account as (
      select id from reconciliation_account where owner_type = 'customer' and owner_id = $1
    )
    update ${typedTexts.name} set content = null, erased_at = now()
    where content is not null
      and (account_id in (select id from account)
        or name in (select came.reference from reconciliation_open_item i
                      join reconciliation_open_item came on came.id = i.origin_item_id
                     where i.document_id is null and i.account_id in (select id from account))
        or name in (select n.text from reconciliation_document d join reconciliation_note n on n.document_id = d.id
                     where d.account_id in (select id from account) and n.text is not null)
        or name in (select n.name from reconciliation_document d join reconciliation_attachment n on n.document_id = d.id
                     where d.account_id in (select id from account) and n.name is not null))
    returning name`,
}

/**
 * Erases what requests were answered that wrote in the accounts of a customer, or tell of one of them: answers repeat
 * what was typed. Passes over every answer; gives one row for each that is erased.
 */
export const eraseAnswers: Statement = {
  name: "erase_answers",
  text: `with account as (
      select id from reconciliation_account where owner_type = 'customer' and owner_id = $1
    )
    update reconciliation_request r set answer = null
     where r.answer is not null
       and (exists (select 1 from reconciliation_change c join account a on a.id = c.account_id where c.idempotency_key = r.key)
         or exists (select 1 from account a
                     where r.answer::jsonb @@ format('exists($.**.account_id ? (@ == "%s"))', a.id)::jsonpath))
    returning r.key`,
}
