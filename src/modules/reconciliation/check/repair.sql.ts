import type { Statement } from "../ledger/statement"

/**
 * Of some items ($1) that count something else than their live allocations come to, what they are to count, also of each tax.
 * Primary key, indexes of allocations; one row each.
 */
export const recountItems: Statement = {
  name: "recount_items",
  text: `select i.id::text as id, (coalesce(l.amount, 0) - i.allocated)::text as moved, coalesce(l.amount, 0) between 0 and i.amount as fits,
      case when jsonb_typeof(i.taxes) = 'array' then (
        select array_agg(coalesce((
                 select sum(case when a.releases is null then x.amount else -x.amount end)
                   from (select releases, credit_taxes as taxes from reconciliation_allocation where credit_item_id = i.id
                          union all select releases, debit_taxes from reconciliation_allocation where debit_item_id = i.id) a
                  cross join lateral unnest(a.taxes) with ordinality x (amount, rate) where x.rate = t.rate), 0)::text order by t.rate)
          from jsonb_array_elements(i.taxes) with ordinality t (tax, rate)) end as taxes
     from reconciliation_open_item i
     left join lateral (
       select sum(case when a.releases is null then a.amount else -a.amount end) as amount
         from reconciliation_allocation a where i.id in (a.credit_item_id, a.debit_item_id)) l on true
    where i.id = any($1::bigint[])`,
}

/** The rows of the lists that some items ($1) are part of. Primary key. */
export const rowsOfItems: Statement = {
  name: "rows_of_items",
  text: `select distinct reconciliation_transaction_name(f.is_folded, i.document_id, i.kind, i.id, i.key) as name
     from reconciliation_open_item i
    cross join lateral (select reconciliation_is_folded(i.document_id, i.kind, i.side) as is_folded) f
    where i.id = any($1::bigint[])`,
}

/** The version of an account ($1) is the number of its changes, its next rank the one after its last. Primary key. */
export const recountAccount: Statement = {
  name: "recount_account",
  text: `update reconciliation_account a
      set version = (select count(*) from reconciliation_change c where c.account_id = a.id),
          next_rank = coalesce((select max(s.rank) + 1 from reconciliation_matching_sequence s where s.account_id = a.id), a.next_rank)
    where a.id = $1::bigint`,
}

/** Takes rows ($2) of an account ($1) off the lists, to put them there anew. */
export const dropRows: Statement = {
  name: "drop_rows_of_lists",
  text: `delete from reconciliation_transaction where account_id = $1::bigint and name = any($2::text[])`,
}

/** Puts rows ($2) of an account ($1) on the lists, as items, plans and notes say. */
export const renderRows: Statement = {
  name: "render_rows_of_lists",
  text: `insert into reconciliation_transaction (account_id, happened_at, name, kind, document_id, item_id, happened_on, currency_code,
      owner_sort, sales_channel_id, due_on, open_debit, open_credit, contradicts, amount, gl_account, order_state, planned_until, plan_unsure)
    select d.account_id, d.happened_at, d.name, d.kind, d.document_id, d.item_id, d.happened_on, d.currency_code, d.owner_sort,
           d.sales_channel_id, d.due_on, d.open_debit, d.open_credit, coalesce(d.contradicts, false), i.amount, i.gl_account,
           s.order_state, s.planned_until, coalesce(s.plan_unsure, false)
      from reconciliation_derived_transaction d
     cross join lateral (
       select sum(x.amount)::bigint as amount, min(x.gl_account) as gl_account
         from reconciliation_open_item x
         left join reconciliation_document p on p.id = x.document_id
        cross join lateral (select reconciliation_is_folded(x.document_id, x.kind, x.side) as is_folded) f
        where x.account_id = d.account_id and d.happened_at = case when f.is_folded then p.placed_at else x.occurred_at end
          and d.name = reconciliation_transaction_name(f.is_folded, x.document_id, x.kind, x.id, x.key)) i
      left join lateral reconciliation_state_of(d.document_id, d.account_id) s on d.kind = 'order'
     where d.account_id = $1::bigint and d.name = any($2::text[])`,
}

/** Counts the notes of rows ($2) of an account ($1) anew. */
export const renderNotes: Statement = {
  name: "render_notes_of_lists",
  text: `select reconciliation_place_notes(
      array(select t.document_id from reconciliation_transaction t
             where t.account_id = $1::bigint and t.name = any($2::text[]) and t.kind = 'order'),
      array(select t.item_id from reconciliation_transaction t
             where t.account_id = $1::bigint and t.name = any($2::text[]) and t.item_id is not null))::text as done`,
}

/** Works out the state of an order ($1) anew, in every account that it was in. */
export const renderStates: Statement = {
  name: "render_states_of_order",
  text: `select reconciliation_place_states(array[$1::bigint])::text as done`,
}
