import { openDatabase, send, type OwnDatabase } from "../lib/database"
import { median, rounded } from "../lib/figures"
import type { Outcome, Setting, Task } from "../lib/task"

const ROWS = 500_000
const ROUNDS = 5

/** A way to store money: its columns, how a row's amount is written into them, and how it is added. */
interface Column {
  readonly name: "host_big_number" | "numeric" | "int8"
  readonly columns: string
  /** SQL of the values of row `n`, whose amount is `units` minor units. */
  readonly values: string
  /** SQL of the exact sum, in minor units. */
  readonly sum: string
}

const COLUMNS: readonly Column[] = [
  {
    name: "host_big_number",
    columns: "amount numeric not null, raw_amount jsonb not null",
    values: "units / 100.0, jsonb_build_object('value', (units / 100.0)::text, 'precision', 20)",
    sum: "(sum(amount) * 100)::bigint",
  },
  {
    name: "numeric",
    columns: "amount numeric not null",
    values: "units / 100.0",
    sum: "(sum(amount) * 100)::bigint",
  },
  { name: "int8", columns: "amount bigint not null", values: "units", sum: "sum(amount)::bigint" },
]

/** What docs/decisions/0002-money-column.md stands on; the host's own way is the control that must miss. */
export const moneyColumn: Task = {
  name: "money-column",
  goal: "int8 adds faster than numeric, is written faster than the host's number and takes two thirds of its space",
  small: { scale: 0.2, trials: 1 },
  run: async (setting) => {
    const database = await openDatabase(await setting.server(), 1)
    try {
      return await measure(setting, database)
    } finally {
      await database.drop()
    }
  },
}

interface Measured {
  readonly bytesARow: number
  readonly insertMilliseconds: number
  readonly sumMilliseconds: number
  readonly sum: string
}

async function measure(setting: Setting, database: OwnDatabase): Promise<Outcome> {
  const rows = Math.round(ROWS * setting.scale)
  const inserts = new Map<string, number>()
  for (const column of COLUMNS) inserts.set(column.name, await fill(database, column, rows))
  await send(database.knex, "vacuum analyze")
  const times = new Map<string, number[]>(COLUMNS.map(({ name }) => [name, []]))
  // In turns, so that a slow moment of the machine falls on all of them.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { name, sum } of COLUMNS) {
      const milliseconds = await timed(() => send(database.knex, `select ${sum} from money_${name}`))
      if (round > 0) times.get(name)?.push(milliseconds)
    }
  }
  const figures: Record<string, Measured> = {}
  for (const { name, sum } of COLUMNS) {
    const { bytes } = await database.row<{ bytes: string }>(
      `select pg_relation_size('money_${name}') as bytes`,
    )
    const added = await database.row<{ sum: string }>(`select ${sum} as sum from money_${name}`)
    figures[name] = {
      bytesARow: rounded(Number(bytes) / rows),
      insertMilliseconds: Math.round(inserts.get(name) ?? 0),
      sumMilliseconds: rounded(median(times.get(name) ?? [])),
      sum: added.sum,
    }
    setting.say(`${name.padEnd(16)} ${JSON.stringify(figures[name])}`)
  }
  return verdict(figures, rows === ROWS)
}

function verdict(figures: Record<string, Measured>, full: boolean): Outcome {
  const { host_big_number: host, numeric, int8 } = figures
  if (!host || !numeric || !int8) throw new Error("a column was not measured")
  const exact = host.sum === int8.sum && numeric.sum === int8.sum
  const reaches = (column: Measured): boolean =>
    column.sumMilliseconds < numeric.sumMilliseconds &&
    column.insertMilliseconds < host.insertMilliseconds &&
    column.bytesARow * 1.5 < host.bytesARow
  return { holds: exact && reaches(int8) && !reaches(host), full, figures: { ...figures, exact } }
}

/** A table of nothing but an id and the money, so that what differs is the money. */
async function fill(database: OwnDatabase, { name, columns, values }: Column, rows: number): Promise<number> {
  await send(database.knex, `create table money_${name} (id bigint primary key, ${columns})`)
  return timed(() =>
    send(
      database.knex,
      `insert into money_${name} select n, ${values}
         from (select n, (n * 7919) % 10000000 + 1 as units from generate_series(1::bigint, ${rows}) n) u`,
    ),
  )
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
