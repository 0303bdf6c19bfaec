import { violationsIn } from "../../integration-tests/setup/audit"
import { send, type OwnDatabase } from "../../bench/lib/database"
import { customerOf, keyOf, orderOf } from "./scenarios"

export interface Found {
  /** Rows that a run without cuts has and this one not, and the other way round. */
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly violations: readonly string[]
}

/** Compares the ledger with what a run of the same scenarios without cuts leaves, and with its own rules. */
export async function compare(
  { knex }: OwnDatabase,
  undisturbed: OwnDatabase,
  scenarios: number,
): Promise<Found> {
  const there = await rowsOf(undisturbed)
  const here = await rowsOf({ knex })
  const lost: string[] = []
  const doubled: string[] = []
  for (const row of new Set([...there.keys(), ...here.keys()])) {
    const [wanted, found] = [there.get(row) ?? 0, here.get(row) ?? 0]
    if (found < wanted) lost.push(row)
    if (found > wanted) doubled.push(row)
  }
  const keys = await keysOf({ knex })
  for (let number = 0; number < scenarios; number += 1) {
    for (const step of ["pay", "plan", "reverse"] as const) {
      const count = keys.get(keyOf(number, step)) ?? 0
      if (count < 1) lost.push(`${keyOf(number, step)} of ${customerOf(number)}, ${orderOf(number)}`)
      if (count > 1) doubled.push(keyOf(number, step))
    }
  }
  const sql = async <Row>(statement: string): Promise<Row[]> => (await knex.raw(statement)).rows
  const violations: string[] = []
  for (const { id } of await sql<{ id: string }>("select id::text from reconciliation_account order by id")) {
    violations.push(...(await violationsIn({ sql }, id)))
  }
  return { lost, doubled, violations }
}

/** A key without what is drawn anew in each run: a write-off's name, and the item's id in a reversal's. */
const keyIn = (item: string): string =>
  `case ${item}.kind when 'write_off' then '' else regexp_replace(${item}.key, '^rev:\\d+', 'rev') end`

type Pool = Pick<OwnDatabase, "knex">

/** Every row of money, allocation, plan and journal in words without ids, and how often it is there. */
async function rowsOf({ knex }: Pool): Promise<Map<string, number>> {
  const rows = await send<{ row: string; count: number }>(
    knex,
    `select row, count(*)::int as count from (
       select concat_ws(' ', 'item', a.owner_id, d.order_id, ${keyIn("i")},
                i.sequence, i.side, i.kind, i.amount, i.allocated) as row
         from reconciliation_open_item i join reconciliation_account a on a.id = i.account_id
         left join reconciliation_document d on d.id = i.document_id
       union all
       select concat_ws(' ', 'allocation', d.order_id, c.kind, c.sequence, ${keyIn("b")}, b.sequence, l.amount, l.releases is null)
         from reconciliation_allocation l join reconciliation_open_item c on c.id = l.credit_item_id
         join reconciliation_open_item b on b.id = l.debit_item_id
         left join reconciliation_document d on d.id = b.document_id
       union all
       select concat_ws(' ', 'instalment', d.order_id, i.plan, i.number, i.amount)
         from reconciliation_instalment i join reconciliation_document d on d.id = i.document_id
       union all
       select concat_ws(' ', 'journal', a.owner_id, d.order_id, c.kind, c.cause, c.idempotency_key)
         from reconciliation_change c join reconciliation_account a on a.id = c.account_id
         left join reconciliation_document d on d.id = c.document_id) r
      group by row`,
  )
  return new Map(rows.map(({ row, count }) => [row, count]))
}

async function keysOf({ knex }: Pool): Promise<Map<string, number>> {
  const rows = await send<{ key: string; count: number }>(
    knex,
    `select idempotency_key as key, count(*)::int as count from reconciliation_change
      where idempotency_key is not null group by 1`,
  )
  return new Map(rows.map(({ key, count }) => [key, count]))
}
