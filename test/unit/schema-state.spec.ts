import { SchemaState } from "../../src/modules/reconciliation/ledger/schema-state"

/** A database with these tables and migrations; the test may change them. */
function databaseOf(has: { tables: boolean; notes: boolean; applied: string[] }) {
  return {
    asked: 0,
    async run<Row extends object>({ name }: { name: string }): Promise<Row[]> {
      this.asked += 1
      const rows = name === "read_tables_there" ? [has] : has.applied.map((one) => ({ name: one }))
      return rows as unknown as Row[]
    },
  }
}

const PACKED = ["Migration1Reconciliation", "Migration2Reconciliation"]

describe("What the start says of the tables", () => {
  it.each([
    ["all were run", { tables: true, notes: true, applied: PACKED }, 0],
    [
      "they are noted with their files' ends",
      { tables: true, notes: true, applied: PACKED.map((one) => `${one}.js`) },
      0,
    ],
    [
      "a later one was run too",
      { tables: true, notes: true, applied: [...PACKED, "Migration3Reconciliation"] },
      0,
    ],
    ["the last was not run", { tables: true, notes: true, applied: PACKED.slice(0, 1) }, 1],
    ["there are no tables", { tables: false, notes: true, applied: PACKED }, 1],
    ["there is no host either", { tables: false, notes: false, applied: [] }, 1],
    ["tables came in another way", { tables: true, notes: false, applied: [] }, 0],
    ["tables came in another way, beside a host's", { tables: true, notes: true, applied: [] }, 0],
  ])("when %s", async (_, has, count) => {
    const said: string[] = []
    const state = new SchemaState(databaseOf(has), () => PACKED)
    await state.sayAtStart((text) => said.push(text))
    expect(said).toHaveLength(count)
    if (count > 0) {
      expect(said[0]).toMatch(/npx medusa db:migrate$/)
      await expect(state.refuseWhileBehind()).rejects.toMatchObject({ code: "reconciliation_not_migrated" })
    } else await state.refuseWhileBehind()
  })

  it("asks nothing more once all is there, and refuses nothing when the database is not reached", async () => {
    const has = { tables: true, notes: true, applied: PACKED.slice(0, 1) }
    const database = databaseOf(has)
    const state = new SchemaState(database, () => PACKED)
    await state.sayAtStart(() => undefined)
    has.applied = PACKED
    await state.refuseWhileBehind()
    const { asked } = database
    await state.refuseWhileBehind()
    expect(database.asked).toBe(asked)
    const gone = new SchemaState({ run: async () => Promise.reject(new Error("gone")) }, () => PACKED)
    await gone.sayAtStart(() => {
      throw new Error("it says something")
    })
    await gone.refuseWhileBehind()
  })

  it("finds the migrations that are packed", async () => {
    const state = new SchemaState(databaseOf({ tables: false, notes: true, applied: [] }))
    expect(await state.refusal()).toMatchObject({
      ids: { first: "Migration20260101000000Reconciliation" },
      type: "unavailable",
    })
  })
})
