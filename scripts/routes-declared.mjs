// Fails the build when a route of it is in no declaration, or one declares no right.
import { readdirSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"

const api = path.resolve(process.argv[2] ?? ".medusa/server/src/api")
const require = createRequire(import.meta.url)
/** @type {{ OPERATIONS: { method: string, path: string, right: string }[] }} */
const { OPERATIONS } = require(path.join(api, "lib", "operations.js"))
/** @type {{ RIGHTS: string[] }} */
const { RIGHTS } = require(path.join(api, "..", "types", "rights.js"))
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]

/** @type {string[]} */
const files = readdirSync(api, { recursive: true, encoding: "utf8" })
const routes = files
  .filter((file) => path.basename(file) === "route.js")
  .flatMap((file) => {
    const route = `/${path
      .dirname(file)
      .split(path.sep)
      .join("/")
      .replaceAll(/\[(\w+)\]/g, "{$1}")}`
    return METHODS.filter((method) => method in require(path.join(api, file))).map(
      (method) => `${method} ${route}`,
    )
  })
const declared = OPERATIONS.filter(({ right }) => RIGHTS.includes(right)).map(
  ({ method, path: route }) => `${method.toUpperCase()} ${route}`,
)
const problems = [
  ...routes.filter((route) => !declared.includes(route)).map((route) => `${route} declares no right`),
  ...declared.filter((route) => !routes.includes(route)).map((route) => `${route} is declared and not there`),
  ...routes
    .filter((route) => !route.includes(" /admin/reconciliation/"))
    .map((route) => `${route} is elsewhere`),
]
for (const problem of problems) console.error(problem)
if (routes.length === 0) console.error(`There is no route below ${api}`)
if (process.argv.includes("--list")) console.log(JSON.stringify(routes))
process.exitCode = problems.length || routes.length === 0 ? 1 : 0
