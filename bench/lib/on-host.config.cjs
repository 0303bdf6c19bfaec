/** The integration suite's surroundings for those parts of proofs that need a real host. */
const { projects } = require("../../jest.config.cjs")

const integration = projects.find(({ displayName }) => displayName === "integration")

module.exports = { ...integration, testMatch: ["<rootDir>/bench/*/on-host.spec.ts"] }
