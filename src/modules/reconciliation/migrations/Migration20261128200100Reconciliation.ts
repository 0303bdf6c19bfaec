import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * References by which orders and accounts are paid, for who reads the ledger with `query.graph`: the same that the routes
 * answer (docs/spec/payment-references.md).
 */
export class Migration20261128200100Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create or replace function reconciliation_creditor_reference(body text) returns text
        language sql immutable parallel safe as $$
        select 'RF' || lpad((98 - mod(string_agg(
                 case when digit between '0' and '9' then digit else (ascii(digit) - 55)::text end, '' order by place)::numeric, 97))::text, 2, '0')
               || body
          from regexp_split_to_table(body || 'RF00', '') with ordinality as characters (digit, place)
      $$;
      create or replace view reconciliation_entity_payment_reference as
        select 'order_' || d.id as id, d.id as document_id, null::bigint as account_id,
               reconciliation_creditor_reference(
                 case when d.display_id ~ '^[0-9A-Z]{1,20}$' then 'O' || d.display_id else 'D' || d.id end) as reference,
               d.recorded_at as created_at, d.recorded_at as updated_at, null::timestamptz as deleted_at
          from reconciliation_document d
        union all
        select 'account_' || a.id, null, a.id, reconciliation_creditor_reference('A' || a.id),
               a.recorded_at, a.recorded_at, null
          from reconciliation_account a;
      drop trigger if exists read_only on reconciliation_entity_payment_reference;
      create trigger read_only instead of insert or update or delete on reconciliation_entity_payment_reference
        for each row execute function reconciliation_refuse_entity();
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop view if exists reconciliation_entity_payment_reference;
      drop function if exists reconciliation_creditor_reference(text);
    `)
  }
}
