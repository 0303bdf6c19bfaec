import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { send } from "../../bench/lib/database"
import { randomEdit, randomOf, type RandomCell } from "./random-edit"
import { matrixReader } from "./shop"

/** Two ways to save a matrix: through the ledger, and with row locks as they come on tables that guard nothing. */
export const MATRIX_WAYS = ["matrix", "matrix_unlocked"] as const
export type MatrixWay = (typeof MATRIX_WAYS)[number]

export const ORDER = "order_matrix"

export function savesOf(way: MatrixWay, pool: Knex): (number: number) => Promise<void> {
  return way === "matrix" ? throughLedger(pool) : unlocked(pool)
}

export const textOf = (units: bigint): string => `${units / 100n}.${String(units % 100n).padStart(2, "0")}`

export function cellsOf(
  cells: readonly RandomCell[],
): { creditItemId: string; debitItemId: string; amount: string }[] {
  return cells.map(({ credit, debit, amount }) => ({
    creditItemId: credit,
    debitItemId: debit,
    amount: textOf(amount),
  }))
}

/**
 * Thinks of an edit of the matrix as it was last read, and saves it on the version that stands; when another
 * has saved meanwhile, looks at the version again, as a person would.
 */
function throughLedger(pool: Knex): (number: number) => Promise<void> {
  const service = new ReconciliationModuleService({ __pg_connection__: pool })
  const read = matrixReader(pool, service, ORDER)
  return async (number) => {
    const cells = cellsOf(randomEdit(await read(), randomOf(number)))
    const context = { actor: { type: "user" as const, id: `user_${number % 32}` }, cause: "matrix" }
    for (let attempt = 1; ; attempt += 1) {
      const [order] = await send<{ version: string }>(
        pool,
        "select version from reconciliation_document where order_id = $1",
        [ORDER],
      )
      const expectedVersion = Number(order?.version)
      try {
        await service.edits.edit({ orderId: ORDER, expectedVersion, cells, context })
        return
      } catch (error) {
        if ((error as { code?: unknown }).code !== "version_stale" || attempt === PATIENCE) throw error
      }
    }
  }
}

/** With 32 writers, one of 32 is first; after this many times a person gives up. */
const PATIENCE = 100

/**
 * The negative control: reads, adds up, and writes counters and cells one by one in the order in which they
 * were thought of, without the account's lock.
 */
function unlocked(pool: Knex): (number: number) => Promise<void> {
  return async (number) => {
    const random = randomOf(number)
    const [credit, debit, other] = [random(8), 8 + random(16), 8 + random(16)]
    if (debit === other) return
    await pool.transaction(async (transaction) => {
      const { rows } = await transaction.raw<{ rows: { id: number; allocated: string }[] }>(
        "select id, allocated from unlocked_item where id in (?, ?, ?)",
        [credit, debit, other],
      )
      const counters = new Map(rows.map(({ id, allocated }) => [id, BigInt(allocated)]))
      const moves: [number, bigint][] = [
        [debit, 1n],
        [other, -1n],
        [credit, 0n],
      ]
      for (const [id, change] of random(2) === 0 ? moves : moves.toReversed()) {
        await transaction.raw("update unlocked_item set allocated = ? where id = ?", [
          String((counters.get(id) ?? 0n) + change),
          id,
        ])
      }
      for (const [id, change] of moves.slice(0, 2)) {
        await transaction.raw("insert into unlocked_allocation (credit, debit, amount) values (?, ?, ?)", [
          credit,
          id,
          String(change),
        ])
      }
    })
  }
}

/** Creates the control's tables: the same matrix without guards. */
export async function createUnlocked(pool: Knex): Promise<void> {
  await send(pool, "create table unlocked_item (id integer primary key, allocated bigint not null)")
  await send(pool, "create table unlocked_allocation (credit integer, debit integer, amount bigint)")
  await send(pool, "insert into unlocked_item select id, 0 from generate_series(0, 23) id")
}
