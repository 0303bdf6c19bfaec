/** The integration suite's surroundings for a host whose one matrix many people save at once. */
const { projects } = require("../../jest.config.cjs")

const integration = projects.find(({ displayName }) => displayName === "integration")

module.exports = { ...integration, testMatch: ["<rootDir>/proofs/matrix-writers/on-host.spec.ts"] }
