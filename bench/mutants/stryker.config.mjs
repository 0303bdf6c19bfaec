/**
 * Mutates the domain and runs the unit suite. Run through `npm run prove -- mutants`, which also names mutants that
 * no tool would think of; by itself: npx stryker run bench/mutants/stryker.config.mjs --mutate <file>
 */
export default {
  mutate: ["src/modules/reconciliation/domain/**/*.ts"],
  testRunner: "jest",
  plugins: ["@stryker-mutator/jest-runner"],
  jest: { configFile: "bench/mutants/jest.config.cjs" },
  // A mutant is run by the tests that reach it, and by no other.
  coverageAnalysis: "perTest",
  concurrency: 2,
  // Properties find most mutants within a few cases; a loop that never ends is found by the limit.
  timeoutMS: 10_000,
  timeoutFactor: 2,
  tempDirName: ".cache/stryker",
  ignorePatterns: [".cache", ".medusa", "demo", "acceptance", "docs/screens", "integration-tests"],
  reporters: ["json"],
  jsonReporter: { fileName: process.env["STRYKER_REPORT"] ?? ".cache/stryker.json" },
  allowEmpty: false,
  cleanTempDir: "always",
}
