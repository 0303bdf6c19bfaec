import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * An account may be a company's, or nobody's yet: money of an unknown owner waits there for its customer. A reversal may
 * take back what had been recorded by mistake.
 */
export class Migration20261127225000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table reconciliation_account
        drop constraint if exists reconciliation_account_owner_type_check,
        add constraint reconciliation_account_owner_type_check
          check (owner_type in ('customer', 'order', 'company', 'suspense')
            and (owner_type = 'suspense') = (owner_id = 'suspense'));
      alter table reconciliation_open_item
        drop constraint if exists reconciliation_open_item_reversal_kind_check,
        add constraint reconciliation_open_item_reversal_kind_check
          check (reversal_kind in ('chargeback', 'bounced_cheque', 'direct_debit_return', 'mistake', 'other'));
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table if exists reconciliation_account
        drop constraint if exists reconciliation_account_owner_type_check,
        add constraint reconciliation_account_owner_type_check
          check (owner_type in ('customer', 'order')) not valid;
      alter table if exists reconciliation_open_item
        drop constraint if exists reconciliation_open_item_reversal_kind_check,
        add constraint reconciliation_open_item_reversal_kind_check
          check (reversal_kind in ('chargeback', 'bounced_cheque', 'direct_debit_return', 'other')) not valid;
    `)
  }
}
