import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * How full the tables are. Order n stands under document n, on account (n − 1) mod `accounts` + 1; the
 * first `paid` orders are paid (six items, five allocations), the others wait for their capture.
 */
export interface Population {
  readonly accounts: number
  readonly paid: number
  readonly waiting: number
}

/** Minor units of the five lines; every order is alike, so that what two writers leave can be compared. */
export const LINE_AMOUNTS = [1990n, 500n, 12_000n, 333n, 7n]
export const ORDER_TOTAL = LINE_AMOUNTS.reduce((total, amount) => total + amount, 0n)
const LINES = LINE_AMOUNTS.length

/** The id of the first line of order n; the others follow it. */
export function firstLineOf(n: number, { paid }: Population): number {
  return n <= paid ? (n - 1) * (LINES + 1) + 1 : paid * (LINES + 1) + (n - paid - 1) * LINES + 1
}

export const accountOf = (n: number, { accounts }: Population): number => ((n - 1) % accounts) + 1

const order = `select n, lpad(n::text, 26, '0') as name, (n - 1) % :accounts + 1 as account, n <= :paid as is_paid,
    timestamptz '2026-01-01 00:00Z' + n * interval '1 minute' as placed_at,
    (timestamp '2026-01-01 00:00' + n * interval '1 minute')::date as placed_on,
    case when n <= :paid then (n - 1) * ${LINES + 1} else :paid * ${LINES + 1} + (n - :paid - 1) * ${LINES} end as before
  from generate_series(1, :paid + :waiting) n`
const line = `select k, amount, coalesce(sum(amount) over (order by k rows unbounded preceding) - amount, 0) as earlier
  from unnest(array[${LINE_AMOUNTS.join(", ")}]::bigint[]) with ordinality u (amount, k)`

/** Set-based and without triggers; what they would have refused is looked for afterwards. */
const statements = [
  `insert into reconciliation_account (id, owner_type, owner_id, currency_code, digits, next_rank, version)
     overriding system value
   select a, 'customer', 'cus_' || lpad(a::text, 26, '0'), 'eur', 2,
          1 + (:paid - a + :accounts) / :accounts, (:paid + :waiting - a + :accounts) / :accounts
     from generate_series(1, :accounts) a`,
  `insert into reconciliation_document (id, account_id, order_id, display_id, placed_at, placed_on, host_version,
     read_at, state_at, seen_order, version)
     overriding system value
   select n, account, 'order_' || name, n, placed_at, placed_on, 1, placed_at, placed_at, placed_at, 1 from (${order}) o`,
  `insert into reconciliation_change (id, account_id, document_id, kind, cause, actor_type)
     overriding system value
   select n, account, n, 'ingest', 'order.placed', 'system' from (${order}) o`,
  `insert into reconciliation_open_item (id, account_id, document_id, change_id, side, kind, key, sequence, line_key,
     position, title, reference, host_id, taxes, occurred_at, occurred_on, accounting_on, amount, allocated, taxes_allocated)
   select before + k, account, n, n, 'debit', 'charge', 'line:ordli_' || name || k, 1, 'line:ordli_' || name || k, k,
          'Medusa T-Shirt – S / Black', 'ordli_' || name || k, 'ordli_' || name || k,
          jsonb_build_array(jsonb_build_object('code', 'VAT20', 'rate', '20', 'amount', (amount / 6)::text)),
          placed_at, placed_on, placed_on, amount, case when is_paid then amount else 0 end,
          array[case when is_paid then amount / 6 else 0 end]
     from (${order}) o, (${line}) l order by n, k`,
  `insert into reconciliation_open_item (id, account_id, document_id, change_id, side, kind, key, sequence,
     position, title, reference, method, host_id, payment_id, provider_id, occurred_at, occurred_on, accounting_on, amount, allocated)
   select before + ${LINES + 1}, account, n, n, 'credit', 'payment', 'cap:capt_' || name, 1, 0, 'Payment',
          'capt_' || name, 'manual', 'capt_' || name, 'pay_' || name, 'pp_system_default', placed_at, placed_on, placed_on, ${ORDER_TOTAL}, ${ORDER_TOTAL}
     from (${order}) o where is_paid order by n`,
  `insert into reconciliation_allocation (account_id, change_id, credit_item_id, debit_item_id, amount, origin, rule,
     step, credit_open_before, debit_open_before, debit_taxes, occurred_on, accounting_on)
   select account, n, before + ${LINES + 1}, before + k, amount, 'auto', 'line_order', k,
          ${ORDER_TOTAL} - earlier, amount, array[amount / 6], placed_on, placed_on
     from (${order}) o, (${line}) l where is_paid order by n, k`,
  `insert into reconciliation_matching_sequence (account_id, change_id, rank, document_id)
   select account, n, (n - 1) / :accounts + 1, n from (${order}) o where is_paid order by n`,
  // By the view from which its triggers are checked.
  `insert into reconciliation_transaction (account_id, happened_at, name, kind, document_id, item_id, happened_on,
     currency_code, owner_sort, sales_channel_id, due_on, open_debit, open_credit, contradicts)
   select * from reconciliation_derived_transaction order by happened_at, name`,
]

const sequences = ["account", "document", "change", "open_item", "allocation", "matching_sequence"].map(
  (
    table,
  ) => `select setval(pg_get_serial_sequence('reconciliation_${table}', 'id'), coalesce(max(id), 0) + 1, false)
    from reconciliation_${table}`,
)

export async function fillTables(pool: Knex, population: Population): Promise<void> {
  await pool.transaction(async (transaction) => {
    await transaction.raw("set local session_replication_role = replica")
    for (const statement of statements) {
      const text = statement.replaceAll(/:(accounts|paid|waiting)\b/g, (_, name: keyof Population) =>
        String(population[name]),
      )
      await transaction.raw(text)
    }
    for (const statement of sequences) await transaction.raw(statement)
  })
  await pool.raw("vacuum analyze")
  await pool.raw("checkpoint")
}

/** Items whose counter is not the sum of their allocations. */
export const wrongItems = `
  select count(*)::int as wrong
    from reconciliation_open_item i
    left join (
      select item, sum(amount) as amount
        from (select credit_item_id as item, amount from reconciliation_allocation
              union all select debit_item_id, amount from reconciliation_allocation) both_sides
       group by item) sums on sums.item = i.id
   where i.allocated <> coalesce(sums.amount, 0)`

/** Accounts whose version is not the number of their changes, or whose next rank was given before. */
export const wrongAccounts = `
  select count(*)::int as wrong
    from reconciliation_account a
    left join (select account_id, count(*) as changes from reconciliation_change group by 1) c on c.account_id = a.id
    left join (select account_id, max(rank) as rank from reconciliation_matching_sequence group by 1) s
           on s.account_id = a.id
   where a.version <> coalesce(c.changes, 0) or a.next_rank <> 1 + coalesce(s.rank, 0)`
