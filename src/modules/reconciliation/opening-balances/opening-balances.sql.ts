import { isoOf, OPEN_ITEM_COLUMNS } from "../ledger/columns"
import type { Statement } from "../ledger/statement"
import { typedTextOf } from "../ledger/tables/typed-texts"

/** What takes an opening balance `i` back. Unique index on key. */
const UNDONE = `exists (select from reconciliation_open_item u where u.key = i.key || '.undo')`

/** What customers owed or had when the books began: neither what takes one back, nor what goes on from another account. */
const OPENING = `i.kind = 'opening_balance' and i.origin_item_id is null and i.key not like '%.undo'`

/** Opening balances as people read them. */
const VIEWED = `select i.id::text, i.account_id::text, i.side, i.amount::text, (i.amount - i.allocated)::text as open,
      ${UNDONE} as undone, i.occurred_on::text, i.key, ${typedTextOf("i.reference")} as reference,
      ${isoOf("i.recorded_at")} as recorded_at, due.due_on::text, paper.number as document_number,
      a.owner_type, a.owner_id, a.owner_name, a.owner_company, a.currency_code, a.digits::int as digits
    from reconciliation_open_item i
    join reconciliation_account a on a.id = i.account_id
    left join lateral (
      select x.due_on from reconciliation_due_date x where x.open_item_id = i.id order by x.id desc limit 1) due on true
    left join lateral (
      select x.number from reconciliation_document_number x where x.open_item_id = i.id order by x.id desc limit 1) paper on true`

/** A page of opening balances, the newest first, from before a given one. Partial index on them; at most `$5` rows. */
export const listOpeningBalances: Statement = {
  name: "list_opening_balances",
  text: `${VIEWED}
   where ${OPENING}
     and ($1::bigint is null or i.id < $1)
     and ($2::bigint is null or i.account_id = $2)
     and ($3::text is null or a.currency_code = $3)
     and ($4::text is null or i.side = $4)
   order by i.id desc
   limit $5`,
}

/** Some of them by their ids, in that order. Primary key. */
export const readOpeningBalances: Statement = {
  name: "read_opening_balances",
  text: `${VIEWED}
   where ${OPENING} and i.id = any($1::bigint[]) order by i.id`,
}

/** What those that stand come to, of all accounts or of one ($1). Passes over their partial index. */
export const sumOpeningBalances: Statement = {
  name: "sum_opening_balances",
  text: `select a.currency_code, max(a.digits)::int as digits, i.side, count(*)::int as count, sum(i.amount)::text as amount
    from reconciliation_open_item i join reconciliation_account a on a.id = i.account_id
   where ${OPENING} and not ${UNDONE} and ($1::bigint is null or i.account_id = $1)
   group by a.currency_code, i.side order by a.currency_code, i.side`,
}

/** An opening balance by id, with its account. Primary key; 0 or 1 row. */
export const findOpeningBalance: Statement = {
  name: "find_opening_balance",
  text: `select ${OPEN_ITEM_COLUMNS}, i.account_id, ${UNDONE} as undone
    from reconciliation_open_item i
   where i.id = $1 and ${OPENING}`,
}

/**
 * Those of some accounts that stand, as far as they may be what is to be posted: account, side, amount, day and number. Partial
 * index on items without an order.
 */
export const findStandingOpenings: Statement = {
  name: "find_standing_openings",
  text: `select i.id::text, i.account_id::text, i.side, i.amount::text, i.occurred_on::text, coalesce(paper.number, '') as number
    from reconciliation_open_item i
    left join lateral (
      select x.number from reconciliation_document_number x where x.open_item_id = i.id order by x.id desc limit 1) paper on true
   where i.account_id = any($1::bigint[]) and i.document_id is null and ${OPENING} and not ${UNDONE}`,
}

/** What reversals have reopened of one ($2) in its account ($1) and nobody has undone. Partial index on items without an order. */
export const findReopened: Statement = {
  name: "find_reopened_opening",
  text: `select i.id::text, i.title from reconciliation_open_item i
    where i.account_id = $1 and i.document_id is null and i.line_key = $2 and i.kind = 'reversal' and i.side = 'debit'
      and not exists (select from reconciliation_open_item u where u.key = i.key || '.undo')
    order by i.id`,
}

/** Gives some new items the numbers of their old papers; a row each. */
export const giveOpeningNumbers: Statement = {
  name: "give_opening_numbers",
  text: `insert into reconciliation_document_number (open_item_id, number, kind, source, cause, actor_type, actor_id)
    select u.id, u.number, u.kind, 'given', $4, $5, $6
      from unnest($1::bigint[], $2::text[], $3::text[]) u (id, number, kind) order by u.id
    returning id`,
}
