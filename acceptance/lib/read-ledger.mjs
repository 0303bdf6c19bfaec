import { centsOf, parse } from "./decimal.mjs"

/**
 * What the ledger says, asked in two ways: through the plugin's service, and by sums over its tables.
 *
 * @typedef {import("./expect.mjs").Share} Share
 * @typedef {{ owed: bigint, paid: bigint, allocated: bigint, unallocated: bigint, open: bigint }} Totals
 * @typedef {{ owed: bigint, open: bigint, state: string }} OrderBalance
 * @typedef {{ amount: bigint, allocated: bigint }} ChequeBalance
 *
 * @typedef {object} Ledger
 * @property {Map<string, OrderBalance>} orders    order's number → what the service says of it
 * @property {Map<string, ChequeBalance>} cheques  cheque's key → what the service says of it
 * @property {Map<string, Share[]>} shares         cheque's key → allocations of the table, by order and rule
 * @property {Totals} service                      added up over the accounts
 * @property {Totals} tables
 * @property {string[]} misplaced                  order ids whose lines are not listed or paid first to last
 */

/**
 * @param {import("./host.mjs").Host} host
 * @param {import("./read-book.mjs").Book} book
 * @param {import("./load.mjs").Loaded} loaded
 * @returns {Promise<Ledger>}
 */
export async function readLedger(host, book, loaded) {
  return {
    ...(await readAccounts(host, book, loaded)),
    shares: await readShares(host, loaded),
    tables: await readTables(host),
    misplaced: (await host.sql(MISPLACED)).map(({ order_id: id = "" }) => id),
  }
}

/** @param {string} text */
const cents = (text) => centsOf(parse(text) ?? { units: 0n, scale: 0 })

/**
 * @param {import("./host.mjs").Host} host
 * @param {import("./read-book.mjs").Book} book
 * @param {import("./load.mjs").Loaded} loaded
 * @returns {Promise<Pick<Ledger, "orders" | "cheques" | "service">>}
 */
async function readAccounts({ ledger }, book, loaded) {
  const numbers = new Map([...loaded.orders].map(([number, id]) => [id, number]))
  const keys = new Map(book.cheques.map(({ customer, number, key }) => [`${customer} ${number}`, key]))
  const service = { owed: 0n, paid: 0n, allocated: 0n, unallocated: 0n, open: 0n }
  /** @type {Ledger["orders"]} */
  const orders = new Map()
  /** @type {Ledger["cheques"]} */
  const cheques = new Map()
  for (const customer of book.customers)
    for (const { id } of await ledger.accounts.listOf(loaded.customers.get(customer.number) ?? "")) {
      const account = await ledger.accounts.retrieve(id)
      for (const name of /** @type {const} */ (["owed", "paid", "unallocated", "open"]))
        service[name] += cents(account.totals[name])
      for (const order of account.orders)
        orders.set(numbers.get(order.id) ?? order.id, {
          owed: cents(order.owed),
          open: cents(order.open),
          state: order.state,
        })
      for (const deposit of account.deposits) {
        const allocated = cents(deposit.allocated)
        service.allocated += allocated
        const key = keys.get(`${customer.number} ${deposit.reference}`) ?? deposit.id
        cheques.set(key, { amount: cents(deposit.amount), allocated })
      }
    }
  return { orders, cheques, service }
}

/** Amounts in the table are minor units; an allocation that releases another takes it back. */
const LIVE = "sum(case when a.releases is null then a.amount else -a.amount end)"

const SHARES = `
  select c.key, o.order_id, a.rule, ${LIVE}::text as cents
    from reconciliation_allocation a
    join reconciliation_open_item c on c.id = a.credit_item_id and c.kind = 'deposit'
    join reconciliation_open_item d on d.id = a.debit_item_id
    join reconciliation_document o on o.id = d.document_id
   group by c.key, o.order_id, o.placed_at, a.rule
   order by c.key, min(a.id), o.placed_at`

/**
 * @param {import("./host.mjs").Host} host
 * @param {import("./load.mjs").Loaded} loaded
 */
async function readShares({ sql }, loaded) {
  const numbers = new Map([...loaded.orders].map(([number, id]) => [id, number]))
  /** @type {Ledger["shares"]} */
  const shares = new Map()
  for (const { key = "", order_id: id = "", rule = "", cents: units = "0" } of await sql(SHARES)) {
    const cheque = key.replace(/^deposit:/, "")
    const share = { order: numbers.get(id) ?? id, rule, cents: BigInt(units) }
    shares.set(cheque, [...(shares.get(cheque) ?? []), share])
  }
  return shares
}

const TABLES = `
  select coalesce(sum(case when side = 'debit' then amount when document_id is not null then -amount end), 0)::text
           as owed,
         coalesce(sum(amount) filter (where kind = 'deposit'), 0)::text as paid,
         coalesce(sum(amount - allocated) filter (where side = 'credit'), 0)::text as unallocated,
         coalesce(sum(amount - allocated) filter (where side = 'debit'), 0)::text as open,
         (select coalesce(${LIVE}, 0)::text
            from reconciliation_allocation a
            join reconciliation_open_item c on c.id = a.credit_item_id and c.kind = 'deposit') as allocated
    from reconciliation_open_item`

/**
 * @param {import("./host.mjs").Host} host
 * @returns {Promise<Totals>}
 */
async function readTables({ sql }) {
  const [row = {}] = await sql(TABLES)
  const of = (/** @type {keyof Totals} */ name) => BigInt(row[name] ?? 0)
  return {
    owed: of("owed"),
    paid: of("paid"),
    allocated: of("allocated"),
    unallocated: of("unallocated"),
    open: of("open"),
  }
}

/** Orders whose ledger lists lines in another order than their numbers, or pays a line before an earlier one. */
const MISPLACED = `
  select distinct d.order_id
    from (select i.document_id,
                 (l.metadata ->> 'reconciliation_position')::int
                   < lag((l.metadata ->> 'reconciliation_position')::int) over lines as moved,
                 i.allocated > 0 and bool_or(i.allocated < i.amount) over
                   (partition by i.document_id order by i.position rows between unbounded preceding and 1 preceding)
                   as early
            from reconciliation_open_item i
            join order_line_item l on 'line:' || l.id = i.line_key
           where i.kind = 'charge'
          window lines as (partition by i.document_id order by i.position)) x
    join reconciliation_document d on d.id = x.document_id
   where x.moved or x.early`

/**
 * Every row of the ledger in one figure a table. When an order was last read is no fact of the ledger.
 * @param {import("./host.mjs").Host} host
 * @returns {Promise<string[]>} "table: rows, hash"
 */
export async function fingerprint({ sql }) {
  const tables = await sql(
    "select tablename as name from pg_tables where tablename like 'reconciliation\\_%' order by tablename",
  )
  const lines = []
  for (const { name = "" } of tables) {
    const [row] = await sql(
      `select count(*)::text as rows, md5(coalesce(string_agg(line, E'\\n' order by line), '')) as hash
         from (select (to_jsonb(t) - 'read_at')::text as line from ${name} t) x`,
    )
    lines.push(`${name}: ${row?.["rows"]} rows, ${row?.["hash"]}`)
  }
  return lines
}
