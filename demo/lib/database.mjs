import pg from "pg"

/**
 * The demo's own database on the server, and a small table in it where the demo remembers what it
 * did there: the memory goes when the database goes, so the two can never disagree.
 */
export const DATABASE = "reconciliation_demo"

/** @param {import("./types.js").Server} server */
export function urlOf(server) {
  const url = new URL(server.url)
  url.pathname = `/${DATABASE}`
  return url.href
}

/**
 * @template T
 * @param {string} url
 * @param {(client: import("pg").Client) => Promise<T>} work
 */
async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * True when the database had to be made.
 * @param {import("./types.js").Server} server
 */
export async function ensureDatabase(server) {
  return await withClient(server.url, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE])
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${DATABASE}`)
    }
    return rowCount === 0
  })
}

/**
 * Runs statements in one transaction without the tables' triggers, and lets the server look at what is there then.
 * @param {string} url
 * @param {readonly string[]} statements
 */
export async function fillBare(url, statements) {
  await withClient(url, async (client) => {
    await client.query("BEGIN")
    await client.query("SET LOCAL session_replication_role = replica")
    for (const statement of statements) {
      await client.query(statement)
    }
    await client.query("COMMIT")
    await client.query("VACUUM ANALYZE")
  })
}

/** @param {import("./types.js").Server} server */
export async function dropDatabase(server) {
  await withClient(server.url, (client) => client.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`))
}

/**
 * What the demo noted in its database under `key`, or undefined.
 * @param {string} url
 * @param {string} key
 * @returns {Promise<any>}
 */
export async function recall(url, key) {
  return await withClient(url, async (client) => {
    const { rows } = await client.query("SELECT to_regclass('reconciliation_demo.memory') AS known")
    if (rows[0].known === null) {
      return undefined
    }
    const found = await client.query("SELECT value FROM reconciliation_demo.memory WHERE key = $1", [key])
    return found.rows[0]?.value
  })
}

/**
 * @param {string} url
 * @param {string} key
 * @param {unknown} value becomes JSON
 */
export async function remember(url, key, value) {
  await withClient(url, async (client) => {
    await client.query("CREATE SCHEMA IF NOT EXISTS reconciliation_demo")
    await client.query(
      "CREATE TABLE IF NOT EXISTS reconciliation_demo.memory (key text PRIMARY KEY, value jsonb NOT NULL)",
    )
    await client.query(
      "INSERT INTO reconciliation_demo.memory VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      [key, JSON.stringify(value)],
    )
  })
}
