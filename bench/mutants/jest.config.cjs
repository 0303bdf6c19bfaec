/** The unit suite by itself: a mutant is run by the tests that reach it, and no other suite reaches a pure function faster. */
const { projects } = require("../../jest.config.cjs")

const { displayName: _, ...unit } = projects.find(({ displayName }) => displayName === "unit")

module.exports = { ...unit, testMatch: ["<rootDir>/test/{unit,scenarios,property}/**/*.spec.ts"] }
