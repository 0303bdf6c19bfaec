import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ReconciliationError } from "../domain/errors"

/** As long as a connection of its own may take; together with a request's patience less than ten seconds. */
const CONNECT_MILLISECONDS = 6_000

/** What opens connections outside the pool. */
interface Connecting {
  readonly client: {
    acquireRawConnection(): Promise<object>
    destroyRawConnection(connection: object): Promise<void>
  }
}

/** One look serves all who ask while it lasts: a server in need gets no crowd of new connections. */
const looks = new WeakMap<Knex, Promise<boolean>>()

/**
 * Whether PostgreSQL can be reached now. Asked on a connection of its own: a pool that is full, or that still waits
 * for what is gone, says nothing about that. A server too busy to take a connection soon shows that it is there by
 * answering others.
 */
export async function isReachable(knex: Knex): Promise<boolean> {
  const look = looks.get(knex) ?? lookNow(knex).finally(() => looks.delete(knex))
  looks.set(knex, look)
  return look
}

async function lookNow(knex: Knex): Promise<boolean> {
  const { client } = knex as unknown as Connecting
  let timer: NodeJS.Timeout | undefined
  let answered: (() => void) | undefined
  const others = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), CONNECT_MILLISECONDS)
    answered = () => resolve(true)
    knex.on("query-response", answered)
  })
  try {
    return await Promise.race([answers(client), others])
  } finally {
    clearTimeout(timer)
    if (answered) knex.off("query-response", answered)
  }
}

async function answers(client: Connecting["client"]): Promise<boolean> {
  try {
    const connection = await client.acquireRawConnection()
    await client.destroyRawConnection(connection)
    return true
  } catch (error) {
    return isRefusedByServer(error)
  }
}

/** A server that has too many connections is there; one that is starting or stopping (57P) is not yet, or no more. */
function isRefusedByServer(error: unknown): boolean {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : ""
  return /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code) && !code.startsWith("57P")
}

export function databaseUnreachable(): ReconciliationError {
  return new ReconciliationError({
    type: "unavailable",
    code: "database_unreachable",
    message: "The database cannot be reached.",
    remedy:
      "Send the request again when the database is back, with the same Idempotency-Key where one was sent. What was asked for may have been done or may still be done: read it before sending it without a key.",
  })
}
