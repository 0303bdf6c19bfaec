import type { Statement } from "../ledger/statement"

/** How many numbers and references a search finds, the newest; and how many texts that begin so it looks at. */
const MOST_FOUND = 500
const MOST_TEXTS = 2000

/** Orders of a search, each by all of its items. Unique index on the host's id, index on document. */
const OF_ORDERS = `select o.* from reconciliation_document w join reconciliation_open_item o on o.document_id = w.id
   where w.order_id = any($3::text[])`
/** What has a number, and what goes on from it in another account. Unique index on the number. */
const OF_RECEIPT = `select o.* from reconciliation_receipt r join reconciliation_open_item o on o.id = r.open_item_id
   where r.series = $4 and r.year = $5::int and r.number = $6::bigint
  union all select o.* from reconciliation_receipt r join reconciliation_open_item o on o.origin_item_id = r.open_item_id
   where r.series = $4 and r.year = $5::int and r.number = $6::bigint`

/** That a folded text is the one that is sought, or begins with it where that has three characters or more. */
const isSought = (folded: string): string => `${folded} collate "C" >= s.folded
     and ${folded} collate "C" < s.folded || case when length(s.folded) >= 3 then chr(1114111) else chr(1) end`
const SOUGHT = `(select nullif(reconciliation_folded($7::text), '') collate "C" as folded,
       nullif(reconciliation_numbers_in($7::text), '{}') as numbers) s`
/** Whose papers are called so now: of many that begin so the last ones. Indexes on the folded number and on what has it. */
const NUMBERED = `select n.document_id, n.open_item_id
    from (select x.* from ${SOUGHT} join reconciliation_document_number x
              on x.number is not null and ${isSought("reconciliation_folded(x.number)")}
           order by reconciliation_folded(x.number) collate "C" desc limit ${MOST_TEXTS}) n
   where not exists (select from reconciliation_document_number x where x.document_id = n.document_id and x.id > n.id)
     and not exists (select from reconciliation_document_number x where x.open_item_id = n.open_item_id and x.id > n.id)
   order by n.id desc limit ${MOST_FOUND}`
/** The items of something, each found by its index: a limit keeps PostgreSQL from reading the table for a few of them. */
const itemsWhere = (condition: string): string =>
  `lateral (select * from reconciliation_open_item x where ${condition} limit 10000) o`
/** References that somebody typed so. Indexes on the folded text, on its numbers, and on the name of the text. */
const REFERRED = `select o.id from (
      (select t.name from ${SOUGHT} join reconciliation_typed_text t
          on t.content is not null and ${isSought("reconciliation_folded(t.content)")} limit ${MOST_TEXTS})
      union
      (select t.name from ${SOUGHT} join reconciliation_typed_text t
          on t.content is not null and reconciliation_numbers_in(t.content) @> s.numbers limit ${MOST_TEXTS})) t
   cross join ${itemsWhere("x.reference = t.name and x.reference like 'typed:%'")}
   order by o.id desc limit ${MOST_FOUND}`
/** Orders with all of their items; money as it came, and as it went on elsewhere. */
const OF_TEXT = `select o.* from numbered n cross join ${itemsWhere("x.document_id = n.document_id")}
  union all select o.* from numbered n cross join ${itemsWhere("x.id = n.open_item_id")}
  union all select o.* from numbered n cross join ${itemsWhere("x.origin_item_id = n.open_item_id")}
  union all select o.* from referred r cross join ${itemsWhere("x.id = r.id")}`

/** Accounts of some customers and companies, and the transactions of some orders, of a receipt, and of what is called so. One row. */
export const findTransactions: Statement = {
  name: "find_transactions",
  prepared: true,
  text: `with numbered as materialized (${NUMBERED}), referred as materialized (${REFERRED})
    select
      (select coalesce(array_agg(a.id::text), '{}') from reconciliation_account a
        where a.owner_type = 'customer' and a.owner_id = any($1::text[])
           or a.owner_type = 'company' and a.owner_id = any($2::text[])) as accounts,
      (select coalesce(array_agg(distinct t.id::text), '{}')
         from (${OF_ORDERS} union all ${OF_RECEIPT} union all ${OF_TEXT}) i
         left join lateral (
           select x.placed_at from reconciliation_document x where x.id = i.document_id limit 1) d on true
        cross join lateral (select reconciliation_is_folded(i.document_id, i.kind, i.side) as is_folded) f
        cross join lateral (
          select t.id from reconciliation_transaction t
           where t.account_id = i.account_id
             and t.happened_at = case when f.is_folded then d.placed_at else i.occurred_at end
             and t.name = reconciliation_transaction_name(f.is_folded, i.document_id, i.kind, i.id, i.key) limit 1) t) as numbers`,
}
