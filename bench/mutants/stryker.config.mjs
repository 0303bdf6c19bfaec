/**
 * Mutates the domain and runs its tests. Run through `npm run prove -- mutants`, which also names mutants that no tool
 * would think of; by itself: npx stryker run bench/mutants/stryker.config.mjs --mutate <file>
 */
export default {
  mutate: ["src/modules/reconciliation/domain/**/*.ts"],
  testRunner: "jest",
  plugins: ["@stryker-mutator/jest-runner"],
  jest: { configFile: "bench/mutants/jest.config.cjs", enableFindRelatedTests: false },
  // A mutant is run by the tests that reach it, and by no other; the first that fails ends it.
  coverageAnalysis: "perTest",
  // What a file does when it is loaded is reached by every test: tables of words, mostly, which TypeScript holds.
  ignoreStatic: true,
  concurrency: 2,
  // All tests of the domain take seconds, so what takes longer is a loop that never ends.
  timeoutMS: 4_000,
  timeoutFactor: 2,
  tempDirName: ".cache/stryker",
  ignorePatterns: [".cache", ".medusa", "demo", "acceptance", "docs/screens", "integration-tests"],
  // Only what changed since, source or test, is run again.
  incremental: true,
  incrementalFile: ".cache/stryker-incremental.json",
  reporters: ["json"],
  jsonReporter: { fileName: process.env["STRYKER_REPORT"] ?? ".cache/stryker.json" },
  allowEmpty: false,
  cleanTempDir: "always",
}
