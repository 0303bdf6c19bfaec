import { writeFileSync } from "node:fs"
import { describeHost } from "../../integration-tests/setup/host"
import { OPERATIONS, type Operation } from "../../src/api/lib/operations"
import { Asking } from "./asking"
import { TAKEN_AWAY, WEAKENED, type HostKind } from "./report"

const kind = (process.env["AUTHORIZATION_HOST"] ?? "rbac") as HostKind
const routes = JSON.parse(process.env["AUTHORIZATION_ROUTES"] ?? "[]") as string[]

/** Before the host reads them, as a mistake in the list would be. */
function breakDeclarations(): void {
  const list = OPERATIONS as Operation[]
  const at = (route: string): number =>
    list.findIndex(({ method, path }) => `${method.toUpperCase()} ${path}` === route)
  list.splice(at(TAKEN_AWAY), 1)
  const weakened = list[at(WEAKENED)]
  if (weakened) list[at(WEAKENED)] = { ...weakened, right: "view" }
}

if (kind === "broken") breakDeclarations()

describeHost((host) => {
  it(`answers everybody by what they may: ${kind}`, async () => {
    const asking = new Asking(host, routes)
    await (kind === "plain" ? asking.withoutRoles() : asking.withRoles())
    const report = asking.report()
    const file = process.env["AUTHORIZATION_REPORT"]
    if (file) writeFileSync(file, JSON.stringify(report))
    expect(routes.length > 0 && report.wrong).toEqual([])
  }, 1_800_000)
})
