import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Names in columns of their own what stood in `method` or in the key: the host's row, the payment's provider, the kind
 * of a reversal and of a write-off. What is left in `method` is what money came by. The host's payments are known of
 * what is read from now on. Beside them stands room for the run that a change belongs to, for the tax point of a line
 * and for the hash by which history is sealed. The day on which an item falls due becomes a dated row, so that
 * it may change and a look back sees the one that was known then; the column of that name was never written.
 */
export class Migration20261127130500Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      drop trigger if exists append_only_columns on reconciliation_open_item;
      drop trigger if exists append_only_names on reconciliation_open_item;
      alter table reconciliation_open_item
        add column if not exists host_id text,
        add column if not exists payment_id text,
        add column if not exists provider_id text,
        add column if not exists reversal_kind text
          check (reversal_kind in ('chargeback', 'bounced_cheque', 'direct_debit_return', 'other')),
        add column if not exists write_off_kind text check (write_off_kind in ('rest', 'surplus', 'bank_charges')),
        add column if not exists tax_point text check (tax_point in ('on_collection', 'on_supply', 'none'));
      create table if not exists reconciliation_due_date (
        id           bigint generated always as identity primary key,
        open_item_id bigint not null references reconciliation_open_item (id),
        change_id    bigint not null references reconciliation_change (id),
        due_on       date not null,
        recorded_at  timestamptz not null default now()
      );
      create index if not exists reconciliation_due_date_item on reconciliation_due_date (open_item_id, id);
      drop trigger if exists append_only on reconciliation_due_date;
      create trigger append_only before update or delete or truncate on reconciliation_due_date
        for each statement execute function reconciliation_refuse_change();
      alter table reconciliation_change
        add column if not exists run_id bigint,
        add column if not exists hash bytea;
      alter table reconciliation_allocation
        add column if not exists run_id bigint;
      update reconciliation_open_item
         set host_id = reference
       where host_id is null
         and regexp_replace(key, '^move:(in|out):|#[0-9]+$', '', 'g') ~ '^(line|ship|cap|ref):'
         and kind not in ('reversal', 'write_off');
      update reconciliation_open_item
         set reversal_kind = case when method in ('chargeback', 'bounced_cheque', 'direct_debit_return') then method else 'other' end,
             method = null
       where kind = 'reversal' or regexp_replace(key, '^move:(in|out):', '') ~ '^rev:';
      update reconciliation_open_item
         set write_off_kind = case when method in ('surplus', 'bank_charges') then method else 'rest' end, method = null
       where kind = 'write_off' or regexp_replace(key, '^move:(in|out):', '') ~ '^woff:';
      update reconciliation_open_item
         set provider_id = method,
             method = case when method = 'pp_system_default' then 'manual'
                           when method ~ '^pp_stripe_' then 'card'
                           when method ~ '^pp_stripe-oxxo_' then 'cash'
                           when method ~ '^pp_stripe-' then 'transfer'
                           when method ~ '^pp_paypal_' then 'wallet'
                           else 'other' end
       where method is not null and provider_id is null
         and regexp_replace(key, '^move:(in|out):', '') ~ '^(cap|ref):';
      create or replace view reconciliation_live_allocation as
        select a.* from reconciliation_allocation a
         where a.releases is null and not exists (select 1 from reconciliation_allocation r where r.releases = a.id);
      create trigger append_only_columns before update of
          id, account_id, document_id, change_id, side, kind, key, sequence, line_key, position, title, reference,
          method, host_id, payment_id, provider_id, reversal_kind, write_off_kind, reverses_item_id, origin_item_id,
          gl_account, tax_point, taxes, inferred, occurred_at, occurred_on, accounting_on, due_on, recorded_at, amount
        on reconciliation_open_item
        for each statement execute function reconciliation_refuse_change();
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      do $$ begin
        if to_regclass('reconciliation_open_item') is null then return; end if;
        drop trigger if exists append_only_columns on reconciliation_open_item;
        update reconciliation_open_item
           set method = coalesce(provider_id, reversal_kind, write_off_kind)
         where num_nonnulls(provider_id, reversal_kind, write_off_kind) > 0;
        alter table reconciliation_open_item
          drop column if exists host_id,
          drop column if exists payment_id,
          drop column if exists provider_id,
          drop column if exists reversal_kind,
          drop column if exists write_off_kind,
          drop column if exists tax_point;
        drop table if exists reconciliation_due_date;
        alter table reconciliation_change drop column if exists run_id, drop column if exists hash;
        drop view if exists reconciliation_live_allocation;
        alter table reconciliation_allocation drop column if exists run_id;
        create view reconciliation_live_allocation as
          select a.* from reconciliation_allocation a
           where a.releases is null and not exists (select 1 from reconciliation_allocation r where r.releases = a.id);
        create trigger append_only_columns before update of
            id, account_id, document_id, change_id, side, kind, key, sequence, line_key, position, title, reference,
            method, gl_account, taxes, inferred, occurred_at, occurred_on, accounting_on, due_on, recorded_at, amount
          on reconciliation_open_item
          for each statement execute function reconciliation_refuse_change();
        create trigger append_only_names before update of reverses_item_id, origin_item_id on reconciliation_open_item
          for each statement execute function reconciliation_refuse_change();
      end $$;
    `)
  }
}
