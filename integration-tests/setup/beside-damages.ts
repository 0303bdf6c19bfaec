import { allocated, allocation, change, deposit, doc, item, line, type Damage } from "./damage"

/** The id of a row that a damage puts in. */
const own = (a: number): number => 1_000_000 + a
const RUN = `insert into reconciliation_run (id, kind, state, strategy, scope, in_scope, accounts, cause, actor_type, started_at, ended_at, told_at)
  overriding system value values`
const finished = (a: number): string =>
  `(${own(a)}, 'reconcile', 'finished', 'oldest_first', '{}', 1, 1, 'rows', 'system', now(), now(), now())`

/** Damages to what items, allocations, orders and runs say of themselves beside their amounts. */
export const BESIDE_DAMAGES: readonly Damage[] = [
  {
    does: "an item's key names nothing",
    invariant: "item_names",
    sql: (a) => item("key = 'planted:' || id", line(a, 3, 2)),
    row: (a) => `open_item ${line(a, 3, 2)}`,
  },
  {
    does: "a payment says that it is a kept surplus",
    invariant: "item_write_off",
    sql: (a) => item("write_off_kind = 'surplus'", deposit(a, 3)),
    row: (a) => `open_item ${deposit(a, 3)}`,
  },
  {
    does: "a line is dated three months before its moment",
    invariant: "item_day",
    sql: (a) => item("occurred_on = occurred_on - 90, accounting_on = accounting_on - 90", line(a, 3, 2)),
    row: (a) => `open_item ${line(a, 3, 2)}`,
  },
  {
    does: "an item is a day younger than its journal entry",
    invariant: "item_recorded",
    sql: (a) => item("recorded_at = recorded_at + interval '1 day'", line(a, 3, 2)),
    row: (a) => `open_item ${line(a, 3, 2)}`,
  },
  {
    does: "an allocation is older than its items",
    invariant: "allocation_recorded",
    sql: (a) => allocated("recorded_at = '2000-01-01'", allocation(a, 5)),
    row: (a) => `allocation ${allocation(a, 5)}`,
  },
  {
    does: "an allocation forgets its rule",
    invariant: "allocation_rule",
    sql: (a) => allocated("rule = ''", allocation(a, 5)),
    row: (a) => `allocation ${allocation(a, 5)}`,
    expected: () => "a rule",
  },
  {
    does: "nobody made a journal entry",
    invariant: "journal_actor",
    sql: (a) => `update reconciliation_change set actor_type = 'nobody' where id = ${change(a, 5)}`,
    row: (a) => `change ${change(a, 5)}`,
    stored: () => "nobody",
  },
  {
    does: "an order's version is that of one never read",
    invariant: "order_version",
    sql: (a) => `update reconciliation_document set version = 0 where id = ${doc(a, 4)}`,
    row: (a) => `document ${doc(a, 4)}`,
  },
  {
    does: "an order was placed a month before its moment",
    invariant: "order_day",
    sql: (a) => `update reconciliation_document set placed_on = placed_on - 30 where id = ${doc(a, 4)}`,
    row: (a) => `document ${doc(a, 4)}`,
  },
  {
    does: "an order expects a line back that it never had",
    invariant: "order_expected",
    sql: (a) =>
      `update reconciliation_document set expected = '[{"line": "line:other", "amount": "5"}]' where id = ${doc(a, 4)}`,
    row: (a) => `document ${doc(a, 4)}`,
    stored: () => "5 of line:other",
  },
  {
    does: "an order is a stranger's",
    invariant: "order_owner",
    sql: (a) =>
      `update reconciliation_document set owner_type = 'customer', owner_id = 'cus_stranger' where id = ${doc(a, 4)}`,
    row: (a) => `document ${doc(a, 4)}`,
    stored: () => "customer cus_stranger",
  },
  {
    does: "a membership ended before it began",
    invariant: "membership_time",
    sql: (a) => `insert into reconciliation_membership
        (id, member_type, member_id, of_type, of_id, since, cause, actor_type, ended_at, ended_cause, ended_by_type) overriding system value
      values (${own(a)}, 'order', 'late_${a}', 'customer', 'cus_${a}', now(), 'rows', 'user', now() - interval '1 day', 'rows', 'user')`,
    row: (a) => `membership ${own(a)}`,
  },
  {
    does: "others were told of a version to come",
    invariant: "told_state",
    sql: (a) =>
      `insert into reconciliation_told_state (document_id, version, state, rank, closed) values (${doc(a, 4)}, 99, 'none', null, false)`,
    row: (a) => `document ${doc(a, 4)}`,
    stored: () => "none, version 99",
  },
  {
    does: "a payment falls due",
    invariant: "due_item",
    sql: (
      a,
    ) => `insert into reconciliation_due_date (id, open_item_id, change_id, due_on) overriding system value
      values (${own(a)}, ${deposit(a, 3)}, ${change(a, 2)}, '2026-03-01')`,
    row: (a) => `due_date ${own(a)}`,
  },
  {
    does: "an invoice is that of a single line",
    invariant: "number_item",
    sql: (
      a,
    ) => `insert into reconciliation_document_number (id, open_item_id, kind, number, source, cause, actor_type)
      overriding system value values (${own(a)}, ${line(a, 3, 2)}, 'invoice', 'I-${a}', 'given', 'rows', 'system')`,
    row: (a) => `document_number ${own(a)}`,
    stored: (a) => `I-${a}`,
  },
  {
    does: "a note is taken back elsewhere",
    invariant: "note_pair",
    sql: (
      a,
    ) => `insert into reconciliation_note (id, document_id, kind, text, of_note, cause, actor_type) overriding system value
      values (${own(2 * a)}, ${doc(a, 4)}, 'note', 'Look', null, 'rows', 'user'), (${own(2 * a + 1)}, ${doc(a, 5)}, 'taken_back', null, ${own(2 * a)}, 'rows', 'user')`,
    row: (a) => `note ${own(2 * a + 1)}`,
  },
  {
    does: "an approved write-off was never made",
    invariant: "write_off_made",
    sql: (a) => `with asked as (
        insert into reconciliation_write_off_request (id, account_id, document_id, kind, amount, cause, actor_type, actor_id, reason)
          overriding system value values (${own(a)}, ${a}, ${doc(a, 4)}, 'short_payment', 1, 'rows', 'user', 'user_a', 'rows') returning id)
      insert into reconciliation_write_off_decision (id, request_id, decision, change_id, actor_type, actor_id) overriding system value
      select ${own(a)}, asked.id, 'approved', ${change(a, 5)}, 'user', 'user_b' from asked`,
    row: (a) => `write_off_decision ${own(a)}`,
    stored: () => "deletion",
  },
  {
    does: "the rows of a refund are half of it",
    invariant: "refund_rows",
    sql: (
      a,
    ) => `insert into reconciliation_refund_choice (id, order_id, payment_id, amount, lines, actor_type, state)
      overriding system value values (${own(a)}, 'order_${doc(a, 4)}', 'pay_${a}', 500, '[{"line": "line:x", "amount": "250"}]', 'user', 'made')`,
    row: (a) => `refund_choice ${own(a)}`,
    stored: () => "250",
    expected: () => "500",
  },
  {
    does: "a finished run has work left",
    invariant: "run_chunks",
    sql: (a) => `with run as (${RUN} ${finished(a)} returning id)
      insert into reconciliation_run_chunk (run_id, account_ids, state) select id, array[${a}]::bigint[], 'waiting' from run`,
    row: (a) => `run ${own(a)}`,
    stored: () => "1 waiting",
  },
  {
    does: "a run counts what it never did",
    invariant: "run_count",
    sql: (a) => `with run as (${RUN} ${finished(a)} returning id)
      insert into reconciliation_run_chunk (run_id, account_ids, state, allocations, ended_at) select id, array[${a}]::bigint[], 'done', 3, now() from run`,
    row: (a) => `run ${own(a)}`,
    stored: () => "3",
    expected: () => "0",
  },
]
