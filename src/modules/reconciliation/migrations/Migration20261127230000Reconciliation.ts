import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * An owner may be a member of another one: a guest of the customer they became, a customer of a company. A membership is
 * ended and never rewritten; what was typed of it may be erased. A document keeps its own owner where its account is
 * another one's.
 */
export class Migration20261127230000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists reconciliation_membership (
        id              bigint generated always as identity primary key,
        member_type     text not null check (member_type in ('customer', 'order')),
        member_id       text not null,
        of_type         text not null check (of_type in ('customer', 'company')),
        of_id           text not null,
        of_name         text,
        since           timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
        cause           text not null,
        actor_type      text not null,
        actor_id        text,
        reason          text,
        idempotency_key text unique,
        ended_at        timestamptz,
        ended_cause     text,
        ended_by_type   text,
        ended_by_id     text,
        ended_reason    text,
        check ((member_type, member_id) <> (of_type, of_id)),
        check ((ended_at is null) = (ended_cause is null) and (ended_at is null) = (ended_by_type is null))
      );
      create unique index if not exists reconciliation_membership_living
        on reconciliation_membership (member_type, member_id) where ended_at is null;
      create index if not exists reconciliation_membership_member on reconciliation_membership (member_type, member_id);
      create index if not exists reconciliation_membership_of on reconciliation_membership (of_type, of_id);
      create or replace function reconciliation_only_end() returns trigger language plpgsql as $$
      declare
        ending constant text[] := array['ended_at', 'ended_cause', 'ended_by_type', 'ended_by_id', 'ended_reason'];
        typed constant text[] := array['reason', 'ended_reason'];
      begin
        if old.ended_at is null and to_jsonb(new) - ending = to_jsonb(old) - ending then
          return new;
        end if;
        if to_jsonb(new) - typed = to_jsonb(old) - typed and new.reason is null and new.ended_reason is null then
          return new;
        end if;
        raise exception 'reconciliation: a membership may be ended, and not changed' using errcode = 'restrict_violation';
      end $$;
      drop trigger if exists only_end on reconciliation_membership;
      create trigger only_end before update on reconciliation_membership
        for each row execute function reconciliation_only_end();
      drop trigger if exists append_only on reconciliation_membership;
      create trigger append_only before delete or truncate on reconciliation_membership
        for each statement execute function reconciliation_refuse_change();
      alter table reconciliation_document
        add column if not exists owner_type text check (owner_type in ('customer', 'order')),
        add column if not exists owner_id text;
      create index if not exists reconciliation_document_owner on reconciliation_document (owner_type, owner_id)
        where owner_id is not null;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists reconciliation_membership;
      drop function if exists reconciliation_only_end() cascade;
      alter table if exists reconciliation_document
        drop column if exists owner_type,
        drop column if exists owner_id;
    `)
  }
}
