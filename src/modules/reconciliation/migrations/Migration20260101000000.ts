import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { accounts, changes, documents, ledger, plans, refundChoices } from "../sql/schema"
import { appendOnly, sumChecks } from "../sql/schema-guards"
import { writeOffRequests } from "../sql/schema-write-offs"

/**
 * Creates the ledger: accounts, documents, the journal, planned payments, open items, allocations, matching codes,
 * requests to write off.
 */
export class Migration20260101000000 extends Migration {
  override async up(): Promise<void> {
    for (const statement of [
      accounts,
      documents,
      refundChoices,
      changes,
      plans,
      ledger,
      appendOnly,
      writeOffRequests,
      sumChecks,
    ])
      this.addSql(statement)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists
        reconciliation_write_off_decision, reconciliation_write_off_request, reconciliation_refund_choice, reconciliation_retry, reconciliation_watermark, reconciliation_code_sequence, reconciliation_matching_sequence, reconciliation_allocation,
        reconciliation_open_item, reconciliation_instalment_event, reconciliation_instalment, reconciliation_change, reconciliation_document, reconciliation_account;
      drop function if exists
        reconciliation_refuse_change, reconciliation_check_item, reconciliation_check_allocations,
        reconciliation_check_journal, reconciliation_check_bound;
    `)
  }
}
