/** A process of writers: connects, waits for "go", makes its attempts, all writers at once, and reports. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { connect } from "../bench/lib/database"
import { MATRIX_WAYS, savesOf, type MatrixWay } from "./matrix-writers/saves"
import { attemptsOf, type Attempt } from "./one-payment/attempts"
import type { Order, Report } from "./one-payment/writers"

function attemptOf(way: Order["way"], pool: Knex): Attempt {
  const isMatrix = (one: Order["way"]): one is MatrixWay => MATRIX_WAYS.some((known) => known === one)
  return isMatrix(way) ? savesOf(way, pool) : attemptsOf(way, pool)
}

async function work(order: Order): Promise<void> {
  const pool = connect(order.url, order.writers)
  const attempt = attemptOf(order.way, pool)
  await Promise.all(Array.from({ length: order.writers }, () => pool.raw("select pg_sleep(0.05)")))
  const go = new Promise((resolve) => process.once("message", resolve))
  process.send?.("ready")
  await go
  let done = 0
  const refused: Record<string, number> = {}
  const writer = async (_: unknown, index: number): Promise<void> => {
    for (let turn = 0; turn < order.attempts; turn += 1) {
      try {
        await attempt(order.first + index * order.attempts + turn)
        done += 1
      } catch (error) {
        const code = String((error as { code?: unknown }).code ?? error)
        refused[code] = (refused[code] ?? 0) + 1
      }
    }
  }
  await Promise.all(Array.from({ length: order.writers }, writer))
  await pool.destroy()
  process.send?.({ done, refused } satisfies Report, () => process.disconnect())
}

process.once("message", (order) => void work(order as Order))
