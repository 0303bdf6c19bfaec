/** The integration suite's surroundings for hosts that are asked by people who may and may not. */
const { projects } = require("../../jest.config.cjs")

const integration = projects.find(({ displayName }) => displayName === "integration")

module.exports = { ...integration, testMatch: ["<rootDir>/proofs/authorization/on-host.spec.ts"] }
