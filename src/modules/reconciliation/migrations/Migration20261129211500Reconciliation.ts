import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A request to write off may be of one row of an order's matrix alone; without one it is of all of them (docs/spec/write-offs.md). */
export class Migration20261129211500Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table reconciliation_write_off_request
        add column if not exists row_key text,
        drop constraint if exists reconciliation_write_off_request_row_of_order;
      alter table reconciliation_write_off_request
        add constraint reconciliation_write_off_request_row_of_order check (row_key is null or document_id is not null);
    `)
  }

  /** Of which row a request was is forgotten: the request is of the whole order then. */
  override async down(): Promise<void> {
    this.addSql(`
      alter table reconciliation_write_off_request
        drop constraint if exists reconciliation_write_off_request_row_of_order,
        drop column if exists row_key;
    `)
  }
}
