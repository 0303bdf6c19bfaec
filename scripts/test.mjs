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
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { ensureInstall } from "./ensure-install.mjs"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const everyday = ["unit", "integration"]
const extra = ["package", "e2e"]

/** @typedef {{ passed: number, failed: number, skipped: number, durations: Record<string, number>, faults: string[] }} Count */

/** One host runs with another plugin, one loses its database. */
const hostsOfTheirOwn = new Set([
  "integration-tests/http/flows/loyalty.spec.ts",
  "integration-tests/http/database-down.spec.ts",
])
const sharedHost = "integration-tests/hosts/shared.spec.ts"
const withoutHosts = "integration-tests/hosts/none.spec.ts"
const timedInBrowser = [
  "integration-tests/e2e/list-speed.spec.ts",
  "integration-tests/e2e/matrix-speed.spec.ts",
]
const SLOWEST = 10

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
 * Integration tests wait for their host more than they compute, so two halves run side by side, each with one
 * host for most of its files, and one file for those that need none.
 * @param {string} suite
 * @param {string[]} rest
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Count>}
 */
async function runSuite(suite, rest, env) {
  console.log(`\n== ${suite}`)
  if (suite === "e2e" && rest.length === 0) return await runBrowserTests(env)
  if (suite !== "integration") return await runPart(suite, rest, env)
  if (rest.length > 0)
    return await runPart(suite, [...rest, "--testPathIgnorePatterns", "integration-tests/hosts/"], env)
  const halves = halvesOf(specFiles("integration-tests/http"), specFiles("integration-tests/modules"))
  const counts = await Promise.all(
    halves.map(({ onSharedHost, onNone, alone }) =>
      runPart(suite, ["--runTestsByPath", sharedHost, withoutHosts, ...alone], {
        ...env,
        SHARED_HOST_FILES: onSharedHost.join(","),
        FILES_WITHOUT_HOST: onNone.join(","),
      }),
    ),
  )
  return counts.reduce(add)
}

/**
 * The galleries take nothing of the store but its stylesheet: they run beside the specs that act on it. What is
 * timed runs alone.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Count>}
 */
async function runBrowserTests(env) {
  const files = specFiles("integration-tests/e2e")
  const galleries = files.filter((file) => path.basename(file).startsWith("gallery"))
  const acting = files.filter((file) => !galleries.includes(file) && !timedInBrowser.includes(file))
  const part = async (/** @type {string[]} */ chosen) =>
    await runPart("e2e", ["--runTestsByPath", ...chosen], env)
  const [first, second] = await Promise.all([part(acting), part(galleries)])
  return [first, second, await part(timedInBrowser)].reduce(add)
}

/**
 * @param {Count} one
 * @param {Count} other
 * @returns {Count}
 */
function add(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    durations: { ...one.durations, ...other.durations },
    faults: [...one.faults, ...other.faults],
  }
}

/** @param {string} folder */
function specFiles(folder) {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".spec.ts"))
    .map((name) => `${folder}/${name}`)
    .toSorted()
}

/**
 * Two halves that take about as long as each other.
 * @param {string[]} withHost
 * @param {string[]} withoutHost
 */
function halvesOf(withHost, withoutHost) {
  /** @typedef {{ onSharedHost: string[], onNone: string[], alone: string[], seconds: number }} Half */
  /** @type {[Half, Half]} */
  const halves = [
    { onSharedHost: [], onNone: [], alone: [], seconds: 0 },
    { onSharedHost: [], onNone: [], alone: [], seconds: 0 },
  ]
  const files = [...withHost, ...withoutHost].map((file) => {
    const tests = readFileSync(path.join(root, file), "utf8").split(/^\s*it[.(]/m).length - 1
    const usual = tests * (withoutHost.includes(file) ? A_TEST_WITHOUT_HOST : A_TEST_ON_HOST)
    return { file, seconds: LONG_FILES[path.basename(file, ".spec.ts")] ?? usual }
  })
  for (const { file, seconds } of files.toSorted((one, other) => other.seconds - one.seconds)) {
    const half = halves[0].seconds <= halves[1].seconds ? halves[0] : halves[1]
    const place = withoutHost.includes(file) ? "onNone" : hostsOfTheirOwn.has(file) ? "alone" : "onSharedHost"
    half[place].push(file)
    half.seconds += seconds
  }
  return halves
}

/** Seconds that a test usually takes. */
const A_TEST_ON_HOST = 2.5
const A_TEST_WITHOUT_HOST = 0.4
/** Files that take longer than their number of tests says, in seconds; the end of each run prints the slowest. */
const LONG_FILES = /** @type {Record<string, number>} */ ({
  "chosen-refunds-at-once": 61,
  loyalty: 59,
  "database-down": 25,
  checkout: 37,
  "chosen-refunds": 37,
  ledger: 30,
  returns: 36,
  exchanges: 28,
  "chosen-refunds-of-credit": 28,
  "line-order": 28,
  "returned-amounts": 27,
})

/** @param {Record<string, number>} durations */
function printSlowest(durations) {
  const slowest = Object.entries(durations)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, SLOWEST)
  console.log(`\nThe slowest files:`)
  for (const [file, milliseconds] of slowest)
    console.log(`${(milliseconds / 1000).toFixed(1).padStart(7)} s  ${file}`)
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
  if (!existsSync(report)) {
    return {
      passed: 0,
      failed: 1,
      skipped: 0,
      durations: {},
      faults: [`${suite} ended with code ${status} and told nothing`],
    }
  }
  const count = JSON.parse(readFileSync(report, "utf8"))
  rmSync(report)
  if (count.total === 0) console.error(`The suite ${suite} found no test.`)
  const failed = Math.max(count.failed, status === 0 && count.total > 0 ? 0 : 1)
  const faults =
    failed > count.failed ? [`${suite} ended with code ${status}, and no test of it failed`] : count.faults
  return { passed: count.passed, failed, skipped: count.skipped, durations: count.durations, faults }
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
    env["HOST_TEMPLATE"] = `reconciliation_hosts_${process.pid}`
    console.log(`PostgreSQL is ready on port ${database.port}.`)
  }
  /** @type {Awaited<ReturnType<typeof import("./e2e-store.mjs")["openStore"]>> | undefined} */
  let store
  /** @type {Count} */
  let sum = { passed: 0, failed: 0, skipped: 0, durations: {}, faults: [] }
  try {
    for (const suite of suites) {
      if (suite === "e2e" && database && !env["E2E_ADMIN_URL"]) {
        const { openStore } = await import("./e2e-store.mjs")
        store = await openStore(database)
        Object.assign(env, store.variables)
      }
      sum = add(sum, await runSuite(suite, rest, env))
    }
  } finally {
    await store?.stop()
    await database?.stop()
  }
  printSlowest(sum.durations)
  if (sum.skipped > 0) console.log(`\n${sum.skipped} skipped`)
  // once more at the end: a log that is cut in the middle still says what failed
  if (sum.faults.length > 0) console.log(`\nFailed:\n${sum.faults.map((fault) => `  ${fault}`).join("\n")}`)
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`)
  process.exitCode = sum.failed === 0 ? 0 : 1
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
