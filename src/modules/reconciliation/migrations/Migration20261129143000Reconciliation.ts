import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What customers owed or had before the store's books began: items of a kind of their own, of no order. What is owed of them
 * falls due as what orders owe does, so its row of the lists has its day (docs/spec/opening-balances.md).
 */
export class Migration20261129143000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`${kinds([...KINDS, "opening_balance"])}
      create index if not exists reconciliation_open_item_opening on reconciliation_open_item (id)
        where kind = 'opening_balance' and origin_item_id is null;`)
    this.addSql(ofItem)
    this.addSql(posted(OF_OPENING))
    this.addSql(moved("t.due_on"))
    this.addSql(due(OF_OPENING_ROWS))
    this.addSql(derived(OF_OPENING))
  }

  override async down(): Promise<void> {
    this.addSql(`
      do $$ begin
        if to_regclass('reconciliation_open_item') is null then return; end if;
        drop index if exists reconciliation_open_item_opening;
        ${kinds(KINDS)}
      end $$;
      ${posted("")}
      ${moved("null")}
      ${due("")}
    `)
    this.addSql(`
      do $do$ begin
        if to_regclass('reconciliation_open_item') is null then return; end if;
        ${derived("")}
      end $do$;
      drop function if exists reconciliation_due_of_item;
    `)
  }
}

const KINDS = [
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
  "cash_discount",
] as const

const kinds = (all: readonly string[]): string => `
  alter table reconciliation_open_item drop constraint if exists reconciliation_open_item_kind_check;
  alter table reconciliation_open_item add constraint reconciliation_open_item_kind_check
    check (kind in (${all.map((kind) => `'${kind}'`).join(", ")}));`

/** The day on which an item falls due that is a transaction by itself: the last that it was given. */
const ofItem = `
create or replace function reconciliation_due_of_item(item bigint) returns date language sql stable as $$
  select x.due_on from reconciliation_due_date x where x.open_item_id = item order by x.id desc limit 1
$$;
`

const OF_OPENING =
  "\n                when g.kind = 'opening_balance' then reconciliation_due_of_item(g.item_id)"

/** A plan is kept for the session, and may have been made while the tables were small. */
const BY_INDEX = "set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off"

/** As it was, with the day of what is no order. */
const posted = (ofOpening: string): string => `
create or replace function reconciliation_transactions_posted() returns trigger language plpgsql ${BY_INDEX} as $$
begin
  insert into reconciliation_transaction as t (account_id, happened_at, name, kind, document_id, item_id, happened_on,
      currency_code, owner_sort, sales_channel_id, due_on, open_debit, open_credit, contradicts, amount, gl_account, order_state,
      planned_until, plan_unsure)
    select g.account_id, g.happened_at, g.name, g.kind, g.document_id, case when g.kind = 'order' then null else g.item_id end,
           case when g.kind = 'order' then d.placed_on else g.happened_on end, a.currency_code, a.owner_sort, d.sales_channel_id,
           case when g.kind = 'order' and (d.plan > 0 or exists (select from reconciliation_due_date))
                then reconciliation_due_of(g.document_id, g.account_id)${ofOpening} end,
           g.open_debit, g.open_credit, g.kind = 'order' and d.account_id = g.account_id and d.problems <> '[]', g.amount,
           g.gl_account, s.order_state, s.planned_until, coalesce(s.plan_unsure, false)
      from (select i.account_id, case when f.is_folded then p.placed_at else i.occurred_at end as happened_at,
                   reconciliation_transaction_name(f.is_folded, i.document_id, i.kind, i.id, i.key) as name,
                   reconciliation_transaction_kind(f.is_folded, i.kind) as kind,
                   min(i.document_id) as document_id, min(i.id) as item_id, min(i.occurred_on) as happened_on,
                   coalesce(sum(i.amount - i.allocated) filter (where i.side = 'debit'), 0)::bigint as open_debit,
                   coalesce(sum(i.amount - i.allocated) filter (where i.side = 'credit'), 0)::bigint as open_credit,
                   sum(i.amount)::bigint as amount, min(i.gl_account) as gl_account
              from added i
              left join reconciliation_document p on p.id = i.document_id
             cross join lateral (select reconciliation_is_folded(i.document_id, i.kind, i.side) as is_folded) f
             group by 1, 2, 3, 4) g
      join reconciliation_account a on a.id = g.account_id
      left join reconciliation_document d on d.id = g.document_id
      left join lateral reconciliation_state_of(g.document_id, g.account_id) s on g.kind = 'order'
     order by g.happened_at, g.account_id, g.name
    on conflict (account_id, happened_at, name) do update
      set open_debit = t.open_debit + excluded.open_debit, open_credit = t.open_credit + excluded.open_credit,
          due_on = excluded.due_on, item_id = least(t.item_id, excluded.item_id),
          amount = t.amount + excluded.amount, gl_account = least(t.gl_account, excluded.gl_account),
          order_state = excluded.order_state, planned_until = excluded.planned_until, plan_unsure = excluded.plan_unsure;
  -- A planned payment is open again when the money that made it is taken back.
  update reconciliation_transaction t set due_on = reconciliation_due_of(d.id, d.account_id)
    from (select distinct document_id from added where kind in ('void', 'reversal')) x
    join reconciliation_document d on d.id = x.document_id and d.plan > 0
   where t.account_id = d.account_id and t.happened_at = d.placed_at and t.name = '0:' || d.id;
  -- What an order owes besides its lines, and what is taken back of it, moves its state too.
  perform reconciliation_place_states(array(
    select distinct i.document_id from added i
     where i.document_id is not null and (i.kind in ('reversal', 'transfer')
        or i.side = 'debit' and not reconciliation_is_folded(i.document_id, i.kind, i.side))));
  return null;
end $$;
`

/** As it was; a day that no order has stays. */
const moved = (otherwise: string): string => `
create or replace function reconciliation_transactions_moved() returns trigger language plpgsql ${BY_INDEX} as $$
begin
  update reconciliation_transaction t
     set open_debit = t.open_debit + m.debit, open_credit = t.open_credit + m.credit,
         due_on = case when t.kind <> 'order' then ${otherwise}
                       when m.may_be_due then reconciliation_due_of(t.document_id, t.account_id) end
    from (select n.account_id, case when f.is_folded then p.placed_at else n.occurred_at end as happened_at,
                 reconciliation_transaction_name(f.is_folded, n.document_id, n.kind, n.id, n.key) as name,
                 bool_or(coalesce(p.plan, 0) > 0) or exists (select from reconciliation_due_date) as may_be_due,
                 coalesce(sum(n.opened) filter (where n.side = 'debit'), 0) as debit,
                 coalesce(sum(n.opened) filter (where n.side = 'credit'), 0) as credit
            from (select i.id, i.account_id, i.document_id, i.side, i.kind, i.key, i.occurred_at, sum(i.opened)::bigint as opened
                    from (select id, account_id, document_id, side, kind, key, occurred_at, allocated as opened from before_standing
                           union all
                          select id, account_id, document_id, side, kind, key, occurred_at, -allocated from now_standing) i
                   group by 1, 2, 3, 4, 5, 6, 7
                  having sum(i.opened) <> 0) n
            left join reconciliation_document p on p.id = n.document_id
           cross join lateral (select reconciliation_is_folded(n.document_id, n.kind, n.side) as is_folded) f
           group by 1, 2, 3) m
   where t.account_id = m.account_id and t.happened_at = m.happened_at and t.name = m.name;
  return null;
end $$;
`

const OF_OPENING_ROWS = `
  update reconciliation_transaction t set due_on = reconciliation_due_of_item(i.id)
    from (select distinct x.open_item_id from added x) x
    join reconciliation_open_item i on i.id = x.open_item_id and i.kind = 'opening_balance'
   where t.account_id = i.account_id and t.happened_at = i.occurred_at
     and t.name = reconciliation_transaction_name(false, i.document_id, i.kind, i.id, i.key);`

const due = (ofOpening: string): string => `
create or replace function reconciliation_transactions_due() returns trigger language plpgsql ${BY_INDEX} as $$
begin
  update reconciliation_transaction t set due_on = reconciliation_due_of(t.document_id, t.account_id)
    from (select distinct i.document_id from added x join reconciliation_open_item i on i.id = x.open_item_id) x
    join reconciliation_document d on d.id = x.document_id
   where t.account_id = d.account_id and t.happened_at = d.placed_at and t.name = '0:' || d.id;${ofOpening}
  return null;
end $$;
`

const derived = (ofOpening: string): string => `
create or replace view reconciliation_derived_transaction as
  select g.account_id, g.happened_at, g.name, g.kind, g.document_id, case when g.kind = 'order' then null else g.item_id end as item_id,
         case when g.kind = 'order' then d.placed_on else g.happened_on end as happened_on, a.currency_code, a.owner_sort,
         d.sales_channel_id,
         case when g.kind = 'order' then reconciliation_due_of(g.document_id, g.account_id)${ofOpening} end as due_on,
         g.open_debit, g.open_credit,
         g.kind = 'order' and d.account_id = g.account_id and d.problems <> '[]' as contradicts
    from (select i.account_id, case when f.is_folded then p.placed_at else i.occurred_at end as happened_at,
                 reconciliation_transaction_name(f.is_folded, i.document_id, i.kind, i.id, i.key) as name,
                 reconciliation_transaction_kind(f.is_folded, i.kind) as kind,
                 min(i.document_id) as document_id, min(i.id) as item_id, min(i.occurred_on) as happened_on,
                 coalesce(sum(i.amount - i.allocated) filter (where i.side = 'debit'), 0)::bigint as open_debit,
                 coalesce(sum(i.amount - i.allocated) filter (where i.side = 'credit'), 0)::bigint as open_credit
            from reconciliation_open_item i
            left join reconciliation_document p on p.id = i.document_id
           cross join lateral (select reconciliation_is_folded(i.document_id, i.kind, i.side) as is_folded) f
           group by 1, 2, 3, 4) g
    join reconciliation_account a on a.id = g.account_id
    left join reconciliation_document d on d.id = g.document_id;
`
