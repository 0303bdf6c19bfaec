import { readdirSync } from "node:fs"
import path from "node:path"
import type { Statement } from "../../src/modules/reconciliation/ledger/statement"

const folder = path.resolve(__dirname, "../../src/modules")

const isStatement = (value: unknown): value is Statement =>
  typeof value === "object" && value !== null && "name" in value && "text" in value

const statements = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".sql.ts"))
  .flatMap((file) => Object.values(require(path.join(folder, file)) as Record<string, unknown>))
  .filter(isStatement)

/** The highest number of a parameter in it. */
const parametersOf = ({ text }: Statement): number =>
  Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)))

describe("The ledger's statements", () => {
  it("are found, each under a name of its own", () => {
    const names = statements.map(({ name }) => name)
    expect(names.length).toBeGreaterThan(40)
    expect(new Set(names).size).toBe(names.length)
  })

  it("take no more parameters than a person can count: what has more columns is a list of records", () => {
    expect(statements.filter((one) => parametersOf(one) > 20).map(({ name }) => name)).toEqual([])
  })

  it("ask for live allocations by the view that says which they are", () => {
    const byHand = statements.filter(({ text }) =>
      /from reconciliation_allocation r\s+where r\.releases/.test(text),
    )
    expect(byHand.map(({ name }) => name)).toEqual([])
  })
})
