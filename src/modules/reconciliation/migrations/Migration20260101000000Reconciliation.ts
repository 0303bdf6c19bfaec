import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Creates the ledger: accounts, documents, the journal, planned payments, open items, allocations, matching codes,
 * requests to write off. Money is int8 minor units: exact, 8 bytes, and the fastest to add
 * (docs/decisions/0002-money-column.md).
 *
 * The text is frozen: what is installed was made by it. Whatever changes is a migration of its own. It makes
 * only what is not there, because it was installed under a name that did not say whose it is
 * (docs/decisions/0013-frozen-migrations.md).
 */
export class Migration20260101000000Reconciliation extends Migration {
  override async up(): Promise<void> {
    for (const statement of [accounts, documents, refundChoices, changes, plans, ledger, writeOffRequests])
      this.addSql(statement)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists
        reconciliation_write_off_decision, reconciliation_write_off_request, reconciliation_refund_choice,
        reconciliation_retry, reconciliation_watermark, reconciliation_code_sequence,
        reconciliation_matching_sequence, reconciliation_allocation, reconciliation_open_item,
        reconciliation_instalment_event, reconciliation_instalment, reconciliation_change,
        reconciliation_document, reconciliation_account;
    `)
  }
}

/** An owner in one currency; its row is what every change of its ledger locks first. */
const accounts = `
create table if not exists reconciliation_account (
  id            bigint generated always as identity primary key,
  owner_type    text not null check (owner_type in ('customer', 'order')),
  owner_id      text not null,
  currency_code text not null check (currency_code = lower(currency_code)),
  digits        smallint not null check (digits between 0 and 6),
  next_rank     integer not null default 1 check (next_rank > 0),
  version       bigint not null default 0,
  recorded_at   timestamptz not null default now(),
  unique (owner_type, owner_id, currency_code)
);
`

/** An order of the host as the ledger sees it. */
const documents = `
create table if not exists reconciliation_document (
  id            bigint generated always as identity primary key,
  account_id    bigint not null references reconciliation_account (id),
  order_id      text not null unique,
  display_id    text not null,
  placed_at     timestamptz not null,
  placed_on     date not null,
  sales_channel_id text,
  host_version  integer not null default 0,
  read_at       timestamptz,
  state_at      timestamptz,
  seen_order    timestamptz,
  seen_money    timestamptz,
  seen_taxes    timestamptz,
  recheck_at    timestamptz,
  problems      jsonb not null default '[]',
  expected      jsonb not null default '[]',
  plan          integer not null default 0,
  version       bigint not null default 0,
  recorded_at   timestamptz not null default now()
);
create index if not exists reconciliation_document_account on reconciliation_document (account_id, placed_at);
create index if not exists reconciliation_document_recorded on reconciliation_document (recorded_at);
create index if not exists reconciliation_document_recheck on reconciliation_document (recheck_at) where recheck_at > read_at;
create table if not exists reconciliation_code_sequence (
  scope     text primary key check (scope = 'store'),
  next_rank integer not null check (next_rank > 0)
);
create table if not exists reconciliation_watermark (
  name text primary key,
  at   timestamptz not null
);
create table if not exists reconciliation_retry (
  order_id text primary key,
  attempts integer not null check (attempts > 0),
  next_at  timestamptz not null,
  error    text not null
);
create index if not exists reconciliation_retry_next on reconciliation_retry (next_at);
`

/**
 * Which lines an admin wants a refund to pay back, said before the host is asked to make it, because the
 * host has no place for it and its refund has no id before. An intent, not money: it is deleted when the
 * host refuses the refund.
 */
const refundChoices = `
create table if not exists reconciliation_refund_choice (
  id          bigint generated always as identity primary key,
  order_id    text not null,
  payment_id  text not null,
  amount      bigint not null check (amount between 1 and 1000000000000000),
  lines       jsonb not null,
  actor_type  text not null,
  actor_id    text,
  recorded_at timestamptz not null default clock_timestamp()
);
create index if not exists reconciliation_refund_choice_order on reconciliation_refund_choice (order_id);
`

/** The journal: one row for each change, who made it, when, why and what caused it. */
const changes = `
create table if not exists reconciliation_change (
  id              bigint generated always as identity primary key,
  account_id      bigint not null references reconciliation_account (id),
  document_id     bigint references reconciliation_document (id),
  kind            text not null,
  cause           text not null,
  idempotency_key text unique,
  request_hash    text,
  actor_type      text not null,
  actor_id        text,
  reason          text,
  leftover        jsonb,
  transaction_id  xid8 not null default pg_current_xact_id(),
  recorded_at     timestamptz not null default now()
);
create index if not exists reconciliation_change_account on reconciliation_change (account_id, id);
create index if not exists reconciliation_change_document on reconciliation_change (document_id, id) where document_id is not null;
`

/**
 * Planned payments. An instalment never changes: postponing, failing or cancelling it is a row of its
 * own, a new plan cancels what is left of the old one. What is paid of it are the live allocations that
 * name it; what is reserved for it is derived, so it cannot be stale.
 */
const plans = `
create table if not exists reconciliation_instalment (
  id           bigint generated always as identity primary key,
  account_id   bigint not null references reconciliation_account (id),
  document_id  bigint not null references reconciliation_document (id),
  change_id    bigint not null references reconciliation_change (id),
  plan         integer not null check (plan > 0),
  number       integer not null check (number > 0),
  due_on       date not null,
  amount       bigint not null check (amount between 1 and 1000000000000000),
  method       text,
  reference    text,
  pins         jsonb not null default '[]',
  recorded_at  timestamptz not null default now(),
  unique (document_id, plan, number)
);
create table if not exists reconciliation_instalment_event (
  id            bigint generated always as identity primary key,
  instalment_id bigint not null references reconciliation_instalment (id),
  change_id     bigint not null references reconciliation_change (id),
  kind          text not null check (kind in ('postponed', 'failed', 'cancelled')),
  due_on        date,
  note          text,
  recorded_at   timestamptz not null default now(),
  check ((kind = 'postponed') = (due_on is not null))
);
create index if not exists reconciliation_instalment_events on reconciliation_instalment_event (instalment_id, id);
create index if not exists reconciliation_instalment_due on reconciliation_instalment (due_on, id);
`

/** Open items, allocations and matching codes. */
const ledger = `
create table if not exists reconciliation_open_item (
  id            bigint generated by default as identity primary key,
  account_id    bigint not null references reconciliation_account (id),
  document_id   bigint references reconciliation_document (id),
  change_id     bigint not null references reconciliation_change (id),
  side          text not null check (side in ('debit', 'credit')),
  kind          text not null check (kind in (
                  'charge', 'fee', 'shipping', 'return_shipping', 'rounding', 'adjustment', 'credit_line', 'cancellation',
                  'payment', 'deposit', 'stored_value', 'refund', 'void', 'reversal', 'write_off', 'transfer')),
  key           text not null,
  sequence      integer not null check (sequence > 0),
  line_key      text,
  position      integer not null,
  title         text not null,
  reference     text not null,
  method        text,
  gl_account    text,
  taxes         jsonb,
  inferred      boolean not null default false,
  occurred_at   timestamptz not null,
  occurred_on   date not null,
  accounting_on date not null,
  due_on        date,
  recorded_at   timestamptz not null default now(),
  amount        bigint not null check (amount between 1 and 1000000000000000),
  allocated     bigint not null default 0,
  taxes_allocated bigint[],
  constraint reconciliation_never_over_allocated check (allocated between 0 and amount),
  constraint reconciliation_item_posted_once unique (key, sequence)
);
create index if not exists reconciliation_open_item_document on reconciliation_open_item (document_id) where document_id is not null;
create index if not exists reconciliation_open_item_open on reconciliation_open_item (occurred_on, id) where allocated < amount;
create index if not exists reconciliation_open_item_account on reconciliation_open_item (account_id, id) where allocated < amount;
create index if not exists reconciliation_open_item_on_account on reconciliation_open_item (account_id) where document_id is null;
create index if not exists reconciliation_open_item_reversal on reconciliation_open_item (split_part(substr(key, 5), '.', 1))
  where kind = 'reversal';

create table if not exists reconciliation_allocation (
  id                 bigint generated by default as identity primary key,
  account_id         bigint not null references reconciliation_account (id),
  change_id          bigint not null references reconciliation_change (id),
  credit_item_id     bigint not null references reconciliation_open_item (id),
  debit_item_id      bigint not null references reconciliation_open_item (id),
  amount             bigint not null check (amount > 0),
  origin             text not null check (origin in ('auto', 'manual', 'import', 'backfill')),
  rule               text not null,
  step               integer not null check (step > 0),
  credit_open_before bigint not null,
  debit_open_before  bigint not null,
  credit_taxes       bigint[],
  debit_taxes        bigint[],
  instalment_id      bigint references reconciliation_instalment (id),
  releases           bigint references reconciliation_allocation (id),
  occurred_on        date not null,
  accounting_on      date not null,
  recorded_at        timestamptz not null default now()
);
create index if not exists reconciliation_allocation_credit on reconciliation_allocation (credit_item_id);
create index if not exists reconciliation_allocation_debit on reconciliation_allocation (debit_item_id);
create index if not exists reconciliation_allocation_instalment on reconciliation_allocation (instalment_id)
  where instalment_id is not null;
create unique index if not exists reconciliation_released_once on reconciliation_allocation (releases) where releases is not null;

create table if not exists reconciliation_matching_sequence (
  id           bigint generated always as identity primary key,
  account_id   bigint not null references reconciliation_account (id),
  change_id    bigint not null references reconciliation_change (id),
  rank         integer not null check (rank > 0),
  document_id  bigint references reconciliation_document (id),
  open_item_id bigint unique references reconciliation_open_item (id),
  constraint reconciliation_code_never_reused unique (account_id, rank),
  constraint reconciliation_one_code unique (document_id, account_id),
  check (num_nonnulls(document_id, open_item_id) = 1)
);
`

/**
 * Write-offs that a second person must agree to, and what became of each: the request never changes, its
 * decision is a row of its own.
 */
const writeOffRequests = `
create table if not exists reconciliation_write_off_request (
  id           bigint generated always as identity primary key,
  account_id   bigint not null references reconciliation_account (id),
  document_id  bigint references reconciliation_document (id),
  open_item_id bigint references reconciliation_open_item (id),
  kind         text not null check (kind in ('rest', 'surplus', 'bank_charges')),
  amount       bigint not null check (amount between 1 and 1000000000000000),
  cause        text not null,
  actor_type   text not null,
  actor_id     text,
  reason       text not null,
  recorded_at  timestamptz not null default now(),
  check (num_nonnulls(document_id, open_item_id) = 1)
);
create index if not exists reconciliation_write_off_request_document on reconciliation_write_off_request (document_id, id);
create table if not exists reconciliation_write_off_decision (
  id          bigint generated always as identity primary key,
  request_id  bigint not null unique references reconciliation_write_off_request (id),
  decision    text not null check (decision in ('approved', 'declined')),
  change_id   bigint references reconciliation_change (id),
  actor_type  text not null,
  actor_id    text,
  reason      text,
  recorded_at timestamptz not null default now(),
  check ((decision = 'approved') = (change_id is not null))
);
`
