import type { Statement } from "./statement"
import { typedTextOf } from "./tables/typed-texts"

/**
 * What is wanted of some pairs of an order and a deposit, before and after a change: the deposit's allocations on debits of
 * the order, less what reversals of the deposit have reopened there, and in no case more than they have left of the deposit.
 * A reversal that was undone takes nothing; where the change is its undo, it still did before.
 * Indexes on the credit item, on what is reversed, and on the key.
 */
const wantedOf = (pairs: string, change: string, more = ""): string => `
    select p.document_id, p.credit_item_id,${more}
           greatest(least(coalesce(a.after, 0) - coalesce(r.after, 0), c.amount - coalesce(r.all_after, 0)), 0) as after,
           greatest(least(coalesce(a.before, 0) - coalesce(r.before, 0), c.amount - coalesce(r.all_before, 0)), 0) as before
      from ${pairs} p
      join reconciliation_open_item c on c.id = p.credit_item_id and c.kind in ('deposit', 'opening_balance')
      left join lateral (
        select sum(s.signed) as after, sum(s.signed) filter (where s.change_id <> ${change}) as before
          from (select x.change_id, case when x.releases is null then x.amount else -x.amount end as signed
                  from reconciliation_allocation x
                  join reconciliation_open_item d on d.id = x.debit_item_id and d.document_id = p.document_id
                 where x.credit_item_id = p.credit_item_id) s
      ) a on true
      left join lateral (
        select sum(s.amount) filter (where s.here and s.is_after) as after,
               sum(s.amount) filter (where s.here and s.is_before) as before,
               sum(s.amount) filter (where s.is_after) as all_after, sum(s.amount) filter (where s.is_before) as all_before
          from (select i.amount, i.document_id = p.document_id as here, u.id is null as is_after,
                       i.change_id <> ${change} and (u.id is null or u.change_id = ${change}) as is_before
                  from reconciliation_open_item i
                  left join reconciliation_open_item u on u.key = i.key || '.undo' and u.sequence = i.sequence
                 where i.kind = 'reversal' and i.side = 'debit' and i.reverses_item_id = p.credit_item_id
                   and i.origin_item_id is null) s
      ) r on true`

const RAISE = (targets: string, kept: string): string => `
    insert into reconciliation_mirror (id, host_name, document_id, credit_item_id, amount, state, wanted_by)
    select n.id, upper(substr(encode(sha256(convert_to(n.id, 'UTF8')), 'hex'), 1, 26)), n.document_id,
           n.credit_item_id, n.amount, 'wanted', n.change_id
      from (select 'mir_' || replace(gen_random_uuid()::text, '-', '') as id, t.document_id, t.credit_item_id,
                   t.change_id, t.target - coalesce(k.amount, 0) as amount
              from ${targets} t
              left join ${kept} k on k.document_id = t.document_id and k.credit_item_id = t.credit_item_id
             where t.target > coalesce(k.amount, 0)
             order by t.document_id, t.credit_item_id) n
    returning document_id`

/**
 * Brings the outbox of some pairs up to the change that moved each, in its transaction. Parameters: changes, documents (null
 * for all that the credit is or was mirrored on), credits, and whether more may be wanted. Each pair has one change. What was never
 * mirrored of a pair before the change stays out. Rows are withdrawn whole, first those not recorded, then the newest; the
 * rest is wanted anew.
 *
 * @returns the orders of which something is to be done
 */
export const wantMirrors: Statement = {
  name: "want_mirrors",
  text: `with moved as (
      select p.* from unnest($1::bigint[], $2::bigint[], $3::bigint[]) p (change_id, document_id, credit_item_id)
    ), pairs as (
      select p.change_id, p.document_id, p.credit_item_id from moved p where p.document_id is not null
      union
      select p.change_id, m.document_id, m.credit_item_id
        from moved p
        join reconciliation_mirror m on m.credit_item_id = p.credit_item_id
       where p.document_id is null
    ), wanted as (${wantedOf("pairs", "p.change_id", " p.change_id,")}
    ), standing as materialized (
      select m.id, m.number, m.document_id, m.credit_item_id, m.amount, m.state
        from reconciliation_mirror m join pairs p using (document_id, credit_item_id)
       where m.state in ('wanted', 'recorded', 'refused')
       order by m.number
         for update of m
    ), sums as (
      select w.document_id, w.credit_item_id, w.change_id, w.after, w.before, coalesce(sum(s.amount), 0) as stands
        from wanted w left join standing s using (document_id, credit_item_id)
       group by 1, 2, 3, 4, 5
    ), targets as (
      select document_id, credit_item_id, change_id,
             case when $4::boolean then greatest(after - greatest(before - stands, 0), 0) else least(after, stands) end as target
        from sums
    ), ranked as (
      select s.id, s.amount, t.document_id, t.credit_item_id, t.change_id, t.target,
             sum(s.amount) over (partition by t.document_id, t.credit_item_id
                                 order by s.state = 'recorded' desc, s.number) as up_to
        from standing s join targets t using (document_id, credit_item_id)
    ), kept as (
      select document_id, credit_item_id, sum(amount) as amount from ranked where up_to <= target group by 1, 2
    ), withdrawn as (
      update reconciliation_mirror m
         set state = 'withdrawing', attempts = 0, next_at = clock_timestamp(), refusal = null, error = null,
             withdrawn_by = r.change_id
        from ranked r where m.id = r.id and r.up_to > r.target
      returning m.document_id
    ), added as (${RAISE("targets", "kept")}
    )
    select distinct d.order_id
      from (select document_id from withdrawn union all select document_id from added) x
      join reconciliation_document d on d.id = x.document_id
     order by d.order_id`,
}

/**
 * What live allocations of deposits on some orders' debits are not mirrored: of all orders with null. Index on the document,
 * or one pass over the deposits.
 */
export const listUnmirrored: Statement = {
  name: "list_unmirrored",
  text: `with pairs as (
      select distinct d.document_id, a.credit_item_id
        from reconciliation_open_item c
        join reconciliation_allocation a on a.credit_item_id = c.id
        join reconciliation_open_item d on d.id = a.debit_item_id
        join reconciliation_document o on o.id = d.document_id
       where c.kind in ('deposit', 'opening_balance') and ($1::text[] is null or o.order_id = any($1::text[]))
    ), wanted as (${wantedOf("pairs", "0")})
    select w.document_id, w.credit_item_id, o.order_id, o.display_id, o.account_id, c.account_id as credit_account_id,
           acc.currency_code, acc.digits, c.method, c.occurred_on::text, ${typedTextOf("c.reference")} as reference,
           (w.after - coalesce(s.stands, 0))::text as amount
      from wanted w
      join reconciliation_document o on o.id = w.document_id
      join reconciliation_open_item c on c.id = w.credit_item_id
      join reconciliation_account acc on acc.id = c.account_id
      left join lateral (select sum(m.amount) as stands from reconciliation_mirror m
                          where m.document_id = w.document_id and m.credit_item_id = w.credit_item_id
                            and m.state in ('wanted', 'recorded', 'refused')) s on true
     where w.after > coalesce(s.stands, 0)
     order by w.document_id, w.credit_item_id
     limit $2`,
}
