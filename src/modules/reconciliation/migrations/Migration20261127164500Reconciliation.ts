import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The views over which `query.graph` reads the ledger: amounts as decimals with the digits of their currency, codes as
 * letters, texts as people read them. Writing to them is refused; the ledger's own statements write.
 */
export class Migration20261127164500Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(functions)
    for (const view of VIEWS) {
      this.addSql(`create or replace view reconciliation_entity_${view.name} as ${view.text}`)
      this.addSql(`
        drop trigger if exists read_only on reconciliation_entity_${view.name};
        create trigger read_only instead of insert or update or delete on reconciliation_entity_${view.name}
          for each row execute function reconciliation_refuse_entity();
      `)
    }
  }

  override async down(): Promise<void> {
    const names = VIEWS.map(({ name }) => `reconciliation_entity_${name}`)
    this.addSql(`
      drop view if exists ${names.join(", ")};
      drop function if exists reconciliation_decimal(bigint, smallint);
      drop function if exists reconciliation_letters(integer);
      drop function if exists reconciliation_text(text);
      drop function if exists reconciliation_refuse_entity();
    `)
  }
}

const functions = `
create or replace function reconciliation_decimal(minor_units bigint, digits smallint) returns numeric
  language sql immutable parallel safe as
$$ select round(minor_units / 10::numeric ^ digits, digits) $$;

create or replace function reconciliation_letters(rank integer) returns text language sql immutable parallel safe as $$
  with recursive letter (rest, letters) as (
    select rank, ''
    union all
    select (rest - 1) / 26, chr(97 + (rest - 1) % 26) || letters from letter where rest > 0
  )
  select letters from letter where rest = 0
$$;

create or replace function reconciliation_text(name text) returns text language sql stable parallel safe as $$
  select case when name like 'typed:%'
    then coalesce((select t.content from reconciliation_typed_text t where t.name = $1), '') else name end
$$;

create or replace function reconciliation_refuse_entity() returns trigger language plpgsql as $$
begin
  raise exception 'reconciliation: % is for reading; the ledger is written by its workflows and routes', tg_table_name
    using errcode = 'object_not_in_prerequisite_state';
end $$;
`

const VIEWS: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: "account",
    text: `
      select c.id, c.owner_type, c.owner_id, case when c.owner_type = 'customer' then c.owner_id end as customer_id,
             c.currency_code, c.digits, c.version, c.recorded_at as created_at, c.recorded_at as updated_at,
             null::timestamptz as deleted_at
        from reconciliation_account c`,
  },
  {
    name: "document",
    text: `
      select d.id, d.account_id, d.order_id, d.display_id, d.sales_channel_id, d.placed_on::text as placed_on, d.version,
             d.recorded_at as created_at, coalesce(d.read_at, d.recorded_at) as updated_at,
             null::timestamptz as deleted_at
        from reconciliation_document d`,
  },
  {
    name: "open_item",
    text: `
      select i.id, i.account_id, i.document_id, i.side, i.kind, i.line_key as row, i.title,
             reconciliation_text(i.reference) as reference, i.method, i.provider_id,
             coalesce(i.reversal_kind, i.write_off_kind) as detail, i.payment_id, i.host_id,
             case when c.owner_type = 'customer' then c.owner_id end as customer_id, d.order_id, c.currency_code,
             i.gl_account, i.occurred_on::text as occurred_on, i.accounting_on::text as accounting_on,
             (select due.due_on::text from reconciliation_due_date due
               where due.open_item_id = i.id order by due.id desc limit 1) as due_on,
             reconciliation_decimal(i.amount, c.digits) as amount,
             reconciliation_decimal(i.allocated, c.digits) as allocated,
             reconciliation_decimal(i.amount - i.allocated, c.digits) as open,
             i.recorded_at as created_at, i.recorded_at as updated_at, null::timestamptz as deleted_at
        from reconciliation_open_item i
        join reconciliation_account c on c.id = i.account_id
        left join reconciliation_document d on d.id = i.document_id`,
  },
  {
    name: "allocation",
    text: `
      select a.id, a.account_id, a.credit_item_id, a.debit_item_id,
             coalesce(debit.document_id, credit.document_id) as document_id,
             reconciliation_decimal(a.amount, c.digits) as amount, c.currency_code, a.origin, a.rule,
             a.instalment_id as planned_payment_id, a.occurred_on::text as occurred_on,
             a.accounting_on::text as accounting_on,
             a.recorded_at as created_at, a.recorded_at as updated_at, null::timestamptz as deleted_at
        from reconciliation_live_allocation a
        join reconciliation_account c on c.id = a.account_id
        join reconciliation_open_item debit on debit.id = a.debit_item_id
        join reconciliation_open_item credit on credit.id = a.credit_item_id`,
  },
  {
    name: "matching_sequence",
    text: `
      select s.id, s.account_id, s.document_id, s.open_item_id, s.rank,
             case when s.closed then upper(reconciliation_letters(s.rank)) else reconciliation_letters(s.rank) end as code,
             s.closed, s.created_at, s.created_at as updated_at, null::timestamptz as deleted_at
        from (
          select s.id, s.account_id, s.document_id, s.open_item_id, s.rank, k.recorded_at as created_at,
                 case when s.document_id is null then i.allocated = i.amount
                      else d.problems = '[]' and not exists (
                        select 1 from reconciliation_open_item o
                         where o.document_id = s.document_id and o.side = 'debit' and o.allocated < o.amount) end as closed
            from reconciliation_matching_sequence s
            join reconciliation_change k on k.id = s.change_id
            left join reconciliation_document d on d.id = s.document_id
            left join reconciliation_open_item i on i.id = s.open_item_id) s`,
  },
  {
    name: "planned_payment",
    text: `
      select p.id, p.account_id, p.document_id, p.plan, p.number,
             coalesce((select e.due_on from reconciliation_instalment_event e
                        where e.instalment_id = p.id and e.kind = 'postponed' order by e.id desc limit 1), p.due_on)::text
               as due_on,
             reconciliation_decimal(p.amount, c.digits) as amount,
             reconciliation_decimal(coalesce((select sum(a.amount)::bigint from reconciliation_live_allocation a
                                               where a.instalment_id = p.id), 0), c.digits) as paid,
             c.currency_code, p.method, reconciliation_text(p.reference) as reference,
             exists (select 1 from reconciliation_instalment_event e
                      where e.instalment_id = p.id and e.kind = 'cancelled') as cancelled,
             p.recorded_at as created_at, p.recorded_at as updated_at, null::timestamptz as deleted_at
        from reconciliation_instalment p
        join reconciliation_account c on c.id = p.account_id`,
  },
]
