/**
 * Mutates the domain and runs its tests. Run through `npm run prove -- mutants`, which also names mutants that no tool
 * would think of; by itself: npx stryker run proofs/mutants/stryker.config.mjs --mutate <file>
 */
export default {
  mutate: ["src/modules/reconciliation/domain/**/*.ts"],
  testRunner: "in-process",
  plugins: ["./proofs/mutants/in-process-runner.mjs"],
  // A mutant is run by the tests that reach it, and by no other; the first that fails ends it.
  coverageAnalysis: "perTest",
  // What a file does when it is loaded is reached by every test: tables of words, mostly, which TypeScript holds.
  ignoreStatic: true,
  concurrency: 2,
  // Loops that never end are counted out; on a busy machine time says nothing.
  timeoutMS: 30_000,
  tempDirName: ".cache/stryker",
  ignorePatterns: [".cache", ".medusa", "demo", "acceptance", "docs/screens"],
  // Only what changed since, source or test, is run again.
  incremental: true,
  incrementalFile: ".cache/stryker-incremental.json",
  reporters: ["json"],
  jsonReporter: { fileName: process.env["STRYKER_REPORT"] ?? ".cache/stryker.json" },
  allowEmpty: false,
  cleanTempDir: "always",
}
