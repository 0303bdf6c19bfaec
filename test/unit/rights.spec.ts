import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { isDeclared } from "../../src/api/lib/refuse-undeclared"
import { OPERATIONS } from "../../src/api/lib/operations"
import { policiesOf } from "../../src/api/lib/rights"
import { RIGHTS } from "../../src/types/rights"

const root = path.resolve(__dirname, "..", "..")
const check = path.join(root, "scripts", "routes-declared.mjs")

interface Build {
  routes: Readonly<Record<string, string>>
  operations: readonly object[]
}

/** A build as the check reads one: route files, and the list of declarations. */
function checked(build: Build): { status: number | null; said: string } {
  const folder = mkdtempSync(path.join(tmpdir(), "rights-"))
  const api = path.join(folder, "api")
  try {
    mkdirSync(path.join(folder, "types"))
    mkdirSync(path.join(api, "lib"), { recursive: true })
    writeFileSync(path.join(folder, "types", "rights.js"), `exports.RIGHTS = ${JSON.stringify(RIGHTS)}`)
    writeFileSync(
      path.join(api, "lib", "operations.js"),
      `exports.OPERATIONS = ${JSON.stringify(build.operations)}`,
    )
    for (const [route, text] of Object.entries(build.routes)) {
      mkdirSync(path.join(api, route), { recursive: true })
      writeFileSync(path.join(api, route, "route.js"), text)
    }
    const { status, stderr } = spawnSync(process.execPath, [check, api], { encoding: "utf8" })
    return { status, said: stderr }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const route = "admin/reconciliation/orders/[id]"
const get = { method: "get", path: "/admin/reconciliation/orders/{id}", right: "view" }

describe("the check of the build", () => {
  it.each([
    ["each route declares a right", { routes: { [route]: "exports.GET = 1" }, operations: [get] }, ""],
    [
      "a route is in no declaration",
      { routes: { [route]: "exports.GET = exports.POST = 1" }, operations: [get] },
      "POST /admin/reconciliation/orders/{id} declares no right",
    ],
    [
      "a declaration has no right",
      { routes: { [route]: "exports.GET = 1" }, operations: [{ ...get, right: undefined }] },
      "declares no right",
    ],
    [
      "a right is misspelt",
      { routes: { [route]: "exports.GET = 1" }, operations: [{ ...get, right: "veiw" }] },
      "declares no right",
    ],
    [
      "a route is open to shoppers",
      {
        routes: { "store/x": "exports.GET = 1", [route]: "exports.GET = 1" },
        operations: [get, { ...get, path: "/store/x" }],
      },
      "GET /store/x is elsewhere",
    ],
    ["there is no route", { routes: {}, operations: [] }, "There is no route"],
  ])("%s", (_, build, said) => {
    const answer = checked(build)
    expect(answer.said).toContain(said)
    expect(answer.status).toBe(said === "" ? 0 : 1)
  })
})

describe("rights", () => {
  it.each([
    ["GET", "/admin/reconciliation/orders/order_1?x=1", true],
    ["HEAD", "/Admin/reconciliation/Orders/order_1/", true],
    ["POST", "/admin/reconciliation/orders/order_1", false],
    ["GET", "/admin/reconciliation/orders/order_1/plan", false],
    ["GET", "/admin/reconciliation/secrets", false],
  ])("%s %s is declared: %s", (method, url, declared) => {
    expect(isDeclared(method, url)).toBe(declared)
  })

  it("asks of the routes that may refund for the host's right to refund", () => {
    const refunding = OPERATIONS.filter((operation) =>
      policiesOf(operation).some(({ resource }) => resource === "refund"),
    )
    expect(refunding.map(({ path: at }) => at)).toEqual([
      "/admin/reconciliation/orders/{id}/refunds",
      "/admin/reconciliation/payments/{id}/pay-back",
    ])
  })
})
