/**
 * Writes how many tests passed, failed and were skipped to the file TEST_COUNT names. Jest's own --json cannot
 * be used for that: it gives up when a failed expectation holds a bigint.
 */
const { writeFileSync } = require("node:fs")

module.exports = class CountReporter {
  /**
   * @param {unknown} _contexts
   * @param {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number, numPendingTests: number, numTotalTests: number }} results
   */
  onRunComplete(_contexts, results) {
    const file = process.env["TEST_COUNT"]
    if (!file) return
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTotalTests } =
      results
    /** A file that could not run counts as one failed test. */
    const failed = numFailedTests + numRuntimeErrorTestSuites
    const [broken, skipped, total] = [numRuntimeErrorTestSuites, numPendingTests, numTotalTests]
    const count = { passed: numPassedTests, failed, broken, skipped, total }
    writeFileSync(file, JSON.stringify(count))
  }
}
