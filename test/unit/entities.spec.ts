import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { ENTITIES } from "../../src/modules/reconciliation/models/entities"
import ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { rowsUnder } from "../support/markdown"

const root = path.resolve(__dirname, "../..")
const snake = (name: string): string => name.replaceAll(/(?<!^)([A-Z])/g, "_$1").toLowerCase()
const quoted = (cell = ""): string[] => [...cell.matchAll(/`(\w+)`/g)].map(([, word = ""]) => word)

interface Field {
  readonly type?: string
}

/** What an entity is made of: the names of its fields, and of what it is joined with. */
function partsOf(entity: (typeof ENTITIES)[keyof typeof ENTITIES]): {
  fields: string[]
  relations: string[]
} {
  const parts = Object.entries(entity.parse().schema as Readonly<Record<string, Field>>)
  const isRelation = ([, field]: [string, Field]): boolean =>
    ["hasMany", "belongsTo"].includes(field.type ?? "")
  const own = parts.filter(([name]) => !["created_at", "updated_at", "deleted_at"].includes(name))
  return {
    fields: own.filter((part) => !isRelation(part)).map(([name]) => name),
    relations: own.filter(isRelation).map(([name]) => name),
  }
}

describe("F82: the entities", () => {
  const listed = new Map(
    rowsUnder(readFileSync(path.join(root, "docs/entities.md"), "utf8"), "The entities").map((row) => [
      quoted(row["entity"])[0],
      row,
    ]),
  )

  it.each(Object.entries(ENTITIES))(
    "%s has the fields and joins that docs/entities.md lists",
    (name, entity) => {
      const { fields, relations } = partsOf(entity)
      const row = listed.get(snake(name))
      expect(quoted(row?.["fields"])).toEqual(fields)
      // The last ones lead out of the module; the links make them.
      expect(
        quoted(row?.["joined with"]).filter((one) => !["customer", "order", "payment"].includes(one)),
      ).toEqual(relations)
    },
  )

  it("are written by nobody: each method that would, says what to call", async () => {
    const { prototype } = ReconciliationModuleService
    const writing = Object.getOwnPropertyNames(Object.getPrototypeOf(prototype)).filter((name) =>
      /^(?:create|update|delete|softDelete|restore)/.test(name),
    )
    expect(writing).toHaveLength(Object.keys(ENTITIES).length * 5)
    const refusals = await Promise.all(
      writing.map((name) =>
        (prototype as unknown as Record<string, () => Promise<never>>)[name]?.().catch(({ code }) => code),
      ),
    )
    expect(new Set(refusals)).toEqual(new Set(["entity_read_only"]))
  })

  it("stand over views, so no snapshot says that they are tables to be made", () => {
    const folder = path.join(root, "src/modules/reconciliation/migrations")
    expect(readdirSync(folder).filter((file) => !/^Migration\d{14}Reconciliation\.ts$/.test(file))).toEqual(
      [],
    )
  })
})
