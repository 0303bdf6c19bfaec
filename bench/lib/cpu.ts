import { readdirSync, readFileSync } from "node:fs"
import type { Server } from "./task"

/**
 * CPU seconds that this process and every process of the server, gone ones too, have used so far; null when the
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
    return mine.reduce((seconds, pid) => seconds + (nanosecondsOf(pid) ?? 0) / 1e9, secondsOfGone(postmaster))
  } catch {
    return null
  }
}

function parentOf(pid: string): number {
  try {
    return Number(statOf(pid)[1])
  } catch {
    return 0 // gone in the meantime
  }
}

/** What the connections used that were closed: a pool closes those that rest. Hundredths of a second. */
function secondsOfGone(postmaster: number): number {
  const [user, system] = statOf(String(postmaster)).slice(13, 15)
  return (Number(user) + Number(system)) / 100
}

/** The fields from the third on. */
function statOf(pid: string): string[] {
  // The name of the program is in parentheses and may hold anything.
  const [, rest = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(/\) (?=[A-Z] )/)
  return rest.split(" ")
}

/** Of one process; null where it is not of this machine. The scheduler counts nanoseconds, /proc/…/stat hundredths of a second. */
export function nanosecondsOf(pid: number | string): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0])
  } catch {
    return null
  }
}
