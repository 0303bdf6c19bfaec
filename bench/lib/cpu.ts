import { readdirSync, readFileSync } from "node:fs"
import type { Server } from "./task"

/**
 * CPU seconds that this process and every live process of the server have used so far; null when the
 * server's are not to be read (another machine, another system).
 */
export function cpuSeconds(server: Server): number | null {
  const { user, system } = process.cpuUsage()
  const theirs = server.pid === null ? null : secondsOfServer(server.pid)
  return theirs === null ? null : theirs + (user + system) / 1e6
}

function secondsOfServer(postmaster: number): number | null {
  try {
    const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name))
    const mine = pids.filter((pid) => pid === String(postmaster) || parentOf(pid) === postmaster)
    return mine.reduce((seconds, pid) => seconds + nanosecondsOf(pid) / 1e9, 0)
  } catch {
    return null
  }
}

function parentOf(pid: string): number {
  try {
    // The name of the program is in parentheses and may hold anything.
    const [, rest = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(/\) (?=[A-Z] )/)
    return Number(rest.split(" ")[1])
  } catch {
    return 0 // gone in the meantime
  }
}

/** The scheduler counts nanoseconds, where /proc/…/stat counts hundredths of a second. */
function nanosecondsOf(pid: string): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0])
}
