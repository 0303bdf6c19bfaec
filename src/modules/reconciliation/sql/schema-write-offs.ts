/**
 * Write-offs that a second person must agree to, and what became of each: the request never changes, its
 * decision is a row of its own.
 */
export const writeOffRequests = `
create table reconciliation_write_off_request (
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
create index reconciliation_write_off_request_document on reconciliation_write_off_request (document_id, id);
create table reconciliation_write_off_decision (
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
create trigger append_only before update or delete or truncate on reconciliation_write_off_request
  for each statement execute function reconciliation_refuse_change();
create trigger append_only before update or delete or truncate on reconciliation_write_off_decision
  for each statement execute function reconciliation_refuse_change();
`
