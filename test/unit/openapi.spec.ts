import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { OPERATIONS } from "../../src/api/lib/operations"
import { apiPage } from "../support/api-page"
import { description } from "../support/openapi"

const root = path.resolve(__dirname, "..", "..")
const committed = path.join(root, "docs", "openapi.json")

/** "get /admin/reconciliation/orders/{id}" of each route file below a folder, read from its exports. */
function routesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return routesBelow(file)
    if (entry.name !== "route.ts") return []
    const route = path.relative(path.join(root, "src", "api"), folder).replaceAll(/\[(\w+)\]/g, "{$1}")
    const methods = [...readFileSync(file, "utf8").matchAll(/^export const (GET|POST|PUT|PATCH|DELETE)\b/gm)]
    return methods.map(([, method]) => `${method?.toLowerCase()} /${route.split(path.sep).join("/")}`)
  })
}

describe("the OpenAPI description", () => {
  const made = description()

  it("names every route of the plugin and no other", () => {
    const named = Object.entries(made.paths).flatMap(([route, methods]) =>
      Object.keys(methods).map((method) => `${method} ${route}`),
    )
    expect(named.toSorted()).toEqual(routesBelow(path.join(root, "src", "api")).toSorted())
  })

  it("says of every part of a path what it may be", () => {
    const unsaid = OPERATIONS.flatMap(({ path: at, parts }) =>
      [...at.matchAll(/\{(\w+)\}/g)].flatMap(([, name = ""]) => (name === "id" || parts?.[name] ? [] : [at])),
    )
    expect(unsaid).toEqual([])
    const code = made.paths["/admin/reconciliation/accounts/{id}/codes/{rank}"]?.["get"]
    expect(code).toMatchObject({
      operationId: "getAccountsOneCodesOne",
      parameters: [
        { name: "id", in: "path", schema: { type: "string" } },
        { name: "rank", in: "path", schema: { type: "integer", minimum: 1 } },
      ],
    })
  })

  it("is the one in docs/openapi.json (UPDATE_GOLDEN=1 writes it anew)", () => {
    const text = `${JSON.stringify(made, null, 2)}\n`
    if (process.env["UPDATE_GOLDEN"]) writeFileSync(committed, text)
    expect(readFileSync(committed, "utf8")).toBe(text)
  })

  it("is told to people in docs/api.md (UPDATE_GOLDEN=1 writes it anew)", () => {
    const page = path.join(root, "docs", "api.md")
    if (process.env["UPDATE_GOLDEN"]) writeFileSync(page, apiPage())
    expect(readFileSync(page, "utf8")).toBe(apiPage())
  })

  it("refers only to schemas it holds", () => {
    const names = Object.keys(made.components.schemas)
    const used = [...JSON.stringify(made).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name)
    expect([...new Set(used)].filter((name) => !names.includes(name ?? ""))).toEqual([])
  })
})
