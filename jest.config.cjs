/**
 * Three suites, one per kind of surroundings they need; scripts/test.mjs starts those and chooses the suite.
 * unit: nothing. integration: PostgreSQL. package and e2e: PostgreSQL, npm, and for e2e a Chromium.
 */
const swc = [
  "@swc/jest",
  {
    jsc: {
      parser: { syntax: "typescript", decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: "es2022",
    },
    module: { type: "commonjs" },
    sourceMaps: "inline",
  },
]

/**
 * @param {string} displayName
 * @param {string[]} testMatch
 * @param {object} [more]
 */
const suite = (displayName, testMatch, more = {}) => ({
  displayName,
  rootDir: __dirname,
  testEnvironment: "node",
  testMatch,
  transform: { "^.+\\.tsx?$": swc },
  moduleFileExtensions: ["ts", "tsx", "js", "mjs", "cjs", "json"],
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/.cache/", "<rootDir>/demo/"],
  ...more,
})

const slow = { setupFilesAfterEnv: ["<rootDir>/integration-tests/setup/jest.ts"] }

module.exports = {
  projects: [
    suite("unit", ["<rootDir>/test/**/*.spec.ts"], {
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/package/"],
    }),
    // Files below http/ share hosts in a whole run, and have one of their own when they are named.
    suite("integration", ["<rootDir>/integration-tests/{modules,http,hosts}/**/*.spec.ts"], {
      ...slow,
      // Examples name the plugin as another package does.
      moduleNameMapper: { "^medusa-plugin-reconciliation/workflows$": "<rootDir>/src/workflows/index.ts" },
    }),
    suite("package", ["<rootDir>/test/package/**/*.spec.ts"], slow),
    suite("e2e", ["<rootDir>/integration-tests/e2e/**/*.spec.ts"], slow),
  ],
}
