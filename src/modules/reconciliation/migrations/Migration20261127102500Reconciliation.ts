import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Names in columns of their own what was read out of keys: the money that a reversal took back, and the item that one
 * in another account goes on from; and which allocations are live, in a view. What stands is filled from its key.
 */
export class Migration20261127102500Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      drop trigger if exists append_only_names on reconciliation_open_item;
      alter table reconciliation_open_item
        add column if not exists reverses_item_id bigint references reconciliation_open_item (id),
        add column if not exists origin_item_id bigint references reconciliation_open_item (id);
      update reconciliation_open_item
         set reverses_item_id = substring(regexp_replace(key, '^move:(in|out):', '') from '^rev:([0-9]+)[.]')::bigint
       where regexp_replace(key, '^move:(in|out):', '') ~ '^rev:[0-9]+[.]';
      update reconciliation_open_item i set origin_item_id = o.id
        from reconciliation_open_item o
       where i.key = 'move:in:' || o.key || '#' || o.sequence;
      create index if not exists reconciliation_open_item_reverses on reconciliation_open_item (reverses_item_id)
        where reverses_item_id is not null;
      create index if not exists reconciliation_open_item_origin on reconciliation_open_item (origin_item_id)
        where origin_item_id is not null;
      drop index if exists reconciliation_open_item_reversal;
      create trigger append_only_names before update of reverses_item_id, origin_item_id on reconciliation_open_item
        for each statement execute function reconciliation_refuse_change();
      create or replace view reconciliation_live_allocation as
        select a.* from reconciliation_allocation a
         where a.releases is null and not exists (select 1 from reconciliation_allocation r where r.releases = a.id);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop view if exists reconciliation_live_allocation;
      drop trigger if exists append_only_names on reconciliation_open_item;
      drop index if exists reconciliation_open_item_reverses;
      drop index if exists reconciliation_open_item_origin;
      alter table if exists reconciliation_open_item
        drop column if exists reverses_item_id,
        drop column if exists origin_item_id;
      do $$ begin
        if to_regclass('reconciliation_open_item') is not null then
          create index if not exists reconciliation_open_item_reversal
            on reconciliation_open_item (split_part(substr(key, 5), '.', 1)) where kind = 'reversal';
        end if;
      end $$;
    `)
  }
}
