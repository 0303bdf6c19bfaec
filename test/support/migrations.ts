import { readdirSync } from "node:fs"
import path from "node:path"

const folder = path.join(__dirname, "..", "..", "src", "modules", "reconciliation", "migrations")

interface MigrationClass {
  prototype: Record<"up" | "down", (this: { addSql(statement: string): void }) => Promise<void>>
}

/** The ledger's migrations by name, in the order in which the host runs them. */
export function migrationNames(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => path.basename(name, ".ts"))
    .toSorted()
}

/** What one migration does, as plain SQL. */
export async function statementsOf(name: string, direction: "up" | "down" = "up"): Promise<string[]> {
  const [migration] = Object.values(require(path.join(folder, name)) as Record<string, MigrationClass>)
  const statements: string[] = []
  await migration?.prototype[direction].call({ addSql: (statement) => statements.push(statement) })
  return statements
}

/** All that makes a ledger where there is none. */
export async function statementsOfAll(): Promise<string[]> {
  return (await Promise.all(migrationNames().map(async (name) => statementsOf(name)))).flat()
}
