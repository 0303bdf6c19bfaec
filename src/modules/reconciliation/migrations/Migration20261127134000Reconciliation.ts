import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Says once what each item does to what its order costs and was paid, and what each live allocation settles for good;
 * whoever adds either up reads these views.
 */
export class Migration20261127134000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(itemEffect)
    this.addSql(applied)
  }

  override async down(): Promise<void> {
    this.addSql("drop view if exists reconciliation_item_effect, reconciliation_applied;")
  }
}

/**
 * Minor units. "Owed" is what lines cost less their credits; "paid" is money in less money out, "reversed" what was
 * taken back of what lines had received, both of the account's own money: what a reversal of another account's money
 * reopened is owed here, because nobody here had paid it. "Written off" is a rest given up, below zero a surplus kept.
 */
const itemEffect = `
create or replace view reconciliation_item_effect as
  select i.id as open_item_id, i.account_id, i.document_id,
         case when i.kind = 'transfer' and (i.line_key is null or of_own.money) then 0
              when i.kind = 'transfer' then signed.amount
              when i.kind = 'reversal' and i.line_key is not null and not of_own.money then i.amount
              when i.side = 'debit' and i.kind not in ('refund', 'void', 'reversal', 'write_off') then i.amount
              when i.kind in ('adjustment', 'credit_line', 'cancellation', 'rounding') then -i.amount
              else 0 end as owed,
         case when i.kind in ('transfer', 'reversal') and i.line_key is not null and not of_own.money then 0
              when i.kind in ('transfer', 'reversal', 'void') then -signed.amount
              when i.kind in ('payment', 'stored_value') then i.amount
              when i.kind = 'refund' then -i.amount
              else 0 end as paid,
         case when i.kind = 'write_off' then -signed.amount else 0 end as written_off,
         case when i.line_key is not null and of_own.money then signed.amount else 0 end as reversed,
         case i.side when 'debit' then i.amount - i.allocated else 0 end as open,
         case i.side when 'credit' then i.amount - i.allocated else 0 end as unallocated
    from reconciliation_open_item i
   cross join lateral (select case i.side when 'debit' then i.amount else -i.amount end as amount) signed
   -- Of a reversal: whether the money that it took back is in this account, wherever the reversal itself went on.
   cross join lateral (select i.kind in ('reversal', 'transfer') and exists (
       select 1 from reconciliation_open_item m where m.account_id = i.account_id and m.id = i.reverses_item_id) as money) of_own;
`

/**
 * What live allocations settle of an order's lines: what money and other orders' credits put on them, less what the
 * lines' own credits paid back or put on other orders. What a line's own credit settles on its own order is none of it.
 */
const applied = `
create or replace view reconciliation_applied as
  select d.account_id, d.document_id, a.amount
    from reconciliation_open_item d
    join reconciliation_live_allocation a on a.debit_item_id = d.id
    join reconciliation_open_item c on c.id = a.credit_item_id
   where d.kind not in ('refund', 'void', 'write_off', 'transfer')
     and a.rule <> 'reversed_rest'
     and (c.kind in ('payment', 'deposit', 'stored_value', 'void', 'reversal') or c.document_id is distinct from d.document_id)
  union all
  select c.account_id, c.document_id, -a.amount
    from reconciliation_open_item c
    join reconciliation_live_allocation a on a.credit_item_id = c.id
    join reconciliation_open_item d on d.id = a.debit_item_id
   where c.side = 'credit' and c.kind in ('adjustment', 'credit_line', 'cancellation', 'rounding')
     and d.kind <> 'transfer'
     and (d.kind in ('refund', 'void', 'write_off') or d.line_key is null or d.document_id is distinct from c.document_id);
`
