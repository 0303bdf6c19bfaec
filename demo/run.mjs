/**
 * `npm run demo`: from a fresh checkout to a running store with reconciled orders.
 * Every stage is skipped when its work is already done. See demo/README.md.
 */
import { ensureInstall } from "../scripts/ensure-install.mjs"
import { startPostgres } from "../scripts/postgres.mjs"
import { HELP, choosePort, readOptions } from "./lib/options.mjs"
import { StageError, stage, totalSeconds } from "./lib/stages.mjs"

/** What must be ended, the last started first. */
/** @type {(() => Promise<void>)[]} */
const ending = []

async function endAll() {
  for (const stop of ending.splice(0).toReversed()) {
    await stop()
  }
}

/** @type {[NodeJS.Signals, number][]} */
const SIGNALS = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
]

/** Ctrl-C ends the store before its database; PostgreSQL's own handlers would not wait for it. */
function takeSignals() {
  for (const [name, code] of SIGNALS) {
    process.removeAllListeners(name)
    process.on(name, () => {
      if (stopping) {
        return
      }
      stopping = true
      console.log("\nStopping the store and its database …")
      void endAll().finally(() => process.exit(serving ? 0 : code))
    })
  }
}

let serving = false
let stopping = false

async function main() {
  const options = readOptions(process.argv.slice(2))
  if (options.help) {
    console.log(HELP)
    return
  }
  const port = await choosePort(options)
  ensureInstall()
  const { addOpenItems, linksOf, prepare, present } = await import("./lib/acts.mjs")
  console.log("\nReconciliation demo: a music school's store with every payment explained.\n")

  const server = await stage("PostgreSQL", async () => {
    const running = await startPostgres({ name: "demo", persistent: true })
    ending.push(running.stop)
    takeSignals()
    return { ...running, how: `localhost:${running.port}` }
  })
  const { host, admin, ...told } = await prepare({ ...options, server, port, ending })
  const sound = await present(admin, told)
  if (options.openItems > 0) await stage("Open items", () => addOpenItems(server, options.openItems))
  console.log(`Ready after ${totalSeconds()}.`)

  if (!options.serve) {
    process.exitCode = sound ? 0 : 1
    return
  }
  serving = true
  const { email, password } = host.login
  const links = await linksOf(admin, told)
  console.log(`
  Admin      ${host.base}/app
  Log in as  ${email} with the password ${password}
  Server log ${host.log}
${links}
Open an order to see its matrix. Ctrl-C stops everything; the data stays (--reset begins again).
`)
  const code = await host.ended
  throw new StageError(`The store ended by itself (${code}).`, { log: host.log })
}

/** @param {unknown} error */
function explain(error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  if (error instanceof StageError && error.log) {
    console.error(`${error.tail ? `\n${error.tail}\n` : ""}\nThe whole log: ${error.log}`)
  }
}

try {
  await main()
} catch (error) {
  // What fails while we stop, fails because we stop.
  if (!stopping) {
    explain(error)
    process.exitCode = 1
  }
}
if (!stopping) {
  await endAll()
  process.exit()
}
