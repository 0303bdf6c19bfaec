const path = require("node:path")

/**
 * Who may import whom. ARCHITECTURE.md says why, `npm run boundaries` says where it is broken, and
 * `npm run docs:structure` draws what there is.
 */
const types = "^src/types/"
const ledgerModule = "^src/modules/reconciliation/"

/**
 * The rooms of the ledger's module from the ground up: a room may import from the rooms above it in this list, never
 * from those below. A new room is a word here.
 */
const ROOMS =
  "settings ledger receipts document-numbers items configuration instalments refunds orders accounts notes attachments lists payments write-offs edits mirrors money opening-balances recording owners runs events sweep set-up privacy check facets".split(
    " ",
  )

/** The rooms of the domain, in the same way; the files beside them are the ground that all stand on. */
const DOMAIN_ROOMS =
  "allocation instalments terms planner posting reversals write-offs order refunds examples".split(" ")

/** The rooms of the admin: the host loads the last two, which show features, which are made of parts. */
const ADMIN_ROOMS = ["i18n", "lib", "ui", "features", "widgets", "routes"]

/** Features of the admin that stand on others. */
const ON_OTHERS = "account|audit|lists|order-acts|overview|runs|set-up|settings|write-off-requests"

/**
 * Features of the admin and the only others that they may import from.
 * @param {string} name
 * @param {string} features a pattern
 * @param {string} on a pattern
 * @param {string} comment
 */
const stands = (name, features, on, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: `^src/admin/features/(${features})/` },
  to: { path: "^src/admin/features/[^/]+/", pathNot: `^src/admin/features/(${features}|${on})/` },
})

/** What workflows and routes may know of a module: its entry and service, the words of its rooms, its errors. */
const moduleInterface = [
  "^src/modules/[^/]+/domain/(errors|receipt-number)\\.ts$",
  "^src/modules/[^/]+/[^/]+\\.ts$",
  `${ledgerModule}(${ROOMS.join("|")})/(?!.*\\.sql\\.ts$)`,
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

/**
 * For each room, that it imports from no later one.
 * @param {string} folder
 * @param {string[]} rooms
 */
const onlyDownwards = (folder, rooms) =>
  rooms.slice(0, -1).map((room, index) => ({
    name: `${path.basename(folder)}-${room}-knows-no-later-room`,
    comment: `The rooms stand on each other in one order, ${rooms.join(", ")}: nothing turns back.`,
    severity: "error",
    from: { path: `${folder}${room}/` },
    to: { path: `${folder}(${rooms.slice(index + 1).join("|")})/` },
  }))

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "domain-imports-nothing",
      comment: "The core is pure: no package, no Node, no other folder. Only quantise.ts knows decimal.js.",
      severity: "error",
      from: { path: "^src/modules/([^/]+)/domain/" },
      to: { pathNot: ["^src/modules/$1/domain/", "node_modules/decimal\\.js/"] },
    },
    {
      name: "domain-ground-knows-no-room",
      comment: "What all rooms of the domain stand on stands on none of them.",
      severity: "error",
      from: { path: `${ledgerModule}domain/[^/]+\\.ts$` },
      to: { path: `${ledgerModule}domain/[^/]+/` },
    },
    ...onlyDownwards(`${ledgerModule}domain/`, DOMAIN_ROOMS),
    {
      name: "decimals-in-one-file",
      comment: "Fractions exist only where host values become minor units.",
      severity: "error",
      from: { pathNot: "^src/modules/[^/]+/domain/quantise\\.ts$" },
      to: { path: "node_modules/decimal\\.js/" },
    },
    {
      name: "only-the-envelope-writes",
      comment: "Every change of the ledger is a plan and one call of the envelope, which alone writes.",
      severity: "error",
      from: { pathNot: `${ledgerModule}ledger/envelope\\.ts$` },
      to: { path: `${ledgerModule}ledger/write(-changes|-openings)?\\.ts$` },
    },
    only(
      "ingest-knows-the-domain",
      `${ledgerModule}ingest/`,
      [`${ledgerModule}(domain|ingest)/`, `${ledgerModule}ledger/statement\\.ts$`, types],
      "The host's shapes become what should stand in the ledger; nothing else is known here. A statement is how its tables are asked.",
    ),
    only(
      "audit-knows-ingest",
      `${ledgerModule}audit/`,
      [`${ledgerModule}(domain|ingest|audit)/`, `${ledgerModule}ledger/statement\\.ts$`, types],
      "The host's shapes are judged as they are read: the audit knows nothing of the ledger, and writes nothing.",
    ),
    only(
      "statements-know-statements",
      "\\.sql\\.ts$",
      ["\\.sql\\.ts$", `${ledgerModule}ledger/(statement|columns|tables/[^/]+)\\.ts$`],
      "A statement is text: it is made of the tables' columns and of nothing that runs.",
    ),
    only(
      "rooms-stand-on-domain-and-each-other",
      `${ledgerModule}(${ROOMS.join("|")})/`,
      [`${ledgerModule}(domain|${ROOMS.join("|")})/`, types],
      "A room loads, plans, checks and applies; it does not know the host, nor the service that opens its door.",
    ),
    ...onlyDownwards(ledgerModule, ROOMS),
    {
      name: "every-room-is-known",
      comment: "A folder of the module that no rule speaks of would be free to import anything.",
      severity: "error",
      from: {},
      to: {
        path: `${ledgerModule}[^/]+/`,
        pathNot: `${ledgerModule}(audit|domain|ingest|migrations|models|${ROOMS.join("|")})/`,
      },
    },
    only(
      "models-stand-alone",
      `${ledgerModule}models/`,
      [`${ledgerModule}(models/|domain/errors\\.ts)`],
      "What the host reads of the ledger stands over views; it knows nothing of how they are filled.",
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
        pathNot: ["^src/workflows/", "^src/modules/[^/]+/(audit|ingest)/", ...moduleInterface, types],
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
        pathNot: ["^src/workflows/", "^src/modules/[^/]+/(audit|ingest|domain)/", ...moduleInterface, types],
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
      [types, "^src/modules/[^/]+/domain/(allocation/own-strategy|kind)\\.ts$"],
      "The public contract does not change because the inside did; only the interface of a store's own strategy is the domain's.",
    ),
    only(
      "admin-uses-domain-and-types",
      "^src/admin/",
      ["^src/admin/", "^src/modules/[^/]+/domain/", types],
      "The screens run in a browser: they show what routes answer, and may share pure functions and types.",
    ),
    ...onlyDownwards("^src/admin/", ADMIN_ROOMS),
    {
      name: "features-stand-apart",
      comment: "What two features need is a part of ui or lib.",
      severity: "error",
      from: { path: `^src/admin/features/(?!(?:${ON_OTHERS})/)([^/]+)/` },
      to: { path: "^src/admin/features/[^/]+/", pathNot: "^src/admin/features/$1/" },
    },
    {
      name: "parts-of-the-admin-come-late",
      comment:
        "A file beside the features names what is loaded together. Whoever opens one of these loads it then, and knows nothing else of it.",
      severity: "error",
      from: {},
      to: { path: "^src/admin/features/[^/]+\\.ts$", dynamic: false },
    },
    stands(
      "an-account-stands-on-its-orders",
      "account|write-off-requests",
      "order",
      "What is done to an order from its account, deleting, undoing, planning, looks as on the order's own page: these features stand on that of the order, and nothing turns back.",
    ),
    stands(
      "acts-of-an-order-stand-on-its-page-and-account",
      "order-acts",
      "account|order",
      "Drawers of the order's page show its order, and are made as those of the account's page are; a route puts them beside the page.",
    ),
    stands(
      "lists-stand-on-accounts-and-orders",
      "lists",
      "account|order",
      "A list names transactions as their account does and opens the same drawers; it undoes as an order does. Nothing turns back.",
    ),
    stands(
      "the-overview-stands-on-lists",
      "overview",
      "account|lists|runs",
      "It leads to their views, calls a transaction and why it is open as they do, and tells of the last runs as their list does.",
    ),
    stands("the-audit-stands-on-lists", "audit", "lists", "It saves its findings as a list saves its rows."),
    stands(
      "runs-stand-on-lists-accounts-and-orders",
      "runs",
      "account|lists|order",
      "A run is listed as transactions are, asks in the dialogs of an account, and is refused as an act on an order is.",
    ),
    stands("the-set-up-stands-on-runs", "set-up", "account|lists|order|runs", "Its back-fill is a run."),
    stands(
      "settings-stand-on-accounts",
      "settings",
      "account|order",
      "A setting is changed in an act's drawer.",
    ),
    {
      name: "every-room-of-the-admin-is-known",
      comment: "A folder that no rule speaks of would be free to import anything.",
      severity: "error",
      from: {},
      to: { path: "^src/admin/[^/]+/", pathNot: `^src/admin/(${ADMIN_ROOMS.join("|")})/` },
    },
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
      to: { path: "^(test|integration-tests|bench|proofs|demo|scripts|examples)/" },
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
    reporterOptions: { archi: { collapsePattern: "^src/modules/[^/]+/[^/]+/|^src/[^/]+/" } },
  },
}
