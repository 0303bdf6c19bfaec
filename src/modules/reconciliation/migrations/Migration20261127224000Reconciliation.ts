import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * A cash discount is a credit of its own kind: what is given up for early payment lowers the tax of the sale, which a
 * write-off does not. Money on account is found by what it was, for whoever records the same cheque twice.
 */
export class Migration20261127224000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(kinds({ item: [...ITEM_KINDS, "cash_discount"], writeOff: [...WRITE_OFFS, "cash_discount"] }))
    this.addSql(itemEffect(["write_off", "cash_discount"]))
    this.addSql(applied(["write_off", "cash_discount"]))
    this.addSql(`
      create index if not exists reconciliation_open_item_deposit on reconciliation_open_item (amount, method)
        where kind = 'deposit';
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      do $$ begin
        if to_regclass('reconciliation_open_item') is null then return; end if;
        drop index if exists reconciliation_open_item_deposit;
        ${itemEffect(["write_off"])}
        ${applied(["write_off"])}
        ${kinds({ item: ITEM_KINDS, writeOff: WRITE_OFFS })}
      end $$;
    `)
  }
}

const ITEM_KINDS = [
  "charge",
  "fee",
  "shipping",
  "return_shipping",
  "rounding",
  "adjustment",
  "credit_line",
  "cancellation",
  "payment",
  "deposit",
  "stored_value",
  "refund",
  "void",
  "reversal",
  "write_off",
  "transfer",
] as const

const WRITE_OFFS = ["short_payment", "surplus", "bank_charges"] as const

const listed = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(", ")

function kinds({ item, writeOff }: { item: readonly string[]; writeOff: readonly string[] }): string {
  return `
    alter table reconciliation_open_item drop constraint if exists reconciliation_open_item_kind_check;
    alter table reconciliation_open_item add constraint reconciliation_open_item_kind_check
      check (kind in (${listed(item)}));
    alter table reconciliation_open_item drop constraint if exists reconciliation_open_item_write_off_kind_check;
    alter table reconciliation_open_item add constraint reconciliation_open_item_write_off_kind_check
      check (write_off_kind in (${listed(writeOff)}));
    alter table reconciliation_write_off_request drop constraint if exists reconciliation_write_off_request_kind_check;
    alter table reconciliation_write_off_request add constraint reconciliation_write_off_request_kind_check
      check (kind in (${listed(writeOff)}));
  `
}

/** As it was, with what else is given up beside write-offs. */
const itemEffect = (givenUp: readonly string[]): string => `
create or replace view reconciliation_item_effect as
  select i.id as open_item_id, i.account_id, i.document_id,
         case when i.kind = 'transfer' and (i.line_key is null or of_own.money) then 0
              when i.kind = 'transfer' then signed.amount
              when i.kind = 'reversal' and i.line_key is not null and not of_own.money then i.amount
              when i.side = 'debit' and i.kind not in ('refund', 'void', 'reversal', ${listed(givenUp)}) then i.amount
              when i.kind in ('adjustment', 'credit_line', 'cancellation', 'rounding') then -i.amount
              else 0 end as owed,
         case when i.kind in ('transfer', 'reversal') and i.line_key is not null and not of_own.money then 0
              when i.kind in ('transfer', 'reversal', 'void') then -signed.amount
              when i.kind in ('payment', 'stored_value') then i.amount
              when i.kind = 'refund' then -i.amount
              else 0 end as paid,
         case when i.kind in (${listed(givenUp)}) then -signed.amount else 0 end as written_off,
         case when i.line_key is not null and of_own.money then signed.amount else 0 end as reversed,
         case i.side when 'debit' then i.amount - i.allocated else 0 end as open,
         case i.side when 'credit' then i.amount - i.allocated else 0 end as unallocated
    from reconciliation_open_item i
   cross join lateral (select case i.side when 'debit' then i.amount else -i.amount end as amount) signed
   -- Of a reversal: whether the money that it took back is in this account, wherever the reversal itself went on.
   cross join lateral (select i.kind in ('reversal', 'transfer') and exists (
       select 1 from reconciliation_open_item m where m.account_id = i.account_id and m.id = i.reverses_item_id) as money) of_own;
`

const applied = (givenUp: readonly string[]): string => `
create or replace view reconciliation_applied as
  select d.account_id, d.document_id, a.amount
    from reconciliation_open_item d
    join reconciliation_live_allocation a on a.debit_item_id = d.id
    join reconciliation_open_item c on c.id = a.credit_item_id
   where d.kind not in ('refund', 'void', ${listed(givenUp)}, 'transfer')
     and a.rule <> 'reversed_rest'
     and (c.kind in ('payment', 'deposit', 'stored_value', 'void', 'reversal') or c.document_id is distinct from d.document_id)
  union all
  select c.account_id, c.document_id, -a.amount
    from reconciliation_open_item c
    join reconciliation_live_allocation a on a.credit_item_id = c.id
    join reconciliation_open_item d on d.id = a.debit_item_id
   where c.side = 'credit' and c.kind in ('adjustment', 'credit_line', 'cancellation', 'rounding')
     and d.kind <> 'transfer'
     and (d.kind in ('refund', 'void', ${listed(givenUp)}) or d.line_key is null or d.document_id is distinct from c.document_id);
`
