import { spawnSync } from "node:child_process"
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

const root = path.resolve(__dirname, "../..")
const MODULE = "src/modules/reconciliation"

/** The rooms of the ledger, of its domain and of the admin, each from the ground up. */
const ROOMS = words(
  "settings ledger receipts document-numbers items configuration instalments refunds orders accounts notes attachments lists payments write-offs edits mirrors money opening-balances recording owners runs events sweep set-up privacy check facets",
)
const DOMAIN = words(
  "allocation instalments terms planner posting reversals write-offs order refunds examples",
)
const ADMIN = words("i18n lib ui features/order widgets routes")
const OTHER_FEATURE = "admin features/other"
/** What the admin loads together and late: nobody imports it but dynamically. */
const PART = "admin part"

/** A place, the file that stands for it, and the places it may import from. */
const PLACES: Readonly<Record<string, { file: string; mayImport: readonly string[] }>> = {
  types: { file: "src/types/a.ts", mayImport: [] },
  domain: { file: `${MODULE}/domain/a.ts`, mayImport: [] },
  ...stacked("domain", DOMAIN, { folder: `${MODULE}/domain`, ground: ["domain"] }),
  ingest: { file: `${MODULE}/ingest/a.ts`, mayImport: ["types", "domain", ...named("domain", DOMAIN)] },
  audit: {
    file: `${MODULE}/audit/a.ts`,
    mayImport: ["types", "ingest", "domain", ...named("domain", DOMAIN)],
  },
  migrations: { file: `${MODULE}/migrations/a.ts`, mayImport: [] },
  ...stacked("room", ROOMS, { folder: MODULE, ground: ["types", "domain", ...named("domain", DOMAIN)] }),
  statement: { file: `${MODULE}/items/a.sql.ts`, mayImport: ["tables"] },
  tables: {
    file: `${MODULE}/ledger/tables/a.ts`,
    mayImport: ["types", "domain", ...named("domain", DOMAIN), "room settings", "room ledger"],
  },
  writer: {
    file: `${MODULE}/ledger/write.ts`,
    mayImport: ["types", "domain", ...named("domain", DOMAIN), "room settings", "room ledger", "tables"],
  },
  subscribers: { file: "src/subscribers/a.ts", mayImport: ["types", "workflows"] },
  jobs: { file: "src/jobs/a.ts", mayImport: ["types", "workflows"] },
  policies: { file: "src/policies/a.ts", mayImport: ["types"] },
  workflows: {
    file: "src/workflows/a.ts",
    mayImport: ["types", "ingest", "audit", ...named("room", ROOMS), "tables"],
  },
  api: { file: "src/api/a.ts", mayImport: ["types", "workflows", ...named("room", ROOMS), "tables"] },
  ...stacked("admin", ADMIN, {
    folder: "src/admin",
    ground: ["types", "domain", ...named("domain", DOMAIN)],
  }),
  [OTHER_FEATURE]: {
    file: "src/admin/features/other/a.ts",
    mayImport: ["types", "domain", ...named("domain", DOMAIN), "admin i18n", "admin lib", "admin ui"],
  },
  [PART]: {
    file: "src/admin/features/part.ts",
    mayImport: ["types", "domain", ...named("domain", DOMAIN), ...named("admin", ADMIN.slice(0, 4))],
  },
}
/** Which statements and tables a room may import follows from its place; the table above leaves it out. */
const UNSAID = new Set(["statement", "tables", "writer"])

function words(text: string): string[] {
  return text.split(" ")
}

function named(kind: string, rooms: readonly string[]): string[] {
  return rooms.map((room) => `${kind} ${room}`)
}

function stacked(
  kind: string,
  rooms: readonly string[],
  { folder, ground }: { folder: string; ground: readonly string[] },
): typeof PLACES {
  return Object.fromEntries(
    rooms.map((room, index) => [
      `${kind} ${room}`,
      { file: `${folder}/${room}/a.ts`, mayImport: [...ground, ...named(kind, rooms.slice(0, index))] },
    ]),
  )
}

interface Cruised {
  readonly summary: { readonly violations: { from: string; to: string; rule: { name: string } }[] }
}

/** Every place imports every other one: what the boundaries refuse of it, as "from → to". */
function refused(): Set<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "reconciliation-boundaries-"))
  try {
    for (const { file } of Object.values(PLACES)) {
      const others = Object.values(PLACES).filter((other) => other.file !== file)
      const lines = others.map((other, index) => {
        const to = path.relative(path.dirname(file), other.file).replace(/\.ts$/, "")
        const from = to.startsWith(".") ? to : `./${to}`
        return `import { name as name${index} } from "${from}"\nvoid name${index}\n`
      })
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
      writeFileSync(path.join(folder, file), `${lines.join("")}export const name = 1\n`)
    }
    writeFileSync(path.join(folder, "tsconfig.json"), readFileSync(path.join(root, "tsconfig.base.json")))
    writeFileSync(path.join(folder, "package.json"), "{}")
    symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"))
    const tool = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs")
    const config = path.join(root, ".dependency-cruiser.cjs")
    const run = spawnSync(process.execPath, [tool, "--config", config, "-T", "json", "src"], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    })
    if (!run.stdout) throw new Error(run.stderr)
    const { violations } = (JSON.parse(run.stdout) as Cruised).summary
    return new Set(
      violations.filter(({ rule }) => rule.name !== "no-cycles").map(({ from, to }) => `${from} → ${to}`),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe("The boundaries between rooms", () => {
  const found = refused()
  const pairs = Object.entries(PLACES).flatMap(([from, place]) =>
    Object.entries(PLACES)
      .filter(([to]) => to !== from && !(UNSAID.has(to) && !["statement", "workflows", "api"].includes(from)))
      .map(([to, other]) => ({
        name: `${from} → ${to}`,
        key: `${place.file} → ${other.file}`,
        allowed: place.mayImport.includes(to === OTHER_FEATURE ? "admin features/order" : to),
      })),
  )

  it("refuse every import that the table above does not allow", () => {
    const missed = pairs.filter(({ key, allowed }) => !allowed && !found.has(key))
    expect(missed.map(({ name }) => name)).toEqual([])
  })

  it("allow every import that the table above allows", () => {
    const forbidden = pairs.filter(({ key, allowed }) => allowed && found.has(key))
    expect(forbidden.map(({ name }) => name)).toEqual([])
  })

  it("let only the envelope reach the writer", () => {
    const others = Object.entries(PLACES).filter(([name]) => !["writer", "statement"].includes(name))
    const free = others.filter(([, { file }]) => !found.has(`${file} → ${MODULE}/ledger/write.ts`))
    expect(free.map(([name]) => name)).toEqual([])
  })

  it("know every folder, in the order that ARCHITECTURE.md gives", () => {
    const folders = (place: string): string[] =>
      readdirSync(path.join(root, place), { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [entry.name] : [],
      )
    const others = new Set(["audit", "domain", "ingest", "migrations", "models"])
    expect(
      folders(MODULE)
        .filter((name) => !others.has(name))
        .toSorted(),
    ).toEqual(ROOMS.toSorted())
    expect(folders(`${MODULE}/domain`).toSorted()).toEqual(DOMAIN.toSorted())
    const page = readFileSync(path.join(root, "ARCHITECTURE.md"), "utf8").replaceAll(/\s+/g, " ")
    expect(page).toContain(ROOMS.join(", "))
    expect(page).toContain(DOMAIN.join(", "))
  })
})
