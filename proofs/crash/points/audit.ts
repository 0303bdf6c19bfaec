import { violationsIn } from "../../../integration-tests/setup/audit"
import { send, type OwnDatabase } from "../../../bench/lib/database"
import type { Shop } from "./shop"

export interface HostAudit {
  readonly lost: number
  readonly doubled: number
  readonly violations: readonly string[]
}

interface Wanted {
  readonly key: string
  readonly amount: string
}

/** Compares the ledger with the host's own rows and the deposits that were asked for. */
export async function auditShop(shop: Shop): Promise<HostAudit> {
  const { database } = shop.host
  const deposits = [...shop.deposits].map(([key, amount]) => ({
    key: `deposit:${key}`,
    amount: amount.replace(".", ""),
  }))
  const wanted = [...(await send<Wanted>(database.knex, HOST_ROWS)), ...deposits]
  const posted = await send<Wanted & { count: number }>(
    database.knex,
    "select key, count(*)::int as count, sum(amount)::text as amount from reconciliation_open_item group by key",
  )
  const left = new Map(posted.map((item) => [item.key, item]))
  let [lost, doubled] = [0, 0]
  for (const { key, amount } of wanted) {
    const item = left.get(key)
    left.delete(key)
    if (!item || BigInt(item.amount) < BigInt(amount)) lost += 1
    else if (item.count > 1 || item.amount !== amount) doubled += 1
  }
  return { lost, doubled: doubled + left.size, violations: await violationsOf(database) }
}

async function violationsOf(database: OwnDatabase): Promise<string[]> {
  const sql = async <Row>(statement: string): Promise<Row[]> => (await database.knex.raw(statement)).rows
  const violations: string[] = []
  for (const { id } of await sql<{ id: string }>("select id::text from reconciliation_account")) {
    violations.push(...(await violationsIn({ sql }, id)))
  }
  for (const { order_id: order } of await sql<{ order_id: string }>(UNSETTLED)) {
    violations.push(`${order}: its captures do not pay its lines one after the other`)
  }
  return violations
}

/** Lines and captures of every order, in minor units. */
const HOST_ROWS = `
  select 'line:' || l.id as key, (l.unit_price * i.quantity * 100)::bigint::text as amount
    from order_item i join order_line_item l on l.id = i.item_id
   where i.deleted_at is null
  union all
  select 'cap:' || id, ((raw_amount->>'value')::numeric * 100)::bigint::text from capture where deleted_at is null`

/**
 * Orders whose lines are not paid as one who only knows the sums would pay them: the money there is, from
 * the first line to the last, each capture wholly.
 */
const UNSETTLED = `
  with item as (
    select d.order_id, i.*, coalesce(sum(i.amount) over (partition by d.id, i.side order by i.position, i.id
             rows between unbounded preceding and 1 preceding), 0) as earlier,
           sum(i.amount) filter (where i.side = 'credit') over (partition by d.id) as money
      from reconciliation_open_item i join reconciliation_document d on d.id = i.document_id
  )
  select distinct order_id from item
   where allocated <> case side when 'credit' then amount
                                else greatest(0, least(amount, coalesce(money, 0) - earlier)) end`
