/** The integration suite's surroundings for a host whose payments mirror the ledger. */
const { projects } = require("../../jest.config.cjs")

const integration = projects.find(({ displayName }) => displayName === "integration")

module.exports = { ...integration, testMatch: ["<rootDir>/proofs/mirror/on-host.spec.ts"] }
