import type { Statement } from "../../src/modules/reconciliation/ledger/statement"
import { openLedger, type Ledger } from "../setup/ledger"

const said: Statement = {
  name: "said",
  prepared: true,
  text: "select $1::text as word, $2::text[] as words, $3::bigint as amount, $4::bigint[] as amounts, $5::integer as number",
}
const noted: Statement = {
  name: "noted",
  prepared: true,
  text: "insert into reconciliation_watermark values ($1, now()) returning name",
}

describe("a transaction of the ledger", () => {
  let ledger: Ledger
  beforeAll(async () => {
    ledger = await openLedger("transactions")
  })
  afterAll(async () => ledger.close())

  const words = ["it's", 'a "word"', String.raw`back\slash`, "a, b", "{}", "NULL", "", "é 🧾", "$1; rollback"]

  it.each(words)("says %j to a prepared statement as it is", async (word) => {
    const amounts = [-9_223_372_036_854_775_808n, 0n, 9_223_372_036_854_775_807n]
    const [row] = await ledger.database.transaction((session) =>
      session.run(said, [word, [word, "x"], amounts[2], amounts, -1]),
    )
    expect(row).toEqual({
      word,
      words: [word, "x"],
      amount: "9223372036854775807",
      amounts: amounts.map(String),
      number: -1,
    })
  })

  it("says nothing as null", async () => {
    const [row] = await ledger.database.transaction((session) =>
      session.run(said, [null, [], undefined, [], null]),
    )
    expect(row).toEqual({ word: null, words: [], amount: null, amounts: [], number: null })
  })

  it("refuses what has no words in SQL before anything is sent", async () => {
    await expect(
      ledger.database.transaction((session) => session.run(said, [{}, [], null, [], null])),
    ).rejects.toThrow("cannot be said")
  })

  it("commits with its last statement, and takes no other after it", async () => {
    const after = ledger.database.transaction(async (session) => {
      expect(await session.finish({ statement: noted, parameters: ["last"] })).toEqual([{ name: "last" }])
      return session.run(noted, ["after"])
    })
    await expect(after).rejects.toThrow("after its last statement")
    expect(await ledger.sql("select name from reconciliation_watermark")).toEqual([{ name: "last" }])
  })

  it("leaves nothing when its last statement fails", async () => {
    const twice = ledger.database.transaction(async (session) => {
      await session.run(noted, ["first"])
      return session.finish({ statement: noted, parameters: ["first"] })
    })
    await expect(twice).rejects.toMatchObject({ code: "23505" })
    expect(await ledger.sql("select name from reconciliation_watermark where name = 'first'")).toEqual([])
  })
})
