/** The integration suite's surroundings for the host that reads the ledger as entities. */
const { projects } = require("../../jest.config.cjs")

const integration = projects.find(({ displayName }) => displayName === "integration")

module.exports = { ...integration, testMatch: ["<rootDir>/bench/entities/on-host.spec.ts"] }
