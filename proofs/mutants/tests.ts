import { spawn } from "node:child_process"
import { readFileSync, rmSync } from "node:fs"
import path from "node:path"

/** How some tests ended: "broken" when they could not run, which finds no mutant. */
export type Verdict = "passed" | "failed" | "broken"

interface Run {
  readonly folder: string
  readonly suite: "unit" | "integration"
  readonly tests: readonly string[]
  readonly variables: Readonly<Record<string, string>>
}

/** A mutant may never end; then it is found too. */
const LIMIT_MILLISECONDS = 5 * 60_000

/** Runs spec files of a copy of the sources to the first that fails. */
export async function runTests({ folder, suite, tests, variables }: Run): Promise<Verdict> {
  const report = path.join(folder, "report.json")
  rmSync(report, { force: true })
  const words = [
    "--experimental-vm-modules",
    "--no-warnings",
    path.join(folder, "node_modules", "jest", "bin", "jest.js"),
    "--rootDir",
    folder,
    // jest's own report in JSON cannot hold a failed expectation on bigints.
    "--reporters",
    "./scripts/count-reporter.cjs",
    "--selectProjects",
    suite,
    "--runInBand",
    "--forceExit",
    ...tests,
  ]
  const env = {
    ...process.env,
    NODE_ENV: "test",
    TEST_COUNT: report,
    RECONCILIATION_PROPERTY_RUNS: "40",
    ...variables,
  }
  const isLate = await end(spawn(process.execPath, words, { cwd: folder, env, stdio: "ignore" }))
  return isLate ? "failed" : verdictOf(report)
}

function end(child: ReturnType<typeof spawn>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      child.kill("SIGKILL")
    }, LIMIT_MILLISECONDS)
    child.once("error", reject)
    child.once("close", () => {
      clearTimeout(timer)
      resolve(isLate)
    })
  })
}

function verdictOf(report: string): Verdict {
  try {
    const {
      failed = 0,
      passed = 0,
      broken = 0,
    } = JSON.parse(readFileSync(report, "utf8")) as Record<string, number>
    if (broken > 0) return "broken"
    if (failed > 0) return "failed"
    return passed > 0 ? "passed" : "broken"
  } catch {
    return "broken"
  }
}
