/** The integration suite's surroundings for a host whose routes are sent the same request many times. */
const { projects } = require("../../jest.config.cjs")

const integration = projects.find(({ displayName }) => displayName === "integration")

module.exports = { ...integration, testMatch: ["<rootDir>/proofs/idempotency/on-host.spec.ts"] }
