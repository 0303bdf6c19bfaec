/** The integration suite's surroundings for a host whose orders are read in two ways. */
const { projects } = require("../../jest.config.cjs")

const integration = projects.find(({ displayName }) => displayName === "integration")

module.exports = { ...integration, testMatch: ["<rootDir>/proofs/reader/on-host.spec.ts"] }
