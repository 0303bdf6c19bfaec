import { typedTextOf } from "../ledger/tables/typed-texts"
import type { Statement } from "../ledger/statement"

/** A number as people read it, of an alias of the table. */
const numberOf = (alias: string): string =>
  `${alias}.series || '-' || ${alias}.year || '-' || lpad(${alias}.number::text, greatest(4, length(${alias}.number::text)), '0')`

/** The numbers of some items; what goes on from another account keeps the number it came under. Primary keys. */
export const findNumbers: Statement = {
  name: "find_receipt_numbers",
  text: `select i.id::text as id, ${numberOf("r")} as number
    from reconciliation_open_item i
    join reconciliation_receipt r on r.open_item_id = coalesce(i.origin_item_id, i.id)
   where i.id = any($1::bigint[])`,
}

/**
 * What stands under a number. Whose account it is, of money that went on from one to another, is where most of it is now: what
 * it pays is told of there. Unique index; one row, or as many as a credit note has items, and for money what it went on as.
 */
export const findReceipt: Statement = {
  name: "find_receipt",
  text: `select i.id::text as id, ${numberOf("r")} as number, i.side, i.kind, i.title, ${typedTextOf("i.reference")} as reference,
      i.method, i.provider_id, i.occurred_on::text as occurred_on, i.amount::text as amount,
      a.id::text as account_id, a.owner_type, a.owner_id, a.currency_code, a.digits, d.order_id, d.display_id
    from reconciliation_receipt r
    join reconciliation_open_item i on i.id = r.open_item_id
    join lateral (
      select w.account_id
        from (select i.id, i.account_id, i.amount
              union all
              select g.id, g.account_id, g.amount from reconciliation_open_item g
               where g.origin_item_id = i.id and i.kind in ('payment', 'deposit', 'stored_value', 'refund')) w
       order by w.amount - coalesce((
           select sum(x.amount) from reconciliation_live_allocation x
             join reconciliation_open_item t on t.id in (x.credit_item_id, x.debit_item_id) and t.kind = 'transfer'
            where w.id in (x.credit_item_id, x.debit_item_id)), 0) desc, w.id
       limit 1) held on true
    join reconciliation_account a on a.id = held.account_id
    left join reconciliation_document d on d.id = i.document_id
   where r.series = $1 and r.year = $2 and r.number = $3
   order by i.id`,
}

/**
 * What money pays now, or of money that was paid back what it was paid out of, wherever it went with its order. What
 * takes a pay-back back is nothing that it was paid out of: its rule tells it apart.
 * Indexes on both item columns; as many rows as it has live allocations that are no transfer.
 */
export const findSettled: Statement = {
  name: "find_settled",
  text: `with own as (
      select id from reconciliation_open_item where id = $1
      union all
      select id from reconciliation_open_item where origin_item_id = $1
    )
    select o.title, o.kind, d.order_id, d.display_id, a.rule = 'pay_back_undone' as is_undone, sum(a.amount)::text as amount
      from reconciliation_live_allocation a
      join reconciliation_open_item o
        on o.id = case when a.credit_item_id in (select id from own) then a.debit_item_id else a.credit_item_id end
      left join reconciliation_document d on d.id = o.document_id
     where (a.credit_item_id in (select id from own) or a.debit_item_id in (select id from own)) and o.kind <> 'transfer'
     group by o.title, o.kind, o.position, d.order_id, d.display_id, d.placed_at, is_undone
     order by d.placed_at, o.position, o.title`,
}

/**
 * What of money was taken back by its payer or the bank; of a refund what of it did not go out after all. Indexes on the item
 * that is reversed and on the key.
 */
export const findReversed: Statement = {
  name: "find_reversed",
  text: `select coalesce(sum(case when side = 'debit' then amount else -amount end), 0)::text as amount
    from reconciliation_open_item
   where kind = 'reversal' and reverses_item_id in (
     select $1::bigint union all select id from reconciliation_open_item where origin_item_id = $1)
  union all
  select least(i.amount, (select coalesce(sum(v.amount), 0) from reconciliation_open_item v
     where v.key = i.key and v.sequence > i.sequence and v.kind = 'void' and v.side = 'credit'))::text
    from reconciliation_open_item i where i.id = $1 and i.kind = 'refund'`,
}
