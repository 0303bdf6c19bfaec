import { OPEN_ITEM_COLUMNS } from "../ledger/columns"
import type { Statement } from "../ledger/statement"

/**
 * How an account's items are one transaction: what raises what an order costs is folded into the order; a credit of
 * lines, a reversal, a write-off and a transfer are posted in several items, of one moment; all else is an item. A place
 * is a moment and a name, by which transactions of one moment are told apart and put in order: the order first.
 */

/** Whether an item is folded into its order. */
const folded = (i: string): string =>
  `(${i}.document_id is not null and (${i}.kind in ('charge', 'fee', 'shipping', 'return_shipping', 'rounding')
      or ${i}.side = 'debit' and ${i}.kind in ('adjustment', 'credit_line', 'cancellation')))`

const orderName = (id: string): string => `('0:' || ${id}) collate "C"`

/** The name of what is not folded. */
const itemName = (i: string): string =>
  `(case when ${i}.kind in ('adjustment', 'credit_line', 'cancellation') then '1:' || ${i}.document_id || ':' || ${i}.kind
         when ${i}.kind = 'transfer' and ${i}.document_id is not null then '2:' || ${i}.document_id
         when ${i}.kind in ('payment', 'deposit', 'stored_value') then '3:' || lpad(${i}.id::text, 19, '0')
         when ${i}.kind = 'reversal' then '5:' || md5(${i}.key)
         when ${i}.kind = 'write_off' then '6:' || md5(${i}.key)
         else '4:' || lpad(${i}.id::text, 19, '0') end) collate "C"`

/** Whether an item is a transaction by itself; a transfer of no order is money that somebody moved. */
const alone = (i: string): string =>
  `(${i}.kind in ('payment', 'deposit', 'stored_value', 'refund', 'void', 'cash_discount', 'opening_balance')
      or ${i}.kind = 'transfer' and ${i}.document_id is null)`

/** Debits positive. */
const signed = (i: string): string => `case ${i}.side when 'debit' then ${i}.amount else -${i}.amount end`

/** Orders that have items in the account though they have gone to another one. */
const GONE = `(select c.document_id from reconciliation_change c
    where c.account_id = $1 and c.kind = 'transfer' and c.document_id is not null)`

const MICROSECONDS = `(extract(epoch from moment) * 1000000)::bigint::text`
const momentOf = (parameter: string): string =>
  `timestamptz 'epoch' + ${parameter} * interval '1 microsecond'`

/** The moments of a page, in order. */
const MOMENTS = `(select array_agg(${momentOf("m")} order by m) from unnest($2::bigint[]) m)::timestamptz[]`

/** When the account's orders were placed: those that it has, and those that it had. */
const PLACED = `(select id, placed_at from reconciliation_document where account_id = $1
   union all select id, placed_at from reconciliation_document where account_id <> $1 and id in ${GONE})`

export type Direction = "newest" | "oldest"

interface Ordering {
  readonly sort: "desc" | "asc"
  readonly order: string
  /** That a place comes after the one that a page begins after; every place does when there is none. */
  readonly after: (moment: string, name: string) => string
}

function orderingOf(direction: Direction): Ordering {
  const isNewest = direction === "newest"
  const sort = isNewest ? "desc" : "asc"
  const [sign, end] = isNewest ? ["<", "infinity"] : [">", "-infinity"]
  const from = `coalesce(${momentOf("$2::bigint")}, '${end}')`
  return {
    sort,
    order: `order by moment ${sort}, name ${sort}`,
    after: (moment, name) =>
      `${moment} ${sign}= ${from} and (${moment} ${sign} ${from} or ${name} ${sign} $3)`,
  }
}

const page = (found: string, { order }: Ordering): string =>
  `select ${MICROSECONDS} as moment, name, ref::text, is_order from (${found}) found ${order} limit $4`

/** Every transaction, from after a place. Indexes on account and moment of documents and items: a page costs a page. */
const all = (direction: Direction): Statement => {
  const ordering = orderingOf(direction)
  const { order, after } = ordering
  const orders = (
    where: string,
  ): string => `(select d.placed_at as moment, ${orderName("d.id")} as name, d.id as ref, true as is_order
      from reconciliation_document d
     where ${where} and ${after("d.placed_at", orderName("d.id"))}
       and exists (select 1 from reconciliation_open_item i
                    where i.document_id = d.id and i.account_id = $1 and ${folded("i")})
     ${order} limit $4)`
  return {
    name: `page_of_transactions_${direction}`,
    prepared: true,
    text: page(
      `${orders("d.account_id = $1")}
       union all ${orders(`d.account_id <> $1 and d.id in ${GONE}`)}
       union all (select i.occurred_at as moment, ${itemName("i")} as name, min(i.id) as ref, false as is_order
         from reconciliation_open_item i
        where i.account_id = $1 and not ${folded("i")} and ${after("i.occurred_at", itemName("i"))}
        group by 1, 2 ${order} limit $4)`,
      ordering,
    ),
  }
}

/** The transactions of some items, from after a place. */
const ofItems = (direction: Direction, items: string): string => {
  const ordering = orderingOf(direction)
  const place = `select case when ${folded("i")} then d.placed_at else i.occurred_at end as moment,
      case when ${folded("i")} then ${orderName("i.document_id")} else ${itemName("i")} end as name,
      case when ${folded("i")} then i.document_id else i.id end as ref, ${folded("i")} as is_order
    from reconciliation_open_item i left join ${PLACED} d on d.id = i.document_id
   where i.account_id = $1 and ${items}`
  return page(
    `select moment, name, min(ref) as ref, is_order from (${place}) place
      where ${ordering.after("moment", "name")} group by moment, name, is_order`,
    ordering,
  )
}

/**
 * Those that are not wholly allocated. Partial index on open rows of an account; names are made only of what is at the
 * moments of the page.
 */
const open = (direction: Direction): Statement => {
  const ordering = orderingOf(direction)
  const { order, after } = ordering
  const items = `reconciliation_open_item i where i.account_id = $1 and i.allocated < i.amount`
  const ofPage = `${items} and not ${folded("i")} and ${after("i.occurred_at", itemName("i"))}`
  return {
    name: `page_of_open_transactions_${direction}`,
    prepared: true,
    text: page(
      `(select d.placed_at as moment, ${orderName("d.id")} as name, d.id as ref, true as is_order
          from (select i.document_id from ${items} and ${folded("i")} group by i.document_id) o
          join ${PLACED} d on d.id = o.document_id
         where ${after("d.placed_at", orderName("d.id"))} ${order} limit $4)
       union all (select i.occurred_at as moment, ${itemName("i")} as name, min(i.id) as ref, false as is_order
          from ${ofPage} and i.occurred_at in (
            select i.occurred_at as moment from ${ofPage} group by 1 order by moment ${ordering.sort} limit $4)
         group by 1, 2 ${order} limit $4)`,
      ordering,
    ),
  }
}

/**
 * Those that share a matching code: the order with its own postings and what pays them, or the credit with what it pays.
 * Unique index on the account's ranks, indexes on document and both items of an allocation.
 */
const ofCode = (direction: Direction): Statement => ({
  name: `page_of_transactions_of_code_${direction}`,
  text: ofItems(
    direction,
    `i.id in (
      select o.id from reconciliation_matching_sequence s join reconciliation_open_item o
          on o.document_id = s.document_id and (o.allocated > 0 or ${folded("o")})
       where s.account_id = $1 and s.rank = $5
      union select a.credit_item_id from reconciliation_matching_sequence s
        join reconciliation_open_item o on o.document_id = s.document_id
        join reconciliation_live_allocation a on a.debit_item_id = o.id where s.account_id = $1 and s.rank = $5
      union select s.open_item_id from reconciliation_matching_sequence s where s.account_id = $1 and s.rank = $5
      union select a.debit_item_id from reconciliation_matching_sequence s
        join reconciliation_live_allocation a on a.credit_item_id = s.open_item_id
       where s.account_id = $1 and s.rank = $5)`,
  ),
})

/** A page's places, by what it shows and where it begins; at most `limit` rows. */
export const pagesOfTransactions = {
  all: { newest: all("newest"), oldest: all("oldest") },
  open: { newest: open("newest"), oldest: open("oldest") },
  code: { newest: ofCode("newest"), oldest: ofCode("oldest") },
} as const

/** The items of each transaction of a page, summed, with the first of them; accounts, places and whether each is an order. Indexes on document and key, primary key. */
export const readTransactions: Statement = {
  name: "read_transactions",
  prepared: true,
  text: `select p.n::int as place, p.account_id::text, d.order_id, d.display_id, d.placed_on::text, m.ids, m.title as first_title, m.lines::int, m.open_lines::int,
      m.debits::text, m.credits::text, m.open_debits::text, m.open_credits::text, ${OPEN_ITEM_COLUMNS}
    from unnest($1::bigint[], $2::bigint[], $3::boolean[]) with ordinality p (account_id, ref, is_order, n)
   cross join lateral (
     select min(x.id) as first, count(distinct x.line_key) filter (where x.kind <> 'rounding') as lines,
        (array_agg(x.title order by x.position, x.id))[1] as title,
        case when p.is_order then '{}' else array_agg(x.id::text order by x.id) end as ids,
        count(distinct x.line_key) filter (where x.kind <> 'rounding' and x.side = 'debit' and x.allocated < x.amount) as open_lines,
        coalesce(sum(x.amount) filter (where x.side = 'debit'), 0) as debits,
        coalesce(sum(x.amount) filter (where x.side = 'credit'), 0) as credits,
        coalesce(sum(x.amount - x.allocated) filter (where x.side = 'debit'), 0) as open_debits,
        coalesce(sum(x.amount - x.allocated) filter (where x.side = 'credit'), 0) as open_credits
       from (
         select o.* from reconciliation_open_item o
          where p.is_order and o.document_id = p.ref and o.account_id = p.account_id and ${folded("o")}
         union all
         select o.* from reconciliation_open_item h join reconciliation_open_item o on o.id = h.id
          where not p.is_order and h.id = p.ref and ${alone("h")}
         union all
         select o.* from reconciliation_open_item h join reconciliation_open_item o
             on o.document_id = h.document_id and o.kind = h.kind and o.account_id = p.account_id and o.occurred_at = h.occurred_at
          where not p.is_order and h.id = p.ref and not ${folded("o")}
            and h.kind in ('adjustment', 'credit_line', 'cancellation', 'transfer')
         union all
         select o.* from reconciliation_open_item h join reconciliation_open_item o
             on o.key = h.key and o.account_id = p.account_id and o.occurred_at = h.occurred_at
          where not p.is_order and h.id = p.ref and h.kind in ('reversal', 'write_off')
       ) x
   ) m
    join reconciliation_open_item i on i.id = m.first
    left join reconciliation_document d on d.id = i.document_id
   order by p.n`,
}

/**
 * What the account's charges less payments come to from each of some moments to the next: bucket n is from the n-th on.
 * Of a page of the newest it sums what came later, bucket 0 left out; of the oldest what came before, with bucket 0.
 * Indexes on account and moment: a page near its end costs little, none costs more than one pass over the account.
 */
const between = (direction: Direction): Statement => {
  const [end, sign] = direction === "newest" ? ["min", ">="] : ["max", "<="]
  const last = `(select timestamptz 'epoch' + ${end}(m) * interval '1 microsecond' from unnest($2::bigint[]) m)`
  return {
    name: `sum_between_moments_${direction}`,
    prepared: true,
    text: `select bucket, sum(amount)::text as amount from (
       select width_bucket(i.occurred_at, ${MOMENTS}) as bucket, ${signed("i")} as amount
         from reconciliation_open_item i
        where i.account_id = $1 and i.occurred_at ${sign} ${last} and not ${folded("i")}
       union all
       select width_bucket(d.placed_at, ${MOMENTS}), ${signed("i")}
         from (select id, placed_at from reconciliation_document where account_id = $1 and placed_at ${sign} ${last}
               union all select id, placed_at from reconciliation_document
                where account_id <> $1 and id in ${GONE} and placed_at ${sign} ${last}) d
         join reconciliation_open_item i on i.document_id = d.id and i.account_id = $1 and ${folded("i")}) x
      group by bucket`,
  }
}
export const sumsBetweenMoments = { newest: between("newest"), oldest: between("oldest") } as const

/** What an account owes in all: open debits less open credits. Partial index on open rows. */
export const balanceOfAccount: Statement = {
  name: "balance_of_account",
  prepared: true,
  text: `select coalesce(sum(case i.side when 'debit' then i.amount - i.allocated else i.allocated - i.amount end), 0)::text as amount
    from reconciliation_open_item i where i.account_id = $1 and i.allocated < i.amount`,
}

/** The same of each transaction at some moments. Indexes on account and moment. */
export const sumAtMoments: Statement = {
  name: "sum_at_moments",
  prepared: true,
  text: `select ${MICROSECONDS} as moment, name, sum(amount)::text as amount from (
     select i.occurred_at as moment, ${itemName("i")} as name, ${signed("i")} as amount
       from reconciliation_open_item i
      where i.account_id = $1 and i.occurred_at = any(${MOMENTS}) and not ${folded("i")}
     union all
     select d.placed_at, ${orderName("d.id")}, ${signed("i")}
       from ${PLACED} d
       join reconciliation_open_item i on i.document_id = d.id and i.account_id = $1 and ${folded("i")}
      where d.placed_at = any(${MOMENTS})) x
    group by moment, name`,
}

/** What stands under some keys. Unique index on key: a few rows a key. */
export const itemsOfKeys: Statement = {
  name: "items_of_keys",
  prepared: true,
  text: `select i.key, i.kind from reconciliation_open_item i where i.key = any($1::text[])`,
}

/** Whose accounts the items of some keys and numbers are in. Unique index on key and sequence; a row an item at most. */
export const accountsOfKeys: Statement = {
  name: "accounts_of_keys",
  text: `select k.id, a.id as account_id, a.owner_type, a.owner_id
    from unnest($1::bigint[], $2::text[], $3::int[]) k (id, key, sequence)
    join reconciliation_open_item i on i.key = k.key and i.sequence = k.sequence
    join reconciliation_account a on a.id = i.account_id`,
}

/** How many transactions an account has, and how many are not wholly allocated. */
export const countTransactions: Statement = {
  name: "count_transactions",
  text: `select
      (select count(distinct i.document_id) from reconciliation_open_item i where i.account_id = $1 and ${folded("i")})
      + (select count(distinct (i.occurred_at, ${itemName("i")})) from reconciliation_open_item i
          where i.account_id = $1 and not ${folded("i")}) as all,
      (select count(distinct case when ${folded("i")} then ${orderName("i.document_id")}
                                  else i.occurred_at || ${itemName("i")} end)
         from reconciliation_open_item i where i.account_id = $1 and i.allocated < i.amount) as open`,
}
