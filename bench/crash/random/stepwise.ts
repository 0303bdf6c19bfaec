import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * The negative control: the ledger's own code on a driver that knows no transaction and writes a change
 * row by row, each committed by itself. Until somebody kills it, it leaves the same rows.
 */
export function stepwise(pool: Knex): Knex {
  const lent = new WeakMap<object, Client>()
  const client = {
    acquireConnection: async () => {
      const own = (await pool.client.acquireConnection()) as Client
      const spread: Client = {
        query: (query) => spreadQuery(own, query),
        escapeLiteral: (text) => own.escapeLiteral(text),
      }
      lent.set(spread, own)
      return spread
    },
    releaseConnection: async (spread: Client) => pool.client.releaseConnection(lent.get(spread)),
  }
  return { client } as unknown as Knex
}

/** What would refuse rows that come one by one. */
export const GUARDS_OFF = `
  alter table reconciliation_open_item disable trigger user;
  alter table reconciliation_allocation disable trigger user`

interface Result {
  readonly rows: Record<string, unknown>[]
}
interface Query {
  readonly text: string
  readonly values: unknown[]
}
interface Client {
  query(query: string | Query): Promise<Result>
  escapeLiteral(text: string): string
}

/** The words that make several statements one transaction, and those that mean something only within one. */
const TOGETHER = /^(begin|commit|rollback|set local)\b/i

async function spreadQuery(client: Client, query: string | Query): Promise<Result> {
  if (typeof query !== "string") {
    if (query.text.startsWith("with change as")) return writeSpread(client, query.values)
    return client.query({ text: query.text, values: query.values })
  }
  const texts = query.split("; ").filter((text) => !TOGETHER.test(text.trim()))
  return texts.length === 0 ? { rows: [] } : client.query(texts.join("; "))
}

/** write_change, a row at a time. */
async function writeSpread(client: Client, values: unknown[]): Promise<Result> {
  const run = async (text: string, parameters: unknown[]): Promise<Record<string, unknown>> =>
    (await client.query({ text, values: parameters })).rows[0] ?? {}
  const [account, document] = values
  const change = await run(INSERT_CHANGE, values.slice(0, 10))
  const ids: unknown[] = []
  for (const row of rowsOf(values.slice(11, 27))) {
    ids.push((await run(INSERT_ITEM, [account, change["id"], ...row]))["id"])
  }
  const idOf = (place: unknown): unknown => (Number(place) < 0 ? ids[-Number(place) - 1] : place)
  for (const [id, amount] of rowsOf(values.slice(27, 29))) await run(MOVE_COUNTER, [id, amount])
  for (const [credit, debit, ...rest] of rowsOf(values.slice(29, 38))) {
    await run(INSERT_ALLOCATION, [account, change["id"], idOf(credit), idOf(debit), ...rest])
  }
  for (const [rank, owner, item] of rowsOf(values.slice(38, 41))) {
    await run(INSERT_CODE, [account, change["id"], rank, owner, idOf(item)])
  }
  await run(TOUCH, [values[41]])
  if (values[43] !== null) await run(MARK, [document, ...values.slice(43, 50)])
  const { version } = await run(MOVE_ACCOUNT, [account, values[42]])
  return { rows: [{ change_id: change["id"], version, item_ids: ids }] }
}

/** Columns side by side, as rows. */
function rowsOf(columns: readonly unknown[]): unknown[][] {
  const [first] = columns as unknown[][]
  return (first ?? []).map((_, index) => (columns as unknown[][]).map((column) => column[index]))
}

const INSERT_CHANGE = `
  insert into reconciliation_change
    (account_id, document_id, kind, cause, idempotency_key, request_hash, actor_type, actor_id, reason, leftover)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`
const INSERT_ITEM = `
  insert into reconciliation_open_item
    (account_id, change_id, document_id, side, kind, key, sequence, line_key, position, title, reference, method,
     taxes, occurred_at, occurred_on, accounting_on, due_on, amount, allocated)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15, $16, $17, $18) returning id`
const MOVE_COUNTER = "update reconciliation_open_item set allocated = allocated + $2 where id = $1"
const INSERT_ALLOCATION = `
  insert into reconciliation_allocation
    (account_id, change_id, credit_item_id, debit_item_id, amount, origin, rule, step, credit_open_before,
     debit_open_before, occurred_on, accounting_on)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)`
const INSERT_CODE = `
  insert into reconciliation_matching_sequence (account_id, change_id, rank, document_id, open_item_id)
  values ($1, $2, $3, $4, $5)`
const TOUCH = "update reconciliation_document set version = version + 1 where id = any($1::bigint[])"
const MARK = `
  update reconciliation_document
     set version = version + 1, read_at = $2, state_at = greatest(state_at, $3),
         host_version = greatest(host_version, $4), seen_order = $5, seen_money = $6, seen_taxes = $7, problems = $8
   where id = $1`
const MOVE_ACCOUNT = `
  update reconciliation_account set version = version + 1, next_rank = greatest(next_rank, $2::int)
   where id = $1 returning version`
