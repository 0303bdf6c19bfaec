import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Each account has ten orders of three lines and ten payments, of which two pairs do not fit one order each. */
export const ORDERS = 10
export const ALLOCATIONS = 32

const order = `select n, (n - 1) / ${ORDERS} + 1 as account, lpad(n::text, 26, '0') as name,
    timestamptz '2025-01-01 00:00Z' + n * interval '1 second' as placed_at,
    (timestamp '2025-01-01 00:00' + n * interval '1 second')::date as placed_on
  from generate_series(1, :accounts * ${ORDERS}) n`

/** What belongs to one order stands together, as it does in a shop; set-based and without triggers. */
const statements = [
  `insert into reconciliation_account (id, owner_type, owner_id, currency_code, digits, next_rank, version)
     overriding system value
   select a, 'customer', 'cus_' || lpad(a::text, 26, '0'), 'eur', 2, 1, ${2 * ORDERS} from generate_series(1, :accounts) a`,
  `insert into reconciliation_document (id, account_id, order_id, display_id, placed_at, placed_on, host_version,
     read_at, state_at, seen_order, version)
     overriding system value
   select n, account, 'order_' || name, n, placed_at, placed_on, 1, placed_at, placed_at, placed_at, 1 from (${order}) o`,
  `insert into reconciliation_change (id, account_id, document_id, kind, cause, actor_type)
     overriding system value
   select n, account, n, 'ingest', 'order.placed', 'system' from (${order}) o
   union all
   select :accounts * ${ORDERS} + n, account, null, 'deposit', 'bench', 'system' from (${order}) o`,
  `insert into reconciliation_open_item (id, account_id, document_id, change_id, side, kind, key, sequence, line_key,
     position, title, reference, host_id, occurred_at, occurred_on, accounting_on, amount)
   select (n - 1) * 3 + k, account, n, n, 'debit', 'charge', 'line:ordli_' || name || k, 1, 'line:ordli_' || name || k, k,
          'Medusa T-Shirt – S / Black', 'ordli_' || name || k, 'ordli_' || name || k, placed_at, placed_on, placed_on, amount
     from (${order}) o, (values (1, 1990), (2, 500), (3, 1200)) l (k, amount) order by n, k`,
  `insert into reconciliation_open_item (id, account_id, change_id, side, kind, key, sequence, position, title, reference,
     method, occurred_at, occurred_on, accounting_on, amount)
   select :accounts * ${3 * ORDERS} + n, account, :accounts * ${ORDERS} + n, 'credit', 'deposit', 'deposit:' || name, 1, 0, 'Payment',
          'deposit ' || name, 'transfer', placed_at + interval '1 year', placed_on + 365, placed_on + 365,
          3690 + case (n - 1) % ${ORDERS} when 0 then 10 when 1 then -10 when 4 then 10 when 5 then -10 else 0 end
     from (${order}) o order by n`,
  `insert into reconciliation_transaction (account_id, happened_at, name, kind, document_id, item_id, happened_on,
     currency_code, owner_sort, sales_channel_id, due_on, open_debit, open_credit, contradicts)
   select * from reconciliation_derived_transaction order by happened_at, name`,
]

const SEQUENCES = ["account", "document", "change", "open_item"].map(
  (table) =>
    `select setval(pg_get_serial_sequence('reconciliation_${table}', 'id'), max(id)) from reconciliation_${table}`,
)

export async function fillTables(pool: Knex, accounts: number): Promise<void> {
  await pool.transaction(async (transaction) => {
    await transaction.raw("set local session_replication_role = replica")
    for (const statement of [...statements, ...SEQUENCES])
      await transaction.raw(statement.replaceAll(":accounts", String(accounts)))
  })
  await pool.raw("vacuum analyze")
  await pool.raw("checkpoint")
}

/** Everything that a run leaves, without the ids of what it added. */
export const CONTENT = `
  select (select count(*)::int from reconciliation_allocation) as allocations,
    (select md5(string_agg(concat_ws(' ', account_id, credit_item_id, debit_item_id, amount, origin, rule, step,
              credit_open_before, debit_open_before, occurred_on, accounting_on), ',' order by account_id, step, releases is not null))
       from reconciliation_allocation) as placed,
    (select md5(string_agg(concat_ws(' ', account_id, rank, document_id, open_item_id), ',' order by account_id, rank))
       from reconciliation_matching_sequence) as codes,
    (select md5(string_agg(concat_ws(' ', id, allocated), ',' order by id)) from reconciliation_open_item) as counters,
    (select md5(string_agg(concat_ws(' ', id, version, next_rank), ',' order by id)) from reconciliation_account) as accounts,
    (select md5(string_agg(concat_ws(' ', id, version), ',' order by id)) from reconciliation_document) as documents`
