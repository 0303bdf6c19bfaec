import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What an order's items were paid is found from each of its items. Joined side by side, a server that knows of few
 * allocations and of many items passes over all of these for every order.
 */
export class Migration20261130103000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(byItem)
  }

  override async down(): Promise<void> {
    this.addSql(`
      do $$ begin
        if to_regclass('reconciliation_open_item') is null then return; end if;
        ${sideBySide}
      end $$;
    `)
  }
}

const GIVEN_UP = "'write_off', 'cash_discount'"

const byItem = `
create or replace view reconciliation_applied as
  select i.account_id, i.document_id, x.amount
    from reconciliation_open_item i
   cross join lateral (
     select a.amount
       from reconciliation_live_allocation a
       join reconciliation_open_item c on c.id = a.credit_item_id
      where a.debit_item_id = i.id and i.kind not in ('refund', 'void', ${GIVEN_UP}, 'transfer')
        and a.rule <> 'reversed_rest'
        and (c.kind in ('payment', 'deposit', 'stored_value', 'void', 'reversal') or c.document_id is distinct from i.document_id)
     union all
     select -a.amount
       from reconciliation_live_allocation a
       join reconciliation_open_item d on d.id = a.debit_item_id
      where a.credit_item_id = i.id and i.side = 'credit' and i.kind in ('adjustment', 'credit_line', 'cancellation', 'rounding')
        and d.kind <> 'transfer'
        and (d.kind in ('refund', 'void', ${GIVEN_UP}) or d.line_key is null or d.document_id is distinct from i.document_id)) x;
`

const sideBySide = `
create or replace view reconciliation_applied as
  select d.account_id, d.document_id, a.amount
    from reconciliation_open_item d
    join reconciliation_live_allocation a on a.debit_item_id = d.id
    join reconciliation_open_item c on c.id = a.credit_item_id
   where d.kind not in ('refund', 'void', ${GIVEN_UP}, 'transfer')
     and a.rule <> 'reversed_rest'
     and (c.kind in ('payment', 'deposit', 'stored_value', 'void', 'reversal') or c.document_id is distinct from d.document_id)
  union all
  select c.account_id, c.document_id, -a.amount
    from reconciliation_open_item c
    join reconciliation_live_allocation a on a.credit_item_id = c.id
    join reconciliation_open_item d on d.id = a.debit_item_id
   where c.side = 'credit' and c.kind in ('adjustment', 'credit_line', 'cancellation', 'rounding')
     and d.kind <> 'transfer'
     and (d.kind in ('refund', 'void', ${GIVEN_UP}) or d.line_key is null or d.document_id is distinct from c.document_id);
`
