import { execFileSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { connect } from "../../bench/lib/database"
import { onServer, runJest } from "../../bench/lib/jest"
import type { Outcome, Server, Setting, Task } from "../../bench/lib/task"
import { ATTEMPTS } from "./attempts"
import { TAKEN_AWAY, WEAKENED, type HostKind, type HostReport } from "./report"

const root = path.join(__dirname, "..", "..")
const template = `authorization_${process.pid}`
const build = path.join(root, ".medusa", "server", "src", "api")

/** Who may call each route of the build. It has one size: all of them. */
export const authorization: Task = {
  name: "authorization",
  goal: "every route of the build: 401 without login, 403 without each policy it needs, not with exactly them; unknown id 404; nothing else answers",
  small: { scale: 1, trials: 1 },
  run: prove,
}

async function prove({ say, server }: Setting): Promise<Outcome> {
  const routes = routesOfBuild()
  const running = await server()
  const [rbac, plain, broken] = await askHosts(running, routes)
  const wrong = [...rbac.wrong, ...plain.wrong]
  for (const { route, who, answered, wanted } of wrong.slice(0, 20))
    say(`${route}, ${who}: ${answered} instead of ${wanted}`)
  const found = [...new Set(broken.wrong.map(({ route }) => route))].toSorted()
  say(
    `${routes.length} routes, ${rbac.people} people and keys with roles on, ${rbac.requests + plain.requests} requests: ${wrong.length} wrong`,
  )
  say(
    `control, one declaration taken away, one too weak: ${broken.wrong.length} wrong, of ${found.join(" and ")}`,
  )
  const requests = rbac.requests + plain.requests
  return {
    holds:
      routes.length > 0 &&
      wrong.length === 0 &&
      JSON.stringify(found) === JSON.stringify([TAKEN_AWAY, WEAKENED].toSorted()),
    full: true,
    figures: { routes: routes.length, requests, wrong: wrong.length, control: broken.wrong.length },
  }
}

async function askHosts(
  server: Server,
  routes: readonly string[],
): Promise<[HostReport, HostReport, HostReport]> {
  try {
    return [
      await askHost(server, routes, "rbac"),
      await askHost(server, routes, "plain"),
      await askHost(server, routes, "broken"),
    ]
  } finally {
    const pool = connect(server.url, 1)
    await pool.raw(`drop database if exists ${template}`)
    await pool.destroy()
  }
}

/** As the host would load them; what is not built yet, or was built of other routes, is built. */
function routesOfBuild(): string[] {
  const wanted = Object.keys(ATTEMPTS)
  const standing = existsSync(build) ? listedRoutes() : []
  if (differing(standing, wanted).length === 0) return standing
  execFileSync("npm", ["run", "-s", "build"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] })
  const built = listedRoutes()
  const unknown = differing(built, wanted)
  if (unknown.length > 0) throw new Error(`the build and the proof know different routes: ${unknown.join()}`)
  return built
}

function listedRoutes(): string[] {
  const check = path.join(root, "scripts", "routes-declared.mjs")
  const list = execFileSync(process.execPath, [check, build, "--list"], { encoding: "utf8" })
  return JSON.parse(list) as string[]
}

const differing = (some: readonly string[], others: readonly string[]): string[] => [
  ...some.filter((one) => !others.includes(one)),
  ...others.filter((one) => !some.includes(one)),
]

async function askHost(server: Server, routes: readonly string[], kind: HostKind): Promise<HostReport> {
  const folder = mkdtempSync(path.join(tmpdir(), "reconciliation-authorization-"))
  const report = path.join(folder, "report.json")
  try {
    const output = await runJest(path.join(__dirname, "jest.config.cjs"), {
      ...onServer(server),
      ...(kind !== "plain" && { MEDUSA_FF_RBAC: "true" }),
      // The first host migrates, the others have its tables.
      HOST_TEMPLATE: template,
      AUTHORIZATION_HOST: kind,
      AUTHORIZATION_ROUTES: JSON.stringify(routes),
      AUTHORIZATION_REPORT: report,
    })
    try {
      return JSON.parse(readFileSync(report, "utf8")) as HostReport
    } catch {
      throw new Error(`the host ended without a report:\n${output.slice(-6_000)}`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
