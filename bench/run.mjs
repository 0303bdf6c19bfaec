/**
 * Measures speed and proves reliability; docs/bench.md says how to read what it prints.
 *
 *   npm run bench                       what there is to measure
 *   npm run bench -- capture [--scale 0.01] [--json]
 *   npm run bench -- --ci               everything, small
 *   npm run prove -- one-payment [--trials 2] [--json]
 *
 * Exit status 1 when a goal is missed; what could not run is missed.
 */
import { createRequire } from "node:module"
import { parseArgs } from "node:util"
import { ensureInstall } from "../scripts/ensure-install.mjs"

/** @typedef {import("./lib/task.ts").Task} Task */
/** @typedef {import("./lib/task.ts").Outcome} Outcome */

const usage = "Usage: npm run bench|prove -- [name] [--scale 0.01] [--trials 2] [--ci] [--json]"

function readWords() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      scale: { type: "string" },
      trials: { type: "string" },
      ci: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  })
  const [list = "bench", name, ...others] = positionals
  if (others.length > 0 || !["bench", "prove"].includes(list)) throw new Error(usage)
  return { ...values, list, name, scale: positive(values.scale), trials: positive(values.trials) }
}

/** @param {string | undefined} word */
function positive(word) {
  if (word === undefined) return undefined
  const number = Number(word)
  if (!(number > 0)) throw new Error(`${word} is not a number above zero.\n${usage}`)
  return number
}

/** @returns {{ benches: Task[], proofs: Task[] }} */
function loadTasks() {
  const require = createRequire(import.meta.url)
  require("./lib/sources.cjs")
  return { ...require("./tasks.ts"), ...require("../proofs/tasks.ts") }
}

/**
 * @param {Task} task
 * @param {{ scale: number | undefined, trials: number | undefined, ci: boolean }} words
 * @returns {Promise<Record<string, unknown> & { holds: boolean }>}
 */
async function perform(task, words) {
  const { startPostgres } = await import("../scripts/postgres.mjs")
  /** @type {(() => Promise<void>)[]} */
  const closing = []
  console.log(`\n== ${task.name}: ${task.goal}`)
  const started = Date.now()
  /** @type {Outcome} */
  let outcome
  try {
    outcome = await task.run({
      scale: words.scale ?? (words.ci ? task.small.scale : 1),
      trials: words.trials ?? (words.ci ? task.small.trials : undefined),
      say: (line) => console.log(`   ${line}`),
      // Commits are compared, so they must be real ones: durable, as a shop's are.
      server: async () => {
        const server = await startPostgres({ name: "bench", settings: durable })
        closing.push(server.stop)
        return server
      },
      restartable: async () => {
        const { startRestartable } = await import("./lib/restartable.mjs")
        const server = await startRestartable(durable)
        closing.push(server.remove)
        return server
      },
    })
  } catch (error) {
    console.error(error)
    outcome = { holds: false, full: false, figures: { error: String(error) } }
  } finally {
    for (const close of closing) await close()
  }
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(
    `   ${outcome.holds ? "holds" : "MISSED"} (${outcome.full ? "full size" : "smaller"}, ${seconds} s)`,
  )
  const { holds, full, figures } = outcome
  return { name: task.name, goal: task.goal, holds, full, seconds, ...figures }
}

const durable = {
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  wal_level: "replica",
  // Work that comes by itself would fall on one side of a comparison only.
  autovacuum: "off",
  checkpoint_timeout: "1h",
  max_wal_size: "16GB",
}

async function main() {
  const words = readWords()
  ensureInstall()
  const { benches, proofs } = loadTasks()
  const tasks = words.list === "bench" ? benches : proofs
  if (words.name === undefined && !words.ci) {
    for (const { name, goal } of tasks) console.log(`${name.padEnd(14)} ${goal}`)
    return
  }
  const all = words.name === undefined ? tasks : tasks.filter((task) => task.name === words.name)
  const chosen = words.ci ? all.filter((task) => !task.apart) : all
  for (const { name } of all.filter((task) => !chosen.includes(task)))
    console.log(`${name} says nothing at the size of --ci and is run by its name.`)
  if (all.length === 0) throw new Error(`There is no ${words.list} "${words.name}".`)
  const results = []
  for (const task of chosen) results.push(await perform(task, words))
  console.log()
  for (const result of results) {
    if (words.json) console.log(JSON.stringify(result))
    else console.log(`${result.holds ? "holds " : "MISSED"} ${String(result["name"])}`)
  }
  process.exitCode = results.every((result) => result.holds) ? 0 : 1
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
