/**
 * Writes how many tests passed, failed and were skipped, which failed, and how long each file took, to the file
 * TEST_COUNT names. Jest's own --json cannot be used for that: it gives up when a failed expectation holds a bigint.
 */
const { writeFileSync } = require("node:fs")
const path = require("node:path")

/**
 * Milliseconds by file. A file on a shared host is known by its name, which is the title above its tests.
 * @param {{ testFilePath: string, perfStats: { runtime: number }, testResults: { ancestorTitles: string[], duration?: number | null }[] }[]} files
 * @returns {Record<string, number>}
 */
function durationsOf(files) {
  /** @type {Record<string, number>} */
  const durations = {}
  for (const { testFilePath, perfStats, testResults } of files) {
    const own = path.relative(process.cwd(), testFilePath)
    let rest = perfStats.runtime
    for (const { ancestorTitles, duration } of testResults) {
      const shared = ancestorTitles.find((title) => title.endsWith(".spec.ts"))
      if (!shared) continue
      durations[shared] = (durations[shared] ?? 0) + (duration ?? 0)
      rest -= duration ?? 0
    }
    durations[own] = (durations[own] ?? 0) + Math.max(rest, 0)
  }
  return durations
}

/**
 * Where each failed test stands and how its fault begins.
 * @param {{ testFilePath: string, failureMessage?: string | null, testResults: { fullName: string, status: string, failureMessages: string[] }[] }[]} files
 * @returns {string[]}
 */
function faultsOf(files) {
  return files.flatMap(({ testFilePath, failureMessage, testResults }) => {
    const file = path.relative(process.cwd(), testFilePath)
    const failed = testResults.filter(({ status }) => status === "failed")
    if (failed.length === 0) return failureMessage ? [`${file}: ${beginningOf(failureMessage)}`] : []
    return failed.map(
      ({ fullName, failureMessages: [message = ""] }) => `${file}: ${fullName}: ${beginningOf(message)}`,
    )
  })
}

/** @param {string} message */
function beginningOf(message) {
  // eslint-disable-next-line no-control-regex
  return message
    .replaceAll(/\u001B\[\d*m/g, "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, 300)
}

module.exports = class CountReporter {
  /**
   * @param {unknown} _contexts
   * @param {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number, numPendingTests: number, numTotalTests: number, testResults: Parameters<typeof durationsOf>[0] & Parameters<typeof faultsOf>[0] }} results
   */
  onRunComplete(_contexts, results) {
    const file = process.env["TEST_COUNT"]
    if (!file) return
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTotalTests } =
      results
    /** A file that could not run counts as one failed test. */
    const failed = numFailedTests + numRuntimeErrorTestSuites
    const [broken, skipped, total] = [numRuntimeErrorTestSuites, numPendingTests, numTotalTests]
    const count = {
      passed: numPassedTests,
      failed,
      broken,
      skipped,
      total,
      durations: durationsOf(results.testResults),
      faults: faultsOf(results.testResults),
    }
    writeFileSync(file, JSON.stringify(count))
  }
}
