/**
 * A test runner for Stryker that loads the sources and all tests of the domain once and then only switches mutants on
 * and off: they all stand in the same instrumented sources. jest would load everything again for each mutant, which is
 * nearly all the time that it takes, and more than the tests of a pure domain take by far.
 */
import { readdirSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"

/** They take seconds to load or to run, or test nothing of the domain. */
const LEFT_OUT = new Set([
  "admin-words.spec.ts",
  "coalescer.spec.ts",
  "credited-lines.spec.ts",
  "docs.spec.ts",
  "errors.spec.ts",
  "model.property.spec.ts",
  "openapi.spec.ts",
  "tax.property.spec.ts",
])
const FOLDERS = ["unit", "scenarios", "property"]

/** Properties find most mutants within a few cases; one that needs many is not worth its minutes. */
process.env["RECONCILIATION_PROPERTY_RUNS"] ??= "10"

/** @typedef {{ id: string, file: string, body: () => unknown }} Test */

/** The part of jest's words that the tests use, on jest's own `expect`. @returns {Test[]} */
function loadTests() {
  const require = createRequire(path.join(process.cwd(), "proofs", "mutants", "in-process-runner.mjs"))
  require("../../bench/lib/sources.cjs")
  /** @type {Test[]} */
  const tests = []
  /** @type {string[]} */
  let titles = []
  let file = ""
  const describe = (/** @type {string} */ title, /** @type {() => void} */ body) => {
    titles = [...titles, title]
    body()
    titles = titles.slice(0, -1)
  }
  const it = (/** @type {string} */ title, /** @type {() => unknown} */ body) => {
    tests.push({ id: `${[...titles, title].join(" ")} (${tests.length})`, file, body })
  }
  const each =
    (/** @type {(title: string, body: () => unknown) => void} */ define) =>
    (/** @type {readonly unknown[]} */ rows) =>
    (/** @type {string} */ title, /** @type {(...row: unknown[]) => unknown} */ body) => {
      for (const row of rows) {
        const words = Array.isArray(row) ? row : [row]
        define(title.replace("%s", String(words[0])), () => body(...words))
      }
    }
  const { expect } = createRequire(require.resolve("jest"))("expect")
  Object.assign(globalThis, {
    describe: Object.assign(describe, { each: each(describe) }),
    it: Object.assign(it, { each: each(it) }),
    expect,
  })
  for (const folder of FOLDERS) {
    for (const name of readdirSync(path.join("test", folder)).toSorted()) {
      if (!name.endsWith(".spec.ts") || LEFT_OUT.has(name)) continue
      file = path.resolve("test", folder, name)
      require(file)
    }
  }
  return tests
}

const everything = /** @type {{ __stryker__?: Record<string, unknown> }} */ (
  /** @type {unknown} */ (globalThis)
)

class InProcessRunner {
  /** @type {Test[]} */
  tests = []
  /** What instrumented sources look at. */
  instrumenter = (everything["__stryker__"] ??= {})

  /** Nothing is ever loaded again: mutants that only loading meets are left out, and the others work at once. */
  capabilities() {
    return { reloadEnvironment: true }
  }

  init() {
    this.tests = loadTests()
  }

  async dryRun() {
    const results = []
    for (const test of this.tests) {
      this.instrumenter["currentTestId"] = test.id
      const started = Date.now()
      const failureMessage = await failureOf(test)
      this.instrumenter["currentTestId"] = undefined
      const result = { id: test.id, name: test.id, fileName: test.file, timeSpentMs: Date.now() - started }
      results.push(
        failureMessage === null ? { ...result, status: 0 } : { ...result, status: 1, failureMessage },
      )
    }
    return { status: "complete", tests: results, mutantCoverage: this.instrumenter["mutantCoverage"] }
  }

  /** @param {{ activeMutant: { id: string }, testFilter?: string[], hitLimit?: number }} options */
  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const reaching = testFilter && new Set(testFilter)
    const tests = reaching ? this.tests.filter(({ id }) => reaching.has(id)) : this.tests
    Object.assign(this.instrumenter, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit && 0 })
    try {
      for (const [index, test] of tests.entries()) {
        const failureMessage = await failureOf(test)
        // A loop that never ends is thrown out of when the mutant was met far more often than without it.
        if (hitLimit && Number(this.instrumenter["hitCount"]) > hitLimit)
          return { status: "timeout", reason: "met too often" }
        if (failureMessage === null) continue
        this.instrumenter["activeMutant"] = undefined
        // Then tests that share things would find every mutant after it; Stryker tries again in a new process.
        if ((await failureOf(test)) !== null) throw new Error(`a mutant left something behind in: ${test.id}`)
        return { status: "killed", killedBy: [test.id], failureMessage, nrOfTests: index + 1 }
      }
      return { status: "survived", nrOfTests: tests.length }
    } finally {
      this.instrumenter["activeMutant"] = undefined
    }
  }
}

/** @param {Test} test @returns {Promise<string | null>} */
async function failureOf({ body }) {
  try {
    await body()
    return null
  } catch (error) {
    return String(error).slice(0, 2_000)
  }
}

export const strykerPlugins = [
  { kind: "TestRunner", name: "in-process", factory: () => new InProcessRunner() },
]
