import { violationsOfLedger } from "../../src/modules/reconciliation/domain/allocation/invariants"
import {
  allocationOf,
  openItemOf,
  type AllocationRow,
  type OpenItemRow,
} from "../../src/modules/reconciliation/ledger/rows"
import { ALLOCATION_COLUMNS, OPEN_ITEM_COLUMNS } from "../../src/modules/reconciliation/ledger/columns"
import type { Ledger } from "./ledger"

/** Questions whose answers must be empty; each names the rows of an account that break a rule. */
const QUESTIONS: Readonly<Record<string, string>> = {
  "an item counts something else than its live allocations": `
    select i.id, i.key, i.allocated, coalesce(s.live, 0) as live
      from reconciliation_open_item i
      left join (select item_id, sum(signed) as live from (
             select credit_item_id as item_id, case when releases is null then amount else -amount end as signed
               from reconciliation_allocation where account_id = :account
             union all
             select debit_item_id, case when releases is null then amount else -amount end
               from reconciliation_allocation where account_id = :account) a group by item_id) s on s.item_id = i.id
     where i.account_id = :account and (i.allocated <> coalesce(s.live, 0) or i.allocated > i.amount or i.allocated < 0)`,
  "an allocation joins wrong sides or accounts": `
    select a.id from reconciliation_allocation a
      join reconciliation_open_item c on c.id = a.credit_item_id
      join reconciliation_open_item d on d.id = a.debit_item_id
     where a.account_id = :account
       and (c.side <> 'credit' or d.side <> 'debit' or c.account_id <> a.account_id or d.account_id <> a.account_id)`,
  "an allocation is not dated as the later of its items, of what its change took back, or by hand": `
    select a.id from reconciliation_allocation a
      join reconciliation_open_item c on c.id = a.credit_item_id
      join reconciliation_open_item d on d.id = a.debit_item_id
      left join (
        select change_id, max(occurred_on) as occurred_on from reconciliation_allocation
         where account_id = :account and releases is not null group by change_id) r on r.change_id = a.change_id
     where a.account_id = :account and (a.occurred_on < greatest(c.occurred_on, d.occurred_on)
        or (a.origin = 'auto' and a.releases is null
            and a.occurred_on <> greatest(c.occurred_on, d.occurred_on, r.occurred_on)))`,
  "a key's postings are not numbered without gaps": `
    select key from reconciliation_open_item
     where key in (select key from reconciliation_open_item where account_id = :account)
     group by key having max(sequence) <> count(*) or min(sequence) <> 1`,
  "codes of an account are not 1, 2, 3 …, or its next rank is another": `
    select a.id from reconciliation_account a
      left join reconciliation_matching_sequence s on s.account_id = a.id
     where a.id = :account
     group by a.id having coalesce(max(s.rank), 0) <> count(s.id) or a.next_rank <> count(s.id) + 1`,
  "an order that money settles has no code": `
    select distinct i.document_id from reconciliation_allocation a
      join reconciliation_open_item i on i.id = a.debit_item_id
      join reconciliation_open_item c on c.id = a.credit_item_id
     where a.account_id = :account and i.document_id is not null and i.kind <> 'transfer'
       and c.kind in ('payment', 'deposit', 'stored_value', 'opening_balance')
       and not exists (select 1 from reconciliation_matching_sequence s
                        where s.document_id = i.document_id and s.account_id = :account)`,
  "a used deposit or gift card has no code": `
    select i.id from reconciliation_open_item i
     where i.account_id = :account and i.kind in ('deposit', 'stored_value', 'opening_balance')
       and exists (select 1 from reconciliation_allocation a join reconciliation_open_item d on d.id = a.debit_item_id
                    where a.credit_item_id = i.id and a.releases is null and d.kind <> 'transfer' and a.rule <> 'opening_undone'
                      and not exists (select 1 from reconciliation_allocation r where r.releases = a.id))
       and not exists (select 1 from reconciliation_matching_sequence s where s.open_item_id = i.id)`,
  "a row's journal entry is of another account": `
    select r.id from (
      select id, account_id, change_id from reconciliation_open_item where account_id = :account
      union all select id, account_id, change_id from reconciliation_allocation where account_id = :account
      union all select id, account_id, change_id from reconciliation_matching_sequence where account_id = :account) r
      join reconciliation_change c on c.id = r.change_id
     where c.account_id <> r.account_id`,
  "a journal entry changed nothing": `
    select c.id from reconciliation_change c
     where c.account_id = :account and c.kind not in ('plan', 'instalment', 'transfer', 'terms', 'confirmation', 'repair')
       and not exists (select 1 from reconciliation_open_item i where i.change_id = c.id)
       and not exists (select 1 from reconciliation_allocation a where a.change_id = c.id)
       and not exists (select 1 from reconciliation_due_date d where d.change_id = c.id)
       and not exists (select 1 from reconciliation_instalment i where i.change_id = c.id)
       and not exists (select 1 from reconciliation_instalment_event e where e.change_id = c.id)`,
  "an item's names in columns are not those of its key": `
    select i.id from reconciliation_open_item i
      left join reconciliation_open_item o on o.id = i.origin_item_id
     where i.account_id = :account
       and (i.reverses_item_id is distinct from substring(regexp_replace(i.key, '^move:(in|out):', '') from '^rev:([0-9]+)[.]')::bigint
         or (i.key ~ '^(move|give):in:') <> (i.origin_item_id is not null)
         or i.key <> substring(i.key from '^[a-z]+:in:') || o.key || '#' || o.sequence)`,
  "what fulfils an instalment is more than its amount and all that was taken back, or on another order": `
    select i.id from reconciliation_instalment i
      join reconciliation_allocation a on a.instalment_id = i.id
      join reconciliation_open_item d on d.id = a.debit_item_id
     where i.account_id = :account
     group by i.id
    having sum(case when a.releases is null then a.amount else -a.amount end) not between 0 and i.amount
             + (select coalesce(sum(t.amount), 0) from reconciliation_open_item t
                 where t.document_id = i.document_id and t.side = 'debit' and t.kind in ('void', 'reversal'))
        or bool_or(d.document_id is distinct from i.document_id)`,
  "the pins of an instalment are more than its amount": `
    select i.id from reconciliation_instalment i, jsonb_array_elements(i.pins) p
     where i.account_id = :account group by i.id having sum((p ->> 'amount')::bigint) > i.amount`,
  "the row of a transaction is not what its items say": `
    select coalesce(t.name, d.name) as name, to_jsonb(t) as stands, to_jsonb(d) as derived from (
      select account_id, happened_at, name, kind, document_id, item_id, happened_on, currency_code, owner_sort,
             sales_channel_id, due_on, open_debit, open_credit, contradicts
        from reconciliation_transaction where account_id = :account) t
      full join (select * from reconciliation_derived_transaction where account_id = :account) d
        on d.happened_at = t.happened_at and d.name = t.name
     where to_jsonb(t) is distinct from to_jsonb(d)`,
  "the row of a transaction is not in the state that its items and plans say": `
    select t.name, t.state, t.amount, t.gl_account, t.planned_until, to_jsonb(s) as said, i.amount as posted, i.gl_account as gl
      from reconciliation_transaction t
      left join lateral reconciliation_state_of(t.document_id, t.account_id) s on t.kind = 'order'
     cross join lateral (
       select sum(x.amount) as amount, min(x.gl_account) as gl_account
         from reconciliation_open_item x
         left join reconciliation_document d on d.id = x.document_id
        cross join lateral (select reconciliation_is_folded(x.document_id, x.kind, x.side) as is_folded) f
        where x.account_id = t.account_id
          and t.happened_at = case when f.is_folded then d.placed_at else x.occurred_at end
          and t.name = reconciliation_transaction_name(f.is_folded, x.document_id, x.kind, x.id, x.key)) i
     where t.account_id = :account
       and (t.state is null or (t.amount, t.gl_account) is distinct from (i.amount, i.gl_account)
         or (t.order_state, t.planned_until, t.plan_unsure)
            is distinct from (s.order_state, s.planned_until, coalesce(s.plan_unsure, false)))`,
  "the row of a transaction does not say what its notes say": `
    select t.name, t.notes, t.to_check, s.notes as written, s.marked
      from reconciliation_transaction t
     cross join lateral (
       select count(*) filter (where b.id is null) as notes, coalesce(bool_or(n.to_check and b.id is null and c.id is null), false) as marked
         from reconciliation_note n
         left join reconciliation_note b on b.of_note = n.id and b.kind = 'taken_back'
         left join reconciliation_note c on c.of_note = n.id and c.kind = 'checked'
        where n.kind = 'note'
          and (n.open_item_id = t.item_id or t.kind = 'order' and n.document_id = t.document_id
               and t.id = (select p.id from reconciliation_transaction p join reconciliation_document d on d.id = p.document_id
                            where p.kind = 'order' and p.document_id = t.document_id
                            order by p.account_id <> d.account_id, p.id desc limit 1))) s
     where t.account_id = :account and (t.notes <> s.notes or t.to_check <> s.marked)`,
  "an account's version is not the number of its changes": `
    select a.id from reconciliation_account a
     where a.id = :account
       and a.version <> (select count(*) from reconciliation_change c where c.account_id = a.id)`,
}

/** Everything in an account that breaks a rule of the ledger, in words; empty when it is right. */
export async function violationsIn(ledger: Pick<Ledger, "sql">, accountId: string): Promise<string[]> {
  const questions = Object.entries(QUESTIONS).map(
    ([rule, question]) =>
      `select '${rule.replaceAll("'", "''")}' as rule, to_jsonb(q)::text as row from (${question}) q`,
  )
  const rows = await ledger.sql<{ rule: string; row: string }>(
    questions.join(" union all ").replaceAll(":account", accountId),
  )
  const broken = rows.map(({ rule, row }) => `${rule}: ${row}`)
  const items = await ledger.sql<OpenItemRow>(
    `select ${OPEN_ITEM_COLUMNS} from reconciliation_open_item i where i.account_id = ${accountId}`,
  )
  const live = await ledger.sql<AllocationRow>(
    `select ${ALLOCATION_COLUMNS} from reconciliation_allocation a
      where a.account_id = ${accountId} and a.releases is null
        and not exists (select 1 from reconciliation_allocation r where r.releases = a.id)`,
  )
  const violations = violationsOfLedger(items.map(openItemOf), live.map(allocationOf))
  return [...broken, ...violations.map(({ detail }) => detail)]
}

/** One text for all that the ledger holds; two are equal only when nothing at all has changed. */
export async function fingerprintOf(ledger: Ledger): Promise<string> {
  const tables = [
    "account",
    "document",
    "change",
    "open_item",
    "allocation",
    "matching_sequence",
    "membership",
  ]
  const parts = tables.map(
    (table) =>
      `select '${table}' as name, count(*)::text as count, coalesce(sum(hashtextextended(t::text, 0)), 0)::text as hash
         from reconciliation_${table} t`,
  )
  return JSON.stringify(await ledger.sql(parts.join(" union all ")))
}
