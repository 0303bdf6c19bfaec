/** What earlier runs left: servers without a launcher, folders without a server. See ../postgres.mjs. */
import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM"
  }
}

/**
 * The server that still runs on this data, if postmaster.pid names one; a number that another program was
 * given since does not count.
 * @param {string} data
 */
function serverOn(data) {
  const file = path.join(data, "postmaster.pid")
  if (!existsSync(file)) return null
  const pid = Number(readFileSync(file, "utf8").split("\n")[0])
  if (!(pid > 0) || !isAlive(pid)) return null
  const command = spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? ""
  const line =
    command || (existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, "utf8") : "")
  return line.includes(data) ? pid : null
}

/**
 * Ends a server that outlived its launcher; refuses when the launcher still lives.
 * @param {string} data
 * @param {string} folder
 */
export async function stopLeftover(data, folder) {
  const pid = serverOn(data)
  if (pid === null) {
    rmSync(path.join(data, "postmaster.pid"), { force: true })
    return
  }
  const note = path.join(folder, "launcher.pid")
  const launcher = existsSync(note) ? Number(readFileSync(note, "utf8")) : 0
  if (launcher > 0 && launcher !== process.pid && isAlive(launcher))
    throw new Error(`PostgreSQL on ${folder} is in use by process ${launcher}: stop that one first.`)
  process.kill(pid, "SIGINT")
  for (let tries = 0; isAlive(pid); tries++) {
    if (tries === 300) throw new Error(`PostgreSQL ${pid} on ${folder} does not stop.`)
    await sleep(100)
  }
}

/**
 * Removes throw-away clusters whose server is gone.
 * @param {string} base
 */
export function removeAbandoned(base) {
  const tenMinutesAgo = Date.now() - 600_000
  for (const entry of readdirSync(base).filter((one) => one.startsWith("throwaway-"))) {
    const folder = path.join(base, entry)
    const fresh = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0
    if (fresh < tenMinutesAgo && serverOn(path.join(folder, "data")) === null)
      rmSync(folder, { recursive: true, force: true })
  }
}
