import type { Knex } from "@medusajs/framework/mikro-orm/knex"

interface Client {
  query(query: unknown): Promise<unknown>
  escapeLiteral(text: string): string
}

/** What a worker's connections do besides: nothing; die once a chunk is written; or die then, and commit each statement before that. */
export type Fate = "lives" | "dies written" | "dies written, each statement committed"

const TOGETHER = /^(begin|commit|rollback|set local)\b/i
const WRITING = /reconciliation_write_changes|^with change as/

/** A pool whose process ends, as by kill -9, in the moment in which PostgreSQL has answered that a chunk's moves are written. */
export function dying(pool: Knex, fate: Fate): Knex {
  if (fate === "lives") return pool
  const lent = new WeakMap<object, Client>()
  const client = {
    acquireConnection: async () => {
      const own = (await pool.client.acquireConnection()) as Client
      const mortal: Client = {
        query: async (query) => {
          const answer = await (fate === "dies written" ? own.query(query) : committed(own, query))
          if (WRITING.test(textOf(query))) process.kill(process.pid, "SIGKILL")
          return answer
        },
        escapeLiteral: (text) => own.escapeLiteral(text),
      }
      lent.set(mortal, own)
      return mortal
    },
    releaseConnection: async (mortal: Client) => pool.client.releaseConnection(lent.get(mortal)),
  }
  return { client } as unknown as Knex
}

const textOf = (query: unknown): string =>
  typeof query === "string" ? query : (query as { readonly text: string }).text

/** As a driver sends it that knows no transaction. */
async function committed(client: Client, query: unknown): Promise<unknown> {
  if (typeof query !== "string") return client.query(query)
  if (query.includes("prepare "))
    throw Object.assign(new Error("nothing is prepared here"), { code: "26000" })
  const texts = query.split("; ").filter((text) => !TOGETHER.test(text.trim()))
  return texts.length === 0 ? { rows: [] } : client.query(texts.join("; "))
}
