import { createRequire } from "node:module"
import path from "node:path"
import { startPostgres } from "../../scripts/postgres.mjs"

const root = path.resolve(import.meta.dirname, "../..")
const require = createRequire(import.meta.url)

/**
 * A running host: Medusa with this checkout as its project, so with the plugin's sources.
 *
 * @typedef {object} Host
 * @property {import("@medusajs/framework/types").MedusaContainer} container
 * @property {typeof import("@medusajs/medusa/core-flows")} flows      the host's own workflows
 * @property {typeof import("../../src/workflows/index.js")} plugin    the plugin's workflows
 * @property {import("../../src/modules/reconciliation/service.js").default} ledger
 * @property {(statement: string, values?: readonly unknown[]) => Promise<Record<string, string>[]>} sql
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a throw-away PostgreSQL, makes the host's tables in a database of their own and boots the host in this
 * process, as `medusa db:migrate` and `medusa exec` do, but loading Medusa once instead of three times.
 * @returns {Promise<Host>}
 */
export async function startHost() {
  const server = await startPostgres({ name: "acceptance" })
  const database = `reconciliation_acceptance_${process.pid}`
  await onServer(server.url, `create database ${database}`)
  process.env["DATABASE_URL"] = server.url.replace(/\/[^/]*$/, `/${database}`)
  const stopServer = async () => {
    if (server.pid === null) await onServer(server.url, `drop database if exists ${database} with (force)`)
    await server.stop()
  }
  try {
    const { container, shutdown } = await boot()
    const connection = container.resolve("__pg_connection__")
    return {
      container,
      flows: require("@medusajs/medusa/core-flows"),
      plugin: require("../../src/workflows/index.ts"),
      ledger: container.resolve("reconciliation"),
      sql: async (statement, values = []) =>
        (await connection.raw(statement, /** @type {string[]} */ ([...values]))).rows,
      stop: async () => {
        await shutdown().catch(() => undefined)
        await stopServer()
      },
    }
  } catch (error) {
    await stopServer()
    throw error
  }
}

async function boot() {
  process.env["MEDUSA_DISABLE_TELEMETRY"] = "1"
  process.env["MEDUSA_WORKER_MODE"] = "server" // no jobs: no sweep comes in between
  process.env["NODE_ENV"] ??= "development"
  process.env["LOG_LEVEL"] ??= "error"
  process.chdir(root) // the host finds its configuration and its modules from here
  require("ts-node").register({ cwd: root, transpileOnly: true })

  const { default: load, initializeContainer } = require("@medusajs/medusa/loaders/index")
  const { migrate } = require("@medusajs/medusa/commands/db/migrate")
  const container = await initializeContainer(root)
  const logger = container.resolve("logger")
  const migrated = await migrate({
    directory: root,
    container,
    logger,
    skipLinks: false,
    executeAllLinks: true,
    executeSafeLinks: false,
    skipScripts: true,
    skipSearch: true,
    executeAllSearch: false,
    executeSafeSearch: false,
  })
  if (!migrated) throw new Error("The host's tables could not be made.")
  require("@medusajs/framework/modules-sdk").MedusaModule.clearInstances()

  // Everything but the HTTP routes, so no web server is needed.
  const options = { directory: root, skipLoadingEntryPoints: true }
  return await load(/** @type {Parameters<typeof load>[0]} */ (options))
}

/**
 * @param {string} url
 * @param {string} statement
 */
async function onServer(url, statement) {
  const { Client } = require("pg")
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
