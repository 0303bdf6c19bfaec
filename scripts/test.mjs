/**
 * The tests, with everything they need: installs, starts a throw-away PostgreSQL, runs the suites one after the
 * other and ends with one line that sums them.
 *
 *   npm test                                unit and integration
 *   npm test -- unit | integration | package | e2e [jest arguments]
 *   npm run test:all                        every suite
 *   npm run test:all -- --only-extra        what `npm test` leaves out
 */
import { spawn } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { ensureInstall } from "./ensure-install.mjs"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const everyday = ["unit", "integration"]
const extra = ["package", "e2e"]

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * @param {string[]} words
 * @returns {{ suites: string[], rest: string[] }}
 */
function choose([first, ...rest]) {
  if (first === undefined) return { suites: everyday, rest: [] }
  if (first === "all" && rest[0] === "--only-extra") return { suites: extra, rest: rest.slice(1) }
  if (first === "all") return { suites: [...everyday, ...extra], rest }
  if ([...everyday, ...extra].includes(first)) return { suites: [first], rest }
  throw new Error(`There is no suite "${first}": ${[...everyday, ...extra].join(", ")} or all.`)
}

/** The browser of the e2e suite; PLAYWRIGHT_CHROMIUM may name another one. */
function chromium() {
  const known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
  const found = [process.env["PLAYWRIGHT_CHROMIUM"] ?? "", ...known].find(
    (file) => file !== "" && existsSync(file),
  )
  if (!found) throw new Error("The e2e suite needs Chromium. Install it with:\n  apt-get install -y chromium")
  return found
}

/**
 * @param {string} command
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} exit status
 */
function run(command, words, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd: root, stdio: "inherit", env })
    child.once("error", reject)
    child.once("exit", (status) => resolve(status ?? 1))
  })
}

/**
 * Integration tests wait for hosts more than they compute, so two halves run side by side.
 * @param {string} suite
 * @param {string[]} rest
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Count>}
 */
async function runSuite(suite, rest, env) {
  console.log(`\n== ${suite}`)
  if (suite !== "integration" || rest.length > 0) return await runPart(suite, rest, env)
  const halves = await Promise.all(["1/2", "2/2"].map((half) => runPart(suite, [`--shard=${half}`], env)))
  return halves.reduce((one, other) => ({
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  }))
}

let parts = 0

/**
 * @param {string} suite
 * @param {string[]} rest
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Count>}
 */
async function runPart(suite, rest, env) {
  parts += 1
  const report = path.join(root, ".cache", `count-${suite}-${process.pid}-${parts}.json`)
  const jest = path.join(root, "node_modules", "jest", "bin", "jest.js")
  const words = [
    "--selectProjects",
    suite,
    "--reporters",
    "default",
    "--reporters",
    "./scripts/count-reporter.cjs",
  ]
  // threads, because a failed expectation on bigints cannot be sent to another process
  words.push(...(suite === "unit" ? ["--workerThreads"] : ["--runInBand", "--forceExit"]), ...rest)
  const runtime = ["--experimental-vm-modules", "--no-warnings", jest]
  const status = await run(process.execPath, [...runtime, ...words], { ...env, TEST_COUNT: report })
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const count = JSON.parse(readFileSync(report, "utf8"))
  rmSync(report)
  if (count.total === 0) console.error(`The suite ${suite} found no test.`)
  const failed = Math.max(count.failed, status === 0 && count.total > 0 ? 0 : 1)
  return { passed: count.passed, failed, skipped: count.skipped }
}

async function main() {
  const { suites, rest } = choose(process.argv.slice(2))
  ensureInstall()
  mkdirSync(path.join(root, ".cache"), { recursive: true })
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...process.env,
    NODE_ENV: "test",
    NODE_OPTIONS: `${process.env["NODE_OPTIONS"] ?? ""} --experimental-vm-modules`.trim(),
    LOG_LEVEL: process.env["LOG_LEVEL"] ?? "error",
    MEDUSA_DISABLE_TELEMETRY: "1",
  }
  if (suites.includes("e2e")) env["PLAYWRIGHT_CHROMIUM"] = chromium()

  /** @type {import("./postgres.mjs").RunningPostgres | undefined} */
  let database
  if (suites.some((suite) => suite !== "unit")) {
    const { startPostgres, databaseVariables } = await import("./postgres.mjs")
    database = await startPostgres({ name: "test" })
    Object.assign(env, databaseVariables(database))
    console.log(`PostgreSQL is ready on port ${database.port}.`)
  }
  /** @type {Awaited<ReturnType<typeof import("./e2e-store.mjs")["openStore"]>> | undefined} */
  let store
  /** @type {Count} */
  const sum = { passed: 0, failed: 0, skipped: 0 }
  try {
    for (const suite of suites) {
      if (suite === "e2e" && database && !env["E2E_ADMIN_URL"]) {
        const { openStore } = await import("./e2e-store.mjs")
        store = await openStore(database)
        Object.assign(env, store.variables)
      }
      const count = await runSuite(suite, rest, env)
      sum.passed += count.passed
      sum.failed += count.failed
      sum.skipped += count.skipped
    }
  } finally {
    await store?.stop()
    await database?.stop()
  }
  if (sum.skipped > 0) console.log(`\n${sum.skipped} skipped`)
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`)
  process.exitCode = sum.failed === 0 ? 0 : 1
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
