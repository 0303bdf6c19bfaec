/** The tests of the domain as one file, with few random cases: a mutant that needs many is not worth its minutes. */
const { projects } = require("../../jest.config.cjs")

process.env["RECONCILIATION_PROPERTY_RUNS"] ??= "10"

const { displayName: _, ...unit } = projects.find(({ displayName }) => displayName === "unit")

module.exports = { ...unit, testMatch: ["<rootDir>/bench/mutants/domain.spec.ts"] }
