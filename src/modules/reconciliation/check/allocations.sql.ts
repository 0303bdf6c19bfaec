import { fault, SIGNED, type Invariant } from "./invariant.sql"

const ALLOCATION = {
  table: "allocation",
  id: "a.id",
  account: "a.account_id",
  document: "d.document_id",
  kind: "a.rule",
}
const SIDES = `reconciliation_allocation a
  join reconciliation_open_item c on c.id = a.credit_item_id
  join reconciliation_open_item d on d.id = a.debit_item_id`

/** An allocation's taxes are as many as its item's, and none is more than a part of it could have. */
const taxesOf = (side: "credit" | "debit"): string => {
  const [item, taxes] = [side === "credit" ? "c" : "d", `a.${side}_taxes`]
  const own = `case when jsonb_typeof(${item}.taxes) = 'array' then jsonb_array_length(${item}.taxes) else 0 end`
  return `(coalesce(cardinality(${taxes}), 0) <> ${own}
    or ${taxes} is not null and (select sum(t) > a.amount or min(t) < 0 from unnest(${taxes}) t)
       and (select min((t ->> 'amount')::bigint) >= 0 and sum((t ->> 'amount')::bigint) <= ${item}.amount
              from jsonb_array_elements(${item}.taxes) t))`
}

export const ALLOCATIONS: readonly Invariant[] = [
  {
    name: "allocation_sides",
    means: "An allocation puts a credit on a debit.",
    cause: "past_the_ledger",
    cure: "correct",
    text: (of) => `
      select ${fault({ ...ALLOCATION, stored: "c.side || ' on ' || d.side", expected: "'credit on debit'" })}
        from ${SIDES} where (c.side <> 'credit' or d.side <> 'debit') and ${of("a.account_id")}`,
  },
  {
    name: "allocation_account",
    means: "Both items of an allocation are of its account, and so of one owner and one currency.",
    cause: "past_the_ledger",
    cure: "correct",
    text: (of) => `
      select ${fault({
        ...ALLOCATION,
        stored:
          "concat_ws(' ', 'allocation of', a.account_id, 'credit of', c.account_id, 'debit of', d.account_id)",
        expected: "'one account'",
      })}
        from ${SIDES} where (c.account_id <> a.account_id or d.account_id <> a.account_id) and ${of("a.account_id")}`,
  },
  {
    name: "allocation_release",
    means:
      "What takes an allocation back names one that stood, of the same items, amount, taxes and planned payment.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({
        ...ALLOCATION,
        document: "null",
        stored: "concat_ws(' ', a.amount, 'of', a.credit_item_id, 'on', a.debit_item_id)",
        expected:
          "concat_ws(' ', r.amount, 'of', r.credit_item_id, 'on', r.debit_item_id, case when r.releases is not null then 'which takes back itself' end)",
      })}
        from reconciliation_allocation a join reconciliation_allocation r on r.id = a.releases
       where ${of("a.account_id")}
         and (r.releases is not null or r.id >= a.id or r.account_id <> a.account_id or r.amount <> a.amount
           or r.credit_item_id <> a.credit_item_id or r.debit_item_id <> a.debit_item_id
           or r.instalment_id is distinct from a.instalment_id
           or r.credit_taxes is distinct from a.credit_taxes or r.debit_taxes is distinct from a.debit_taxes)`,
  },
  {
    name: "allocation_twice_released",
    means: "An allocation is taken back once.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({
        table: "allocation",
        id: "a.releases",
        account: "min(a.account_id)",
        stored: "'taken back by ' || string_agg(a.id::text, ', ' order by a.id)",
        expected: "'taken back once'",
      })}
        from reconciliation_allocation a where a.releases is not null and ${of("a.account_id")}
       group by a.releases having count(*) > 1`,
  },
  {
    name: "allocation_taxes",
    means: "An allocation has a part of each of its items' taxes, and never more tax than amount.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({
        ...ALLOCATION,
        stored: "concat_ws(' ', 'credit', a.credit_taxes, 'debit', a.debit_taxes)",
        expected:
          "concat_ws(' ', 'parts of', coalesce(c.taxes, '[]'), 'and', coalesce(d.taxes, '[]'), 'within', a.amount)",
      })}
        from ${SIDES}
       where (num_nonnulls(a.credit_taxes, a.debit_taxes, c.taxes, d.taxes) > 0) and ${of("a.account_id")}
         and (${taxesOf("credit")} or ${taxesOf("debit")})`,
  },
  {
    name: "allocation_dates",
    means: "An allocation counts from the later day of its items, and from what its change took back.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `with taken_back as (
        select change_id, max(occurred_on) as occurred_on from reconciliation_allocation a
         where releases is not null and ${of("a.account_id")} group by change_id)
      select ${fault({
        ...ALLOCATION,
        stored: "concat_ws(' ', a.occurred_on, a.accounting_on)",
        expected:
          "concat_ws(' ', greatest(c.occurred_on, d.occurred_on, r.occurred_on), greatest(c.accounting_on, d.accounting_on))",
      })}
        from ${SIDES} left join taken_back r on r.change_id = a.change_id
       where ${of("a.account_id")}
         and (a.occurred_on < greatest(c.occurred_on, d.occurred_on)
           or a.releases is null and a.accounting_on < greatest(c.accounting_on, d.accounting_on)
           or a.origin = 'auto' and a.releases is null
              and (a.occurred_on <> greatest(c.occurred_on, d.occurred_on, r.occurred_on)
                or r.change_id is null and a.accounting_on <> greatest(c.accounting_on, d.accounting_on)))`,
  },
  {
    name: "allocation_before",
    means: "What an allocation says was open before it is what the rows before it left open.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `with side as (
        select a.id, a.account_id, a.change_id, a.step, a.rule, a.releases, ${SIGNED} as signed, a.credit_item_id as item_id, a.credit_open_before as before
          from reconciliation_allocation a where ${of("a.account_id")}
         union all
        select a.id, a.account_id, a.change_id, a.step, a.rule, a.releases, ${SIGNED}, a.debit_item_id, a.debit_open_before
          from reconciliation_allocation a where ${of("a.account_id")}
      ), walked as (
        select side.*,
               coalesce(case when releases is null
                 then sum(signed) over (partition by item_id order by change_id, step rows between unbounded preceding and 1 preceding)
                 else sum(signed) over (partition by item_id order by change_id groups between unbounded preceding and 1 preceding) end, 0) as taken
          from side)
      select ${fault({
        ...ALLOCATION,
        id: "a.id",
        document: "i.document_id",
        kind: "a.rule",
        stored: "a.before",
        expected: "i.amount - a.taken",
      })}
        from walked a join reconciliation_open_item i on i.id = a.item_id where a.before <> i.amount - a.taken`,
  },
  {
    name: "allocation_steps",
    means: "The allocations of a change are numbered 1, 2, 3 and on: none of them is missing.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({
        table: "change",
        id: "a.change_id",
        account: "min(a.account_id)",
        stored: "count(*) || ' allocations up to step ' || max(a.step)",
        expected: "max(a.step) || ' allocations'",
      })}
        from reconciliation_allocation a where ${of("a.account_id")}
       group by a.change_id having max(a.step) <> count(*) or count(distinct a.step) <> count(*)`,
  },
  {
    name: "allocation_run",
    means: "An allocation names the run of its change.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ ...ALLOCATION, document: "null", stored: "a.run_id", expected: "k.run_id" })}
        from reconciliation_allocation a join reconciliation_change k on k.id = a.change_id
       where a.run_id is distinct from k.run_id and ${of("a.account_id")}`,
  },
]
