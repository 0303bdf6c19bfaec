/** The integration suite's surroundings for the part of the proof that needs a real host. */
const { projects } = require("../../jest.config.cjs")

const integration = projects.find(({ displayName }) => displayName === "integration")

module.exports = { ...integration, testMatch: ["<rootDir>/proofs/events/on-host.spec.ts"] }
