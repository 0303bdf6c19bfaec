/** The integration suite's surroundings for the host that is asked at random. */
const { projects } = require("../../jest.config.cjs")

const integration = projects.find(({ displayName }) => displayName === "integration")

module.exports = { ...integration, testMatch: ["<rootDir>/proofs/routes/on-host.spec.ts"] }
