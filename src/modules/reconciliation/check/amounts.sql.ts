import { fault, SIGNED, type Invariant, type Of } from "./invariant.sql"

/** What live allocations take of each item, whichever side they name it on. */
const live = (of: Of): string => `live as (
    select item_id, sum(signed) as amount from (
      select credit_item_id as item_id, ${SIGNED} as signed from reconciliation_allocation a where ${of("a.account_id")}
       union all
      select debit_item_id, ${SIGNED} from reconciliation_allocation a where ${of("a.account_id")}) a
     group by item_id)`

/** The same of each tax in them, and what each item counts and has of it. */
const taxed = (of: Of): string => `live as (
    select a.item_id, t.rate, sum(case when a.releases is null then t.amount else -t.amount end) as amount
      from (select credit_item_id as item_id, releases, credit_taxes as taxes from reconciliation_allocation a
             where credit_taxes is not null and ${of("a.account_id")}
             union all
            select debit_item_id, releases, debit_taxes from reconciliation_allocation a
             where debit_taxes is not null and ${of("a.account_id")}) a
     cross join lateral unnest(a.taxes) with ordinality t (amount, rate)
     group by 1, 2
  ), item as (
    select i.id, i.account_id, i.document_id, i.kind, i.allocated = i.amount as is_whole, i.taxes_allocated,
           array_agg((t.tax ->> 'amount')::bigint order by t.rate) as whole,
           array_agg(coalesce(l.amount, 0)::bigint order by t.rate) as live
      from reconciliation_open_item i
     cross join lateral jsonb_array_elements(i.taxes) with ordinality t (tax, rate)
      left join live l on l.item_id = i.id and l.rate = t.rate
     where i.taxes is not null and jsonb_typeof(i.taxes) = 'array' and ${of("i.account_id")}
     group by i.id)`

const ITEM = {
  table: "open_item",
  id: "i.id",
  account: "i.account_id",
  document: "i.document_id",
  kind: "i.kind",
}

export const AMOUNTS: readonly Invariant[] = [
  {
    name: "item_counter",
    means: "What an item counts as allocated is the sum of its live allocations.",
    cause: "past_the_ledger",
    cure: "recount",
    text: (of) => `with ${live(of)}
      select ${fault({ ...ITEM, stored: "i.allocated", expected: "coalesce(l.amount, 0)" })}
        from reconciliation_open_item i left join live l on l.item_id = i.id
       where i.allocated <> coalesce(l.amount, 0) and coalesce(l.amount, 0) between 0 and i.amount
         and ${of("i.account_id")}`,
  },
  {
    name: "item_cap",
    means: "Live allocations of an item are never below zero together, and never above its amount.",
    cause: "past_the_ledger",
    cure: "correct",
    text: (of) => `with ${live(of)}
      select ${fault({ ...ITEM, stored: "l.amount", expected: "'0 to ' || i.amount" })}
        from reconciliation_open_item i join live l on l.item_id = i.id
       where l.amount not between 0 and i.amount and ${of("i.account_id")}`,
  },
  {
    name: "item_tax_counter",
    means: "What an item counts of each of its taxes is the sum of what its live allocations took of it.",
    cause: "past_the_ledger",
    cure: "recount",
    text: (of) => `with ${taxed(of)}
      select ${fault({ ...ITEM, stored: "i.taxes_allocated", expected: "i.live" })}
        from item i
       where (select array_agg(coalesce(i.taxes_allocated[n], 0) order by n) from generate_series(1, cardinality(i.whole)) n)
             is distinct from i.live`,
  },
  {
    name: "item_tax_whole",
    means: "Of an item that is wholly allocated all of its tax is allocated too.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `with ${taxed(of)}
      select ${fault({ ...ITEM, stored: "i.live", expected: "i.whole" })} from item i where i.is_whole and i.live <> i.whole`,
  },
  {
    name: "item_side",
    means: "Money that came is a credit; what is charged or was paid back is a debit.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ ...ITEM, stored: "i.side", expected: "case i.side when 'debit' then 'credit' else 'debit' end" })}
        from reconciliation_open_item i
       where (i.kind in ('payment', 'deposit') and i.side <> 'credit'
           or i.kind in ('charge', 'fee', 'shipping', 'return_shipping', 'refund') and i.side <> 'debit')
         and ${of("i.account_id")}`,
  },
  {
    name: "item_key",
    means: "What an item takes back or goes on from is said by its key and its columns alike.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({
        ...ITEM,
        stored: "concat_ws(' ', 'reverses', i.reverses_item_id, 'origin', i.origin_item_id)",
        expected: "i.key",
      })}
        from reconciliation_open_item i
        left join reconciliation_open_item o on o.id = i.origin_item_id
       where (i.reverses_item_id is distinct from substring(regexp_replace(i.key, '^move:(in|out):', '') from '^rev:([0-9]+)[.]')::bigint
           or (i.key ~ '^(move|give):in:') <> (i.origin_item_id is not null)
           or i.key <> substring(i.key from '^[a-z]+:in:') || o.key || '#' || o.sequence)
         and (i.key ~ '^(move|give|rev):' or num_nonnulls(i.reverses_item_id, i.origin_item_id) > 0)
         and ${of("i.account_id")}`,
  },
  {
    name: "item_sequence",
    means: "The postings under one key are numbered 1, 2, 3 and on: none of them is missing.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({
        table: "open_item",
        id: "min(i.id)",
        account: "min(i.account_id)",
        document: "min(i.document_id)",
        kind: "min(i.kind)",
        stored: "string_agg(i.sequence::text, ', ' order by i.sequence)",
        expected: "'1 to ' || count(*)",
      })}
        from reconciliation_open_item i
       where i.key in (select s.key from reconciliation_open_item s where s.sequence > 1 and ${of("s.account_id")})
       group by i.key having max(i.sequence) <> count(*) or min(i.sequence) <> 1`,
  },
  {
    name: "item_account",
    means:
      "An item of an order stands in the account of the order, or in one that the journal says the order was in.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ ...ITEM, stored: "i.account_id", expected: "d.account_id" })}
        from reconciliation_open_item i
        join reconciliation_document d on d.id = i.document_id and d.account_id <> i.account_id
       where ${of("i.account_id")}
         and not exists (select from reconciliation_change c
                          where c.account_id = i.account_id and c.document_id = d.id and c.kind = 'transfer')`,
  },
  {
    name: "moved_pair",
    means:
      "What closes an item in one account and what goes on of it in another are a pair: one amount, one currency, one day, the same taxes, other sides, one transaction.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `with side as (
        select i.id, i.account_id, i.document_id, i.kind, i.side, i.key, i.sequence, i.amount, i.occurred_on, i.taxes, a.currency_code, c.transaction_id,
               case when i.key ~ '[.][0-9]+[.]undo$' then regexp_replace(i.key, 'undo$', 'back')
                    when i.key ~ '[.][0-9]+[.]back$' then regexp_replace(i.key, 'back$', 'undo')
                    when i.key ~ '^(move|give):out:' then regexp_replace(i.key, '^([a-z]+):out:', '\\1:in:')
                    else regexp_replace(i.key, '^([a-z]+):in:', '\\1:out:') end as other
          from reconciliation_open_item i
          left join reconciliation_account a on a.id = i.account_id
          left join reconciliation_change c on c.id = i.change_id
         where i.key ~ '^(move|give):(in|out):')
      select ${fault({
        ...ITEM,
        stored:
          "concat_ws(' ', i.side, i.amount, i.currency_code, i.occurred_on, 'in account', i.account_id)",
        expected:
          "case when o.id is null then 'another half' else concat_ws(' ', 'the half of', o.side, o.amount, o.currency_code, o.occurred_on, 'in account', o.account_id) end",
      })}
        from side i left join side o on o.key = i.other and o.sequence = i.sequence
       where ${of("i.account_id")}
         and (o.id is null or o.amount <> i.amount or o.side = i.side or o.currency_code is distinct from i.currency_code
           or o.occurred_on <> i.occurred_on or o.taxes is distinct from i.taxes or o.account_id = i.account_id or o.transaction_id is distinct from i.transaction_id)`,
  },
  {
    name: "account_digits",
    means: "All accounts of one currency count it in the same minor unit.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `with usual as (
        select currency_code, mode() within group (order by digits) as digits from reconciliation_account group by 1)
      select ${fault({ table: "account", id: "a.id", account: "a.id", kind: "a.currency_code", stored: "a.digits", expected: "u.digits" })}
        from reconciliation_account a join usual u using (currency_code)
       where a.digits <> u.digits and ${of("a.id")}`,
  },
]
