import type { Statement } from "./statement"

/** What a read of the host has seen of an order, from the parameter of this number on. */
const readMarks = (first: number): string =>
  `read_at = $${first}::timestamptz, state_at = greatest(state_at, $${first + 1}),
   host_version = greatest(host_version, $${first + 2}), seen_order = $${first + 3}, seen_money = $${first + 4},
   seen_taxes = $${first + 5}, problems = $${first + 6}, expected = $${first + 7}`

/**
 * A plan of payments within a change: its instalments, whose numbers are their places, what becomes of
 * instalments that stand already, and the number of the plan that is in force afterwards.
 */
const PLAN = `), instalments as (
      insert into reconciliation_instalment
        (account_id, document_id, change_id, plan, number, due_on, amount, method, reference, pins)
      select $1, $2, change.id, $59::int, u.number, u.due_on, u.amount, u.method, u.reference, u.pins
        from change, unnest($60::date[], $61::bigint[], $62::text[], $63::text[], $64::jsonb[]) with ordinality
             u (due_on, amount, method, reference, pins, number)
       order by u.number
      returning id, number
    ), events as (
      insert into reconciliation_instalment_event (instalment_id, change_id, kind, due_on, note)
      select u.instalment, change.id, u.kind, u.due_on, u.note
        from change, unnest($65::bigint[], $66::text[], $67::date[], $68::text[]) u (instalment, kind, due_on, note)
       order by u.instalment`

const statementText = (plan: { ctes: string; instalment: string; join: string; set: string }): string =>
  `with change as (
      insert into reconciliation_change
        (account_id, document_id, kind, cause, idempotency_key, request_hash, actor_type, actor_id, reason, leftover)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      returning id
    ), ids as materialized (
      select place, nextval('reconciliation_open_item_id_seq') as id from generate_series(1, $11::int) place
    ), items as (
      insert into reconciliation_open_item
        (id, account_id, document_id, change_id, side, kind, key, sequence, line_key, position, title, reference,
         method, taxes, occurred_at, occurred_on, accounting_on, due_on, amount, allocated,
         taxes_allocated, gl_account)
      select ids.id, $1, u.document_id, change.id, u.side, u.kind, u.key, u.sequence, u.line_key, u.position, u.title,
             u.reference, u.method, u.taxes, u.occurred_at, u.occurred_on, u.occurred_on, u.due_on, u.amount, u.allocated,
             u.taxes_allocated::bigint[], u.gl_account
        from change, ids
        join unnest($12::bigint[], $13::text[], $14::text[], $15::text[], $16::int[], $17::text[], $18::int[],
                    $19::text[], $20::text[], $21::text[], $22::jsonb[], $23::timestamptz[], $24::date[], $25::date[],
                    $26::bigint[], $27::bigint[], $28::text[], $58::text[]) with ordinality
             u (document_id, side, kind, key, sequence, line_key, position, title, reference, method, taxes, occurred_at,
                occurred_on, due_on, amount, allocated, taxes_allocated, gl_account, place) using (place)
       order by place
    ), counters as (
      update reconciliation_open_item i
         set allocated = i.allocated + u.amount, taxes_allocated = coalesce(u.taxes::bigint[], i.taxes_allocated)
        from (select * from unnest($29::bigint[], $30::bigint[], $31::text[]) u (id, amount, taxes) order by id) u
       where i.id = u.id
    ${plan.ctes}), allocations as (
      insert into reconciliation_allocation
        (account_id, change_id, credit_item_id, debit_item_id, amount, origin, rule, step, credit_open_before,
         debit_open_before, credit_taxes, debit_taxes, instalment_id, releases, occurred_on, accounting_on)
      select $1, change.id, coalesce(c.id, u.credit), coalesce(d.id, u.debit), u.amount, u.origin, u.rule, u.step,
             u.credit_open, u.debit_open, u.credit_taxes::bigint[], u.debit_taxes::bigint[], ${plan.instalment}, u.releases,
             u.occurred_on, u.occurred_on
        from change, unnest($32::bigint[], $33::bigint[], $34::bigint[], $35::text[], $36::text[], $37::int[],
                    $38::bigint[], $39::bigint[], $40::text[], $41::text[], $42::bigint[], $43::bigint[], $44::date[])
             u (credit, debit, amount, origin, rule, step, credit_open, debit_open, credit_taxes, debit_taxes, instalment,
                releases, occurred_on)
        left join ids c on c.place = -u.credit
        left join ids d on d.place = -u.debit${plan.join}
       order by u.step
    ), codes as (
      insert into reconciliation_matching_sequence (account_id, change_id, rank, document_id, open_item_id)
      select $1, change.id, u.rank, u.document_id, coalesce(ids.id, u.item)
        from change, unnest($45::int[], $46::bigint[], $47::bigint[]) u (rank, document_id, item)
        left join ids on ids.place = -u.item
       order by u.rank
    ), touched as (
      update reconciliation_document set version = version + 1${plan.set} where id = any($48::bigint[])
    ), marked as (
      update reconciliation_document set version = version + 1${plan.set}, ${readMarks(50)}
       where id = $2 and $50::timestamptz is not null
    )
    update reconciliation_account a
       set version = a.version + 1, next_rank = greatest(a.next_rank, $49::int)
      from change
     where a.id = $1
    returning change.id as change_id, a.version,
      (select coalesce(array_agg(id order by place), '{}') from ids) as item_ids`

/**
 * Writes one change as a whole: journal entry, new items, counters, allocations, codes, versions and,
 * when it comes from a read of the host, how far that has seen; in one statement and so in one round
 * trip. New items come without ids; allocations and codes name them by their negated place (−1 is the
 * first). Counters move in id order, as all locks do.
 */
export const writeChange: Statement = {
  name: "write_change",
  prepared: true,
  text: statementText({ ctes: "", instalment: "u.instalment", join: "", set: "" }),
}

/** The same with planned payments: allocations name a new instalment by its negated number. */
export const writeChangeWithPlan: Statement = {
  name: "write_change_with_plan",
  prepared: true,
  text: statementText({
    ctes: PLAN,
    instalment: "coalesce(p.id, u.instalment)",
    join: "\n        left join instalments p on p.number = -u.instalment",
    set: ", plan = case when id = $2 then $59::int else plan end",
  }),
}

/**
 * Notes what a read of the host has seen, so that an older read is not applied after it and the sweep
 * can pass over the order, or must look again at a given moment. Primary key; one row.
 */
export const markRead: Statement = {
  name: "mark_read",
  prepared: true,
  text: `update reconciliation_document set ${readMarks(2)}, recheck_at = $10 where id = $1`,
}
