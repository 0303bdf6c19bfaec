import { spawn } from "node:child_process"
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { StageError } from "./stages.mjs"

const TAIL_LINES = 25
const STOP_GRACE_MS = 10_000
const LEASH = new URL("leash.mjs", import.meta.url).href
const COLOUR = /\x1b\[[0-9;]*m/g

/** Children that still run; each leads its own process group, so that Ctrl-C reaches only us. */
/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set()

// The last resort: nothing outlives this process, whatever ended it.
process.on("exit", () => {
  for (const child of running) {
    signal(child, "SIGKILL")
  }
})

/** @param {string} log */
export function tailOf(log) {
  const lines = readFileSync(log, "utf8").replaceAll(COLOUR, "").trimEnd().split("\n")
  return lines.slice(-TAIL_LINES).map(readable).join("\n")
}

/**
 * In production mode the host logs JSON, a line per message.
 * @param {string} line
 */
function readable(line) {
  try {
    const { level, message, stack } = JSON.parse(line)
    return message === undefined ? line : [`${level}: ${message}`, stack].filter(Boolean).join("\n")
  } catch {
    return line
  }
}

/**
 * @typedef {object} Place
 * @property {string} cwd
 * @property {Record<string, string>} env  added to this process's own
 * @property {string} log                  a file for both outputs, begun anew
 */

/**
 * Starts a Node program with its output in a log file.
 * @param {string[]} args
 * @param {Place} place
 * @returns {import("./types.js").Running}
 */
export function launch(args, { cwd, env, log }) {
  mkdirSync(path.dirname(log), { recursive: true })
  const output = openSync(log, "w")
  const child = spawn(process.execPath, ["--import", LEASH, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", output, output, "ipc"],
    detached: process.platform !== "win32",
  })
  closeSync(output)
  running.add(child)
  /** @type {Promise<number | string>} */
  const ended = new Promise((resolve) => {
    child.on("error", () => resolve(1))
    child.on("exit", (code, by) => resolve(code ?? by ?? 1))
  }).finally(() => running.delete(child))
  return { log, ended, stop: () => stop(child, ended) }
}

/**
 * Runs a Node program to its end; a failure carries the tail of its log.
 * @param {string} what
 * @param {string[]} args
 * @param {Place} place
 */
export async function run(what, args, place) {
  const { ended, log } = launch(args, place)
  const code = await ended
  if (code !== 0) {
    throw new StageError(`${what} ended with ${code}.`, { log, tail: tailOf(log) })
  }
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {Promise<number | string>} ended
 */
async function stop(child, ended) {
  if (!running.has(child)) {
    return
  }
  signal(child, "SIGTERM")
  const inTime = await Promise.race([ended.then(() => true), sleep(STOP_GRACE_MS, false, { ref: false })])
  if (!inTime) {
    signal(child, "SIGKILL")
    await ended
  }
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} name
 */
function signal(child, name) {
  if (child.pid === undefined) {
    return
  }
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, name)
  } catch {
    // It is gone already.
  }
}
