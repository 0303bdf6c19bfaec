import { fault, type Invariant } from "./invariant.sql"

const NUMBERED = `(i.kind in ('payment', 'deposit', 'stored_value', 'refund')
  or i.side = 'credit' and i.kind in ('adjustment', 'credit_line', 'cancellation')) and i.origin_item_id is null`
const number = (alias: string): string => `${alias}.series || '-' || ${alias}.year || '-' || ${alias}.number`
const RECEIPT = { table: "receipt", id: "r.open_item_id", account: "i.account_id", document: "i.document_id" }

export const PAPERS: readonly Invariant[] = [
  {
    name: "receipt_gap",
    means: "Numbers of receipts and credit notes run without a gap in each series and year.",
    cause: "past_the_ledger",
    cure: "restore",
    // Where people said that a series begins at a number, those before it were given elsewhere.
    text: (of) => `with begun as (
        select v.key as name, v.value::int as first
          from (select value from reconciliation_setting where name = 'firstReceipts' and jsonb_typeof(value) = 'object'
                 union all select :begun::jsonb) s
         cross join lateral jsonb_each_text(s.value) v
      ), given as (
        select series, year, number, lag(number, 1, 0) over (partition by series, year order by number) as before
          from (select distinct series, year, number from reconciliation_receipt) r)
      select ${fault({
        table: "receipt",
        id: "s.series || '-' || s.year || '-' || n",
        account: "null",
        stored: "'nothing'",
        expected: "'a number'",
      })}
        from given s cross join lateral generate_series(s.before + 1, least(s.number - 1, s.before + 100)) n
       where s.number > s.before + 1 and ${of("null::bigint")}
         and not exists (select from begun b where b.name = s.series || '-' || s.year and b.first > s.before and b.first <= s.number)`,
  },
  {
    name: "receipt_shared",
    means:
      "A number stands on one paper: only credits that one change gave at one moment share it, led by one of them.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({
        ...RECEIPT,
        kind: "i.kind",
        stored: number("r"),
        expected:
          "case when l.open_item_id is null then 'led by one item' else 'the number of another paper than item ' || l.open_item_id end",
      })}
        from reconciliation_receipt r
        join reconciliation_open_item i on i.id = r.open_item_id
        left join reconciliation_receipt l on l.series = r.series and l.year = r.year and l.number = r.number and l.leads
        left join reconciliation_open_item o on o.id = l.open_item_id
       where not r.leads and ${of("i.account_id")}
         and (l.open_item_id is null or o.change_id <> i.change_id or o.occurred_at <> i.occurred_at
           or i.kind not in ('adjustment', 'credit_line', 'cancellation'))`,
  },
  {
    name: "receipt_missing",
    means:
      "Money that came or was paid back, and each credit note, has a number once numbers were given so far.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ ...RECEIPT, id: "i.id", kind: "i.kind", stored: "'no number'", expected: "'a number'" })}
        from reconciliation_open_item i
        left join reconciliation_receipt r on r.open_item_id = i.id
       where ${NUMBERED} and r.open_item_id is null and ${of("i.account_id")}
         and i.id <= (select numbered_to from reconciliation_receipt_mark)`,
  },
  {
    name: "receipt_item",
    means: "A number is of money or of a credit that began here, and of the year in which the books show it.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ ...RECEIPT, kind: "i.kind", stored: number("r"), expected: `case when ${NUMBERED} then 'of ' || extract(year from i.accounting_on) else 'no number' end` })}
        from reconciliation_receipt r join reconciliation_open_item i on i.id = r.open_item_id
       where ${of("i.account_id")} and (not (${NUMBERED}) or r.year <> extract(year from i.accounting_on)::int)`,
  },
  {
    name: "mirror_name",
    means: "What the store is told of money is named by its key.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ table: "mirror", id: "m.id", account: "d.account_id", document: "m.document_id", kind: "m.state", stored: "m.host_name", expected: "upper(substr(encode(sha256(convert_to(m.id, 'UTF8')), 'hex'), 1, 26))" })}
        from reconciliation_mirror m join reconciliation_document d on d.id = m.document_id
       where m.host_name <> upper(substr(encode(sha256(convert_to(m.id, 'UTF8')), 'hex'), 1, 26)) and ${of("d.account_id")}`,
  },
  {
    name: "mirror_sum",
    means: "The store is told of no more money than is applied to the order.",
    cause: "past_the_ledger",
    cure: "correct",
    text: (of) => `with told as (
        select m.document_id, m.credit_item_id, sum(m.amount) as amount from reconciliation_mirror m
         where m.state in ('wanted', 'recorded', 'refused') group by 1, 2
      ), applied as (
        select t.document_id, t.credit_item_id, sum(case when a.releases is null then a.amount else -a.amount end) as amount
          from told t
          join reconciliation_allocation a on a.credit_item_id = t.credit_item_id
          join reconciliation_open_item d on d.id = a.debit_item_id and d.document_id = t.document_id
         group by 1, 2
      ), reversed as (
        select t.document_id, t.credit_item_id, sum(i.amount) filter (where i.document_id = t.document_id) as here, sum(i.amount) as amount
          from told t
          join reconciliation_open_item i on i.reverses_item_id = t.credit_item_id and i.kind = 'reversal' and i.side = 'debit'
           and i.origin_item_id is null
          left join reconciliation_open_item u on u.key = i.key || '.undo' and u.sequence = i.sequence
         where u.id is null
         group by 1, 2
      ), wanted as (
        select t.*, c.account_id, greatest(least(coalesce(a.amount, 0) - coalesce(r.here, 0), c.amount - coalesce(r.amount, 0)), 0) as most
          from told t
          join reconciliation_open_item c on c.id = t.credit_item_id
          left join applied a on a.document_id = t.document_id and a.credit_item_id = t.credit_item_id
          left join reversed r on r.document_id = t.document_id and r.credit_item_id = t.credit_item_id)
      select ${fault({ table: "mirror", id: "w.credit_item_id", account: "w.account_id", document: "w.document_id", kind: "'deposit'", stored: "w.amount", expected: "'at most ' || w.most" })}
        from wanted w where w.amount > w.most and ${of("w.account_id")}`,
  },
]
