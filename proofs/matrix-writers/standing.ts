export interface Standing {
  readonly edits: number
  readonly version: number
  readonly drifted: number
  readonly taxes: number
  readonly deadlocks: number
}

/** Counters, and counters of taxes rate by rate, that are not what the live allocations add up to. */
export const standingOf = (orderId: string): string => `
  with moved as (
    select credit_item_id as item, amount * sign as amount, credit_taxes as taxes, sign
      from reconciliation_allocation, lateral (select case when releases is null then 1 else -1 end as sign) s
    union all
    select debit_item_id, amount * sign, debit_taxes, sign
      from reconciliation_allocation, lateral (select case when releases is null then 1 else -1 end as sign) s)
  select (select count(*)::int from reconciliation_change c join reconciliation_document d on d.id = c.document_id
           where c.kind = 'edit' and d.order_id = '${orderId}') as edits,
    (select version::int from reconciliation_document where order_id = '${orderId}') as version,
    (select count(*)::int from reconciliation_open_item i
      where i.allocated <> (select coalesce(sum(amount), 0) from moved where item = i.id)) as drifted,
    (select count(*)::int from reconciliation_open_item i, generate_subscripts(i.taxes_allocated, 1) rate
      where i.taxes_allocated[rate] <> (select coalesce(sum(m.taxes[rate] * m.sign), 0) from moved m where m.item = i.id)
         or (i.allocated = i.amount and i.taxes_allocated[rate] <> (i.taxes->(rate - 1)->>'amount')::bigint)
    ) as taxes,
    (select deadlocks::int from pg_stat_database where datname = current_database()) as deadlocks`

/** Known refusals, every save in the journal once, and nothing that does not add up. */
export function isExact({ refused, done }: Outcome, held: Standing): boolean {
  const known = Object.keys(refused).every((code) => ["version_stale", "over_allocated"].includes(code))
  // A save that changes nothing is done and leaves no entry.
  const journal = held.edits > 0 && held.edits <= done && held.version === 1 + held.edits
  return known && journal && held.drifted + held.taxes + held.deadlocks === 0
}

interface Outcome {
  readonly done: number
  readonly refused: Readonly<Record<string, number>>
}
