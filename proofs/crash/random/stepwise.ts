import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { alone, partsOf, rowsOf, type Row } from "./statement-parts"

/**
 * The negative control: the ledger's own code on a driver that knows no transaction and no prepared statement, and
 * writes a change row by row, each committed by itself. Until somebody kills it, it leaves the same rows.
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
    if (query.text.startsWith("with change as")) return writeSpread(client, query)
    return client.query({ text: query.text, values: query.values })
  }
  if (query.includes("prepare "))
    throw Object.assign(new Error("nothing is prepared here"), { code: "26000" })
  const texts = query.split("; ").filter((text) => !TOGETHER.test(text.trim()))
  return texts.length === 0 ? { rows: [] } : client.query(texts.join("; "))
}

/** write_change, a row at a time: what its parts say, each by itself. */
async function writeSpread(client: Client, { text, values }: Query): Promise<Result> {
  const run = async (statement: string, parameters: unknown[]): Promise<Row> =>
    (await client.query({ text: statement, values: parameters })).rows[0] ?? {}
  const runPart = async (part: string | undefined): Promise<Row> => {
    const query = alone(part ?? "", values)
    return run(query.text, query.values)
  }
  const parts = partsOf(text)
  for (const part of ["instalments", "events", "due"]) {
    if (parts.has(part) && rowsOf(parts.get(part), values).length > 0)
      throw new Error("no scenario of this proof plans payments")
  }
  const { id: change, account_id: account, document_id: document } = await runPart(parts.get("change"))
  const ids: unknown[] = []
  for (const { id: _, taxes, ...row } of rowsOf(parts.get("posted"), values)) {
    const stored = taxes === undefined ? null : JSON.stringify(taxes)
    const own = {
      account_id: account,
      change_id: change,
      accounting_on: row["accounting_on"] ?? row["occurred_on"],
      taxes: stored,
    }
    ids.push((await insert(run, "open_item", { ...row, ...own }))["id"])
  }
  const idOf = (id: unknown): unknown => (Number(id) < 0 ? ids[-Number(id) - 1] : id)
  for (const { id, moved, taxes } of rowsOf(parts.get("counters"), values))
    await run(MOVE_COUNTER, [id, moved, taxes === null ? null : `{${(taxes as string[]).join()}}`])
  for (const { id: _, recorded_at: _at, ...row } of rowsOf(parts.get("allocations"), values)) {
    await insert(run, "allocation", {
      ...row,
      account_id: account,
      change_id: change,
      credit_item_id: idOf(row["credit_item_id"]),
      debit_item_id: idOf(row["debit_item_id"]),
    })
  }
  if (parts.has("typed"))
    for (const row of rowsOf(parts.get("typed"), values)) await insert(run, "typed_text", row)
  for (const { open_item_id: item, ...rest } of rowsOf(parts.get("codes"), values)) {
    const code = { account_id: account, change_id: change, open_item_id: idOf(item), ...rest }
    await insert(run, "matching_sequence", code)
  }
  const named = { "change.document_id": document ?? "null", "change.account_id": account }
  for (const name of ["touched", "marked"]) await runPart(withoutChange(parts.get(name) ?? "", named))
  const { version } = await runPart(withoutChange(accountIn(text), named))
  return { rows: [{ change_id: change, version, item_ids: ids }] }
}

/** By itself a part knows nothing of the change: what it says of it stands in its place. */
function withoutChange(part: string, named: Record<string, unknown>): string {
  let text = part.replace("from change,", "from").replace(/from change\s/, " ")
  for (const [name, value] of Object.entries(named)) text = text.replaceAll(name, String(value))
  return text
}

/** Into the table of the ledger with this name; a row without an id gets one. */
function insert(
  run: (text: string, values: unknown[]) => Promise<Row>,
  table: string,
  row: Row,
): Promise<Row> {
  const places = Object.keys(row).map((_, index) => `$${index + 1}`)
  const text = `insert into reconciliation_${table} (${Object.keys(row).join(", ")}) values (${places.join(", ")})`
  return run(`${text} returning *`, Object.values(row))
}

const MOVE_COUNTER = `
  update reconciliation_open_item
     set allocated = allocated + $2, taxes_allocated = coalesce($3::text::bigint[], taxes_allocated)
   where id = $1`

/** The statement's last words move the account; by themselves they know neither the change nor the items. */
function accountIn(text: string): string {
  return text
    .slice(text.lastIndexOf("update reconciliation_account"))
    .replace(/returning[\s\S]*/, "returning a.version")
}
