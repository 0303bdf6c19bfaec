import { openLedger, type Ledger } from "../setup/ledger"
import { RunShop } from "../setup/run-shop"

describe("F32: a run in stores with other settings, on PostgreSQL", () => {
  let ledger: Ledger
  const shop = new RunShop(() => ledger)
  beforeAll(async () => {
    ledger = await openLedger("runs_settings")
  })
  afterAll(async () => {
    await ledger.close()
  })

  it("gives codes of the store's one sequence, account after account", async () => {
    await shop.customer("one_1", 1, "10.00")
    await shop.customer("one_2", 2, "110.00")
    const { runs } = ledger.serviceWith({ matchingCodes: { scope: "store", firstRank: 5 } })
    await runs.start({ scope: { customer_ids: ["one_1", "one_2"] }, context: shop.by })
    await runs.work("one")
    const codes = await ledger.sql<{ line: string }>(
      `select s.rank || ' ' || a.owner_id || case when s.document_id is null then ' money' else ' order' end as line
         from reconciliation_matching_sequence s join reconciliation_account a on a.id = s.account_id order by s.rank`,
    )
    expect(codes.map(({ line }) => line)).toEqual([
      "5 one_1 order",
      "6 one_1 money",
      "7 one_2 order",
      "8 one_2 money",
      "9 one_2 order",
    ])
    await shop.shop.record("one_1", "10.00")
    await runs.start({ scope: { customer_ids: ["one_1"] }, context: shop.by })
    await runs.work("one")
    const [last] = await ledger.sql<{ rank: number }>(
      "select max(rank) as rank from reconciliation_matching_sequence",
    )
    expect(last?.rank).toBe(10)
  })

  it("gives none where the store wants none", async () => {
    await shop.customer("none_1", 1, "10.00")
    const { runs } = ledger.serviceWith({ matchingCodes: { enabled: false } })
    await runs.start({ scope: { customer_ids: ["none_1"] }, context: shop.by })
    await runs.work("one")
    expect(await shop.standing("none_%")).toEqual(["none_1 deposit 1000 → A 1000 oldest_first"])
    const codes = await ledger.sql(
      "select 1 from reconciliation_matching_sequence s join reconciliation_account a on a.id = s.account_id where a.owner_id = 'none_1'",
    )
    expect(codes).toEqual([])
  })

  it("writes off the small rest that it leaves, and an undo leaves such an order alone", async () => {
    await shop.customer("short_1", 1, "99.97")
    await shop.customer("short_2", 1, "50.00")
    const { runs } = ledger.serviceWith({
      writeOff: { limits: { eur: { amount: "0.05", percent: 1 } }, automatic: true },
    })
    const scope = { customer_ids: ["short_1", "short_2"] }
    const preview = await runs.preview({ scope, context: shop.by })
    expect(preview.moves.map(({ order }) => order?.open)).toEqual(["0.00", "50.00"])
    const { id } = await runs.start({ scope, context: shop.by })
    const worked = await runs.work("one")
    expect(worked?.writtenOff).toHaveLength(1)
    await expect(runs.undo({ runId: id, context: shop.by })).rejects.toMatchObject({
      code: "run_has_dependants",
    })
    const undo = await runs.undo({ runId: id, dependants: "cascade", context: shop.by })
    await runs.work("one")
    expect((await runs.retrieve(undo.id)).counts).toMatchObject({ changed: 1, left: 2 })
    const { rows } = await runs.left(undo.id, { limit: 10 })
    expect(rows.map(({ owner, reason }) => `${owner.id} ${reason}`)).toEqual([
      "short_1 written_off",
      "short_1 written_off",
    ])
    expect(await shop.violations("short_%")).toEqual([])
  })
})
