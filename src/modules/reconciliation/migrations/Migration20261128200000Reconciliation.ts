import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Numbers that other programs gave to the papers of a transaction, row upon row; the last one counts. And what lists are
 * searched by: those numbers and the references of recorded money, folded and word by word (docs/spec/document-numbers.md).
 */
export class Migration20261128200000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create or replace function reconciliation_folded(content text) returns text
        language sql immutable parallel safe as
      $$ select lower(regexp_replace(left(content, 100), '[^[:alnum:]]+', '', 'g')) $$;
      create or replace function reconciliation_numbers_in(content text) returns text[]
        language sql immutable parallel safe as $$
        select coalesce(array_agg(distinct word), '{}')
          from regexp_split_to_table(lower(left(content, 200)), '[^[:alnum:]]+') word
         where length(word) >= 3 and word ~ '[0-9]'
      $$;
      create table if not exists reconciliation_document_number (
        id           bigint generated always as identity primary key,
        document_id  bigint references reconciliation_document (id),
        open_item_id bigint references reconciliation_open_item (id),
        kind         text check (kind in ('invoice', 'credit_note')),
        number       text check (length(number) between 1 and 60),
        issued_on    date,
        source       text not null check (source in ('given', 'host')),
        cause        text not null,
        actor_type   text not null,
        actor_id     text,
        recorded_at  timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
        check ((document_id is null) <> (open_item_id is null)),
        check ((number is null) = (kind is null) and (number is not null or issued_on is null))
      );
      create index if not exists reconciliation_document_number_document
        on reconciliation_document_number (document_id, id) where document_id is not null;
      create index if not exists reconciliation_document_number_item
        on reconciliation_document_number (open_item_id, id) where open_item_id is not null;
      create index if not exists reconciliation_document_number_sought
        on reconciliation_document_number ((reconciliation_folded(number) collate "C")) where number is not null;
      drop trigger if exists append_only on reconciliation_document_number;
      create trigger append_only before update or delete or truncate on reconciliation_document_number
        for each statement execute function reconciliation_refuse_change();
      create index if not exists reconciliation_typed_text_sought
        on reconciliation_typed_text ((reconciliation_folded(content) collate "C")) where content is not null;
      create index if not exists reconciliation_typed_text_numbers
        on reconciliation_typed_text using gin ((reconciliation_numbers_in(content))) where content is not null;
      create index if not exists reconciliation_open_item_typed
        on reconciliation_open_item (reference) where reference like 'typed:%';
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists reconciliation_document_number;
      drop index if exists reconciliation_typed_text_sought, reconciliation_typed_text_numbers, reconciliation_open_item_typed;
      drop function if exists reconciliation_folded(text);
      drop function if exists reconciliation_numbers_in(text);
    `)
  }
}
