import { CHARGE, item, MONEY, NOWHERE, order, type Plant } from "./words"

export const papersPlants: readonly Plant[] = [
  // Due days, terms, deliveries
  {
    name: "payment-that-falls-due",
    does: "A payment has a day on which it falls due.",
    breaks: "money and credits have no day of their own (payment-terms.md: What has a day)",
    sql: (a) => `insert into reconciliation_due_date (open_item_id, change_id, due_on)
      select i.id, i.change_id, i.occurred_on + 30 from reconciliation_open_item i where i.id = ${item(a, MONEY)}`,
  },
  {
    name: "terms-that-nobody-gave",
    does: "An order's terms of payment come from a journal entry that is not there.",
    breaks: "terms are given by a change (F25; foreign key of change_id)",
    sql: (a) =>
      `insert into reconciliation_terms (document_id, change_id, kind, days, source) values (${order(a)}, ${NOWHERE}, 'days', 30, 'person')`,
  },
  {
    name: "delivery-of-a-line-it-never-had",
    does: "A line was delivered that its order does not have.",
    breaks: "supplied lines are lines of the order (payment-terms.md)",
    sql: (
      a,
    ) => `insert into reconciliation_supply (document_id, fulfilment_id, line_key, occurred_at, occurred_on, quantity, step)
      values (${order(a)}, 'ful_PLANTED', 'line:ordli_PLANTED', now(), current_date, 1, 'delivered')`,
  },

  // Document numbers, notes, texts
  {
    name: "invoice-number-of-a-single-charge",
    does: "An invoice's number is that of one charge, which is no transaction by itself.",
    breaks:
      "numbers are of orders, or of a transaction's first item (document-numbers.md: What has a number)",
    sql: (
      a,
    ) => `insert into reconciliation_document_number (open_item_id, kind, number, issued_on, source, cause, actor_type)
      values (${item(a, CHARGE)}, 'invoice', 'PLANTED-1', current_date, 'given', 'planted', 'system')`,
  },
  {
    name: "note-taken-back-elsewhere",
    does: "A note on one order is taken back by a row on another order.",
    breaks: "a row that names a note is about what that is about (notes.md)",
    sql: (a) => `with note as (
        insert into reconciliation_note (document_id, kind, to_check, cause, actor_type) values (${order(a)}, 'note', true, 'planted', 'system') returning id)
      insert into reconciliation_note (document_id, kind, of_note, cause, actor_type)
      select (select o.id from reconciliation_document o where o.account_id = ${a} and o.id <> ${order(a)} order by o.id limit 1), 'taken_back',
             note.id, 'planted', 'system'
        from note`,
  },
  {
    name: "typed-text-changed-since",
    does: "A typed text of the account does not give the hash by which history names it.",
    breaks: "name = typed: + SHA-256 of salt and text (columns.md: What people type)",
    sql: (a) => `insert into reconciliation_typed_text (name, account_id, salt, content)
      values ('typed:' || encode(sha256(convert_to('planted' || 'as it was typed in account ' || ${a}, 'UTF8')), 'hex'), ${a}, 'planted',
              'as somebody would have it')`,
  },

  // Requests and choices
  {
    name: "write-off-approved-by-whoever-asked",
    does: "Who asked for a write-off has approved it too.",
    breaks: "whoever asked cannot approve (write-offs.md: second_person_needed)",
    sql: (a) => `with change as (
        insert into reconciliation_change (account_id, document_id, kind, cause, actor_type, actor_id)
        values (${a}, ${order(a)}, 'write_off', 'planted', 'user', 'user_planted') returning id
      ), asked as (
        insert into reconciliation_write_off_request (account_id, document_id, kind, amount, cause, actor_type, actor_id, reason)
        values (${a}, ${order(a)}, 'short_payment', 1, 'planted', 'user', 'user_planted', 'planted') returning id)
      insert into reconciliation_write_off_decision (request_id, decision, change_id, actor_type, actor_id)
      select asked.id, 'approved', change.id, 'user', 'user_planted' from asked, change`,
  },
  {
    name: "approved-write-off-that-was-not-made",
    does: "An approved write-off names a change that wrote nothing off.",
    breaks: "an approval names the change that made it (reconciliation_write_off_decision.change_id)",
    sql: (a) => `with asked as (
        insert into reconciliation_write_off_request (account_id, document_id, kind, amount, cause, actor_type, actor_id, reason)
        values (${a}, ${order(a)}, 'short_payment', 1, 'planted', 'user', 'user_planted', 'planted') returning id)
      insert into reconciliation_write_off_decision (request_id, decision, change_id, actor_type, actor_id)
      select asked.id, 'approved', (select j.id from reconciliation_change j where j.account_id = ${a} and j.kind <> 'write_off' order by j.id limit 1),
             'user', 'user_planted_2'
        from asked`,
  },
  {
    name: "chosen-rows-do-not-add-up",
    does: "A refund of 5.00 was chosen for one row of 2.50, and made.",
    breaks: "the rows add up to the refund (refunds.md: refund_lines_differ)",
    sql: (
      a,
    ) => `insert into reconciliation_refund_choice (order_id, payment_id, amount, lines, actor_type, recorded_at, idempotency_key, state, refund_id, completed)
      select o.order_id, 'pay_PLANTED', 500, jsonb_build_array(jsonb_build_object('line', 'line:ordli_PLANTED', 'amount', '250')), 'user',
             now() - interval '1 hour', 'planted refund of account ' || ${a}, 'made', 'ref_PLANTED', true
        from reconciliation_document o where o.id = ${order(a)}`,
  },

  // Runs
  {
    name: "run-finished-with-work-left",
    does: "A run over the account is finished, and its chunk still waits.",
    breaks: "finished means that every chunk is done (runs.md)",
    sql: (a) => `with run as (
        insert into reconciliation_run (kind, state, strategy, scope, in_scope, accounts, cause, actor_type, started_at, ended_at, told_at)
        values ('reconcile', 'finished', 'oldest_first', '{}'::jsonb, 1, 1, 'planted', 'system', now(), now(), now()) returning id)
      insert into reconciliation_run_chunk (run_id, account_ids, state) select run.id, array[${a}]::bigint[], 'waiting' from run`,
  },
  {
    name: "run-that-counts-what-it-did-not-do",
    does: "A finished run counts three allocations on the account, of which the journal has none.",
    breaks: "what a run did is its journal entries, which a result cannot contradict (runs.md: Rows)",
    sql: (a) => `with run as (
        insert into reconciliation_run (kind, state, strategy, scope, in_scope, accounts, cause, actor_type, started_at, ended_at, told_at)
        values ('reconcile', 'finished', 'oldest_first', '{}'::jsonb, 1, 1, 'planted', 'system', now(), now(), now()) returning id)
      insert into reconciliation_run_chunk (run_id, account_ids, state, changed, placed, allocations, settled, ended_at)
      select run.id, array[${a}]::bigint[], 'done', 1, 3, 3, 3, now() from run`,
  },
]
