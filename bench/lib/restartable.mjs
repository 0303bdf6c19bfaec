/** A PostgreSQL that keeps its data while it is stopped the hard way and started again. */
import { rmSync } from "node:fs"
import path from "node:path"
import { startPostgres } from "../../scripts/postgres.mjs"

/**
 * @param {Record<string, string>} settings
 * @returns {Promise<import("./task.ts").RestartableServer & { remove: () => Promise<void> }>}
 */
export async function startRestartable(settings) {
  // It is stopped under the feet of whoever uses it, so it is never one that is given.
  const given = process.env["DATABASE_URL"]
  delete process.env["DATABASE_URL"]
  const start = async (/** @type {number | undefined} */ port) =>
    await startPostgres({ name: "bench-restarted", persistent: true, settings, ...(port && { port }) })
  let running = await start(undefined)
  if (given !== undefined) process.env["DATABASE_URL"] = given
  return {
    url: running.url,
    restart: async () => {
      // The immediate shutdown: nothing is finished or flushed, and the next start recovers from the log.
      process.kill(running.pid ?? 0, "SIGQUIT")
      await running.stop()
      running = await start(running.port)
    },
    remove: async () => {
      const folder = path.dirname(await dataOf(running.url))
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** @param {string} url */
async function dataOf(url) {
  const { default: pg } = await import("pg")
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query("show data_directory")
    return rows[0].data_directory
  } finally {
    await client.end()
  }
}
