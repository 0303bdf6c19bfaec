/**
 * Who may import whom. ARCHITECTURE.md says why, `npm run boundaries` says where it is broken, and
 * `npm run docs:structure` draws what there is.
 */
const ownDomain = "^src/modules/$1/domain/"
const types = "^src/types/"
/**
 * What workflows and routes may know of a module: its entry and the files beside it, its services, and the errors
 * they throw.
 */
const moduleInterface = [
  "^src/modules/[^/]+/domain/errors\\.ts$",
  "^src/modules/[^/]+/[^/]+\\.ts$",
  "^src/modules/[^/]+/services/",
]

/**
 * A folder and the only places below src/ it may import from.
 * @param {string} name
 * @param {string} from
 * @param {string[]} allowed
 * @param {string} comment
 */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: "^src/", pathNot: allowed },
})

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "domain-imports-nothing",
      comment: "The core is pure: no package, no Node, no other folder. Only quantise.ts knows decimal.js.",
      severity: "error",
      from: { path: "^src/modules/([^/]+)/domain/" },
      to: { pathNot: [ownDomain, "node_modules/decimal\\.js/"] },
    },
    {
      name: "decimals-in-one-file",
      comment: "Fractions exist only where host values become minor units.",
      severity: "error",
      from: {
        pathNot: "^src/modules/[^/]+/domain/quantise\\.ts$|^src/modules/[^/]+/domain/money/quantise\\.ts$",
      },
      to: { path: "node_modules/decimal\\.js/" },
    },
    {
      name: "only-the-envelope-writes",
      comment: "Every change of the ledger is a plan and one call of the envelope, which alone writes.",
      severity: "error",
      from: { pathNot: "^src/modules/reconciliation/services/envelope\\.ts$" },
      to: { path: "^src/modules/reconciliation/services/write\\.ts$" },
    },
    only(
      "ingest-sql-models-know-the-domain",
      "^src/modules/([^/]+)/(ingest|sql|models)/",
      [ownDomain, "^src/modules/$1/$2/", types],
      "Host shapes, statements and tables each stand alone on the domain.",
    ),
    only(
      "services-stand-on-domain-sql-models",
      "^src/modules/([^/]+)/services/",
      [ownDomain, "^src/modules/$1/(sql|models|services)/", types],
      "A service loads, plans, checks and applies; it does not know the host.",
    ),
    only(
      "migrations-stand-alone",
      "^src/modules/([^/]+)/migrations/",
      [],
      "A migration must mean the same in ten years: its text stands in it.",
    ),
    only(
      "modules-know-only-themselves",
      "^src/modules/([^/]+)/",
      ["^src/modules/$1/", types],
      "Modules meet in workflows.",
    ),
    {
      name: "workflows-use-ingest-and-services",
      comment: "A workflow joins host state and ledger; of the domain it may name types.",
      severity: "error",
      from: { path: "^src/workflows/" },
      to: {
        path: "^src/",
        pathNot: ["^src/workflows/", "^src/modules/[^/]+/ingest/", ...moduleInterface, types],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "workflows-types-of-domain-only",
      comment: "Even as types, a workflow takes nothing from sql, models, api or admin.",
      severity: "error",
      from: { path: "^src/workflows/" },
      to: {
        path: "^src/",
        pathNot: ["^src/workflows/", "^src/modules/[^/]+/(ingest|domain)/", ...moduleInterface, types],
        dependencyTypes: ["type-only"],
      },
    },
    {
      name: "api-uses-workflows-and-services",
      comment: "A route writes through a workflow and reads through a service.",
      severity: "error",
      from: { path: "^src/api/" },
      to: { path: "^src/", pathNot: ["^src/(api|workflows)/", ...moduleInterface, types] },
    },
    only(
      "jobs-and-subscribers-start-workflows",
      "^src/(jobs|subscribers)/",
      ["^src/$1/", "^src/workflows/", types],
      "An event is a reason to look, nothing more.",
    ),
    only(
      "links-and-policies-name-modules",
      "^src/(links|policies)/",
      ["^src/$1/", "^src/modules/[^/]+/[^/]+\\.ts$", types],
      "Declarations only.",
    ),
    only(
      "types-are-a-contract",
      "^src/types/",
      [types, "^src/modules/[^/]+/domain/(allocate/own|kind)\\.ts$"],
      "The public contract does not change because the inside did; only the interface of a store's own strategy is the domain's.",
    ),
    only(
      "admin-uses-domain-and-types",
      "^src/admin/",
      ["^src/admin/", "^src/modules/[^/]+/domain/", types],
      "The screens run in a browser: they show what routes answer, and may share pure functions and types.",
    ),
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A file that nobody imports and the host does not load is dead.",
      severity: "error",
      from: {
        orphan: true,
        path: "^src/",
        pathNot: [
          "\\.d\\.ts$",
          "^src/(api|jobs|subscribers|links|policies|types)/",
          "^src/modules/[^/]+/(migrations/|index\\.ts$)",
          "^src/workflows/index\\.ts$",
          "^src/admin/(routes|widgets|i18n)/",
        ],
      },
      to: {},
    },
    {
      name: "nothing-undeclared",
      comment: "What is imported is in package.json and can be found.",
      severity: "error",
      from: { path: "^src/" },
      to: {
        dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown", "undetermined"],
        // an optional peer is also reported as missing from package.json
        dependencyTypesNot: ["npm-peer", "npm", "npm-dev", "core"],
      },
    },
    {
      name: "nothing-for-developers-only",
      comment: "What is shipped needs dependencies or peers; a development dependency is missing in a shop.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["npm-peer", "npm", "type-only"] },
    },
    {
      name: "sources-import-sources",
      comment: "Nothing shipped depends on tests, bench, demo or scripts.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|integration-tests|bench|demo|scripts|examples)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.medusa/|src/admin/__admin-extensions__" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["main", "types"],
    },
    reporterOptions: {
      archi: { collapsePattern: "^src/modules/[^/]+/[^/]+/|^src/[^/]+/" },
    },
  },
}
