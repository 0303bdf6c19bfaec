import { fault, type Invariant } from "./invariant.sql"

/** What stands beside the amounts: days, numbers, notes, requests, runs. */
export const REQUESTS: readonly Invariant[] = [
  {
    name: "due_item",
    means: "A day on which something falls due is of what is owed.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ table: "due_date", id: "u.id", account: "i.account_id", document: "i.document_id", kind: "i.kind", stored: "u.due_on", expected: "'no day'" })}
        from reconciliation_due_date u join reconciliation_open_item i on i.id = u.open_item_id
       where i.side <> 'debit' and i.kind <> 'transfer' and ${of("i.account_id")}`,
  },
  {
    name: "number_item",
    means:
      "A number of another program is of an order, or of a transaction that is none of an order's lines.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ table: "document_number", id: "n.id", account: "i.account_id", document: "i.document_id", kind: "i.kind", stored: "n.number", expected: "'no number'" })}
        from reconciliation_document_number n join reconciliation_open_item i on i.id = n.open_item_id
       where reconciliation_is_folded(i.document_id, i.kind, i.side) and ${of("i.account_id")}`,
  },
  {
    name: "note_pair",
    means: "What takes a note back, or says that it was looked at, is about what the note is about.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ table: "note", id: "n.id", account: "coalesce(d.account_id, i.account_id)", document: "n.document_id", kind: "n.kind", stored: "'note ' || o.id", expected: "'a note on the same'" })}
        from reconciliation_note n
        join reconciliation_note o on o.id = n.of_note
        left join reconciliation_document d on d.id = n.document_id
        left join reconciliation_open_item i on i.id = n.open_item_id
       where (n.document_id, n.open_item_id) is distinct from (o.document_id, o.open_item_id)
         and ${of("coalesce(d.account_id, i.account_id)")}`,
  },
  {
    name: "write_off_made",
    means: "A write-off that was approved names the change that made it.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ table: "write_off_decision", id: "w.id", account: "k.account_id", document: "r.document_id", kind: "r.kind", stored: "k.kind", expected: "'write_off'" })}
        from reconciliation_write_off_decision w
        join reconciliation_write_off_request r on r.id = w.request_id
        join reconciliation_change k on k.id = w.change_id
       where ${of("k.account_id")}
         and not exists (select from reconciliation_open_item i
                          where i.change_id = k.id and i.kind in ('write_off', 'cash_discount'))`,
  },
  {
    name: "refund_rows",
    means: "The rows that a refund was chosen for add up to it.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ table: "refund_choice", id: "c.id", account: "d.account_id", document: "d.id", kind: "c.state", stored: "x.amount", expected: "c.amount" })}
        from reconciliation_refund_choice c
        left join reconciliation_document d on d.order_id = c.order_id
       cross join lateral (select sum((line ->> 'amount')::bigint) as amount from jsonb_array_elements(c.lines) line) x
       where x.amount <> c.amount and ${of("d.account_id")}`,
  },
  {
    name: "run_chunks",
    means: "Nothing of a run that has ended still waits.",
    cause: "past_the_ledger",
    cure: "report",
    text: (of) => `
      select ${fault({ table: "run", id: "r.id", account: "null", kind: "r.kind", stored: "count(*) || ' waiting'", expected: "'none'" })}
        from reconciliation_run r join reconciliation_run_chunk c on c.run_id = r.id
       where r.state in ('finished', 'undone') and c.state = 'waiting' and ${of("null::bigint")} group by r.id`,
  },
  {
    name: "run_count",
    means: "A run counts as many allocations as the journal has of it.",
    cause: "past_the_ledger",
    cure: "report",
    text: (of) => `with made as (
        select a.run_id, count(*) as allocations from reconciliation_allocation a
         where a.run_id is not null and a.releases is null and ${of("null::bigint")} group by 1
      ), counted as (
        select c.run_id, sum(c.allocations) as allocations from reconciliation_run_chunk c group by 1)
      select ${fault({ table: "run", id: "r.id", account: "null", kind: "r.kind", stored: "n.allocations", expected: "coalesce(m.allocations, 0)" })}
        from reconciliation_run r join counted n on n.run_id = r.id left join made m on m.run_id = r.id
       where r.kind = 'reconcile' and n.allocations <> coalesce(m.allocations, 0) and ${of("null::bigint")}`,
  },
]
