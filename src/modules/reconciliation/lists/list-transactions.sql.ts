import type { Statement } from "../ledger/statement"

/** Conditions on `reconciliation_transaction t`, and their parameters. */
export interface Conditions {
  readonly text: string
  readonly parameters: readonly unknown[]
  /** What all that they hold of shares: one account, and so one owner and currency; one currency; or nothing. */
  readonly within: "account" | "currency" | "store"
  /**
   * A column of which all have one value, with that value: a page begins after both. Without it the server takes what comes
   * after a row of the last currency for nearly nothing, and looks for the few that are wanted among all of that.
   */
  readonly led?: readonly [column: string, value: string] | undefined
}

type ListedOrder = "newest" | "oldest" | "largest" | "smallest" | "owner"

interface Sorting {
  /** What a page is ordered by. */
  readonly by: string
  readonly sort: "asc" | "desc"
  /** The place of an entry, as the next page begins after it. */
  readonly place: string
  /** A place as parameters, the first of them `$n`. */
  readonly after: (n: number) => string
}

const MOMENT = (n: number): string => `timestamptz 'epoch' + $${n}::bigint * interval '1 microsecond'`
const byMoment = {
  by: "t.happened_at",
  place: "(extract(epoch from t.happened_at) * 1000000)::bigint::text",
  after: (n: number) => `${MOMENT(n)}, $${n + 1}::bigint`,
}
const bySize = {
  by: "t.currency_code, t.open",
  place: "t.currency_code || '.' || t.open",
  after: (n: number) => `split_part($${n}, '.', 1), split_part($${n}, '.', 2)::bigint, $${n + 1}::bigint`,
}

/** By size within each currency, so that amounts of several are never compared. */
const OF_STORE: Readonly<Record<ListedOrder, Sorting>> = {
  newest: { ...byMoment, sort: "desc" },
  oldest: { ...byMoment, sort: "asc" },
  largest: { ...bySize, sort: "desc" },
  smallest: { ...bySize, sort: "asc" },
  // A name may change while somebody reads, and is nothing for a cursor: it stands where the last entry stands now.
  owner: {
    by: "t.owner_sort",
    sort: "asc",
    place: "'0'",
    after: (n) => `(select p.owner_sort from reconciliation_transaction p where p.id = $${n + 1}::bigint),
        $${n + 1}::bigint + 0 * length($${n}::text)`,
  },
}

/** The currency is left out: compared as a part of the row, it would make the server begin at the first of its rows. */
const bySizeAlone = {
  ...bySize,
  by: "t.open",
  after: (n: number) => `split_part($${n}, '.', 2)::bigint, $${n + 1}::bigint`,
}
const OF_CURRENCY: typeof OF_STORE = {
  ...OF_STORE,
  largest: { ...bySizeAlone, sort: "desc" },
  smallest: { ...bySizeAlone, sort: "asc" },
}

/** What has one owner comes as it happened. */
const OF_ACCOUNT: typeof OF_STORE = { ...OF_CURRENCY, owner: OF_CURRENCY.oldest }

const SORTINGS = { account: OF_ACCOUNT, currency: OF_CURRENCY, store: OF_STORE }

export const sortingOf = (order: ListedOrder, { within }: Conditions): Sorting => SORTINGS[within][order]

/**
 * A page of transactions of all accounts, from after a place: keyset on an index of each order, those of what is
 * unreconciled partial. Owners' names stand on the account. At most `limit` rows.
 */
export function listTransactions(sort: ListedOrder, conditions: Conditions, isFirst: boolean): Statement {
  const { text, parameters } = conditions
  const { by, sort: direction, place, after } = sortingOf(sort, conditions)
  const n = parameters.length + 1
  const sign = direction === "asc" ? ">" : "<"
  const order = by
    .split(", ")
    .map((one) => `${one} ${direction}`)
    .join(", ")
  const [led, its] = conditions.led ? conditions.led.map((one) => `${one}, `) : ["", ""]
  return {
    name: "list_transactions",
    text: `select t.id::text as number, t.account_id::text, coalesce(t.item_id, t.document_id)::text as ref,
        t.kind = 'order' as is_order, ${place} as place, t.sales_channel_id, t.due_on::text as due_on, t.contradicts,
        t.happened_on::text as happened_on, t.open::text as open, t.side, t.unreconciled,
        t.to_check, t.notes, a.owner_type, a.owner_id, a.owner_name, a.owner_company, a.currency_code, a.digits
      from reconciliation_transaction t join reconciliation_account a on a.id = t.account_id
     where ${text} ${isFirst ? "" : `and (${led}${by}, t.id) ${sign} (${its}${after(n)})`}
     order by ${order}, t.id ${direction}
     limit $${isFirst ? n : n + 2}::int`,
  }
}

/** Orders whose state their rows do not tell. Partial index of them. */
export const listUnsure: Statement = {
  name: "list_unsure",
  text: `select id::text as number, account_id::text, document_id::text from reconciliation_transaction
    where plan_unsure order by id`,
}

/** The view that a row is in; none is in two. The filter says the same as conditions. */
const viewOf = (today: string): string =>
  `case when t.contradicts then 'contradictions' when t.view <> 'owed' then t.view
        when t.due_on is null then 'owed' when t.due_on < ${today} then 'overdue' else 'not_due' end`

/**
 * What each view comes to in each currency, and the number of one of its rows. One pass over the partial index by currency,
 * which holds all that is asked.
 */
export const sumTransactions = ({ text, parameters }: Conditions): Statement => ({
  name: "sum_transactions",
  text: `select s.*, (select a.digits from reconciliation_account a where a.currency_code = s.currency_code limit 1)::int as digits
    from (select t.currency_code, ${viewOf(`$${parameters.length + 1}::date`)} as view, count(*)::int as count,
        count(*) filter (where t.open > 0)::int as open_count, sum(t.open)::text as open, min(t.happened_on)::text as oldest_on,
        min(t.id)::text as number
      from reconciliation_transaction t
     where ${text}
     group by 1, 2) s order by s.currency_code`,
})

/**
 * What tells why something is open, of several transactions: orders of the account that owe exactly what is open of money
 * or a credit (two at most), whether its account owes anything, and what the account has that pays nothing (of a
 * thousand of its credits at most). What is an account's is asked once of each: a page may be of one alone. Partial index on
 * account, kind and what is open.
 */
export const readSurroundings: Statement = {
  name: "read_surroundings",
  prepared: true,
  text: `with page as (
      select * from unnest($1::bigint[], $2::bigint[]) with ordinality p (account_id, open, n)
    ), account as materialized (
      select w.account_id, idle.*, exists (
          select from reconciliation_transaction o
           where o.account_id = w.account_id and o.kind in ('order', 'opening_balance') and o.side = 'debit'
             and o.open > 0 and o.unreconciled) as owes
        from (select distinct account_id from page) w
       cross join lateral (
         select coalesce(sum(x.open), 0)::text as unapplied, coalesce(max(x.open), 0)::text as largest
           from (select o.open from reconciliation_transaction o
                  where o.account_id = w.account_id and o.side = 'credit' and o.unreconciled limit 1000) x) idle
    )
    select p.n::int as place, coalesce(fit.orders, '[]') as fitting, a.owes, a.unapplied, a.largest
      from page p join account a on a.account_id = p.account_id
      left join lateral (
        select json_agg(json_build_object('id', x.order_id, 'display_id', x.display_id)) as orders
          from (select d.order_id, d.display_id
                  from reconciliation_transaction o join reconciliation_document d on d.id = o.document_id
                 where o.account_id = p.account_id and o.kind = 'order' and o.open = p.open and o.open > 0 and o.unreconciled
                 limit 2) x) fit on true
     order by p.n`,
}
