import { emptyTally, playScenario } from "../support/model/scenario"
import { MemoryLedger } from "../support/model/memory-ledger"

/** RECONCILIATION_MODEL_SCENARIOS enlarges it; `npm run prove -- model` plays ten thousand. */
const SCENARIOS = Number(process.env["RECONCILIATION_MODEL_SCENARIOS"] ?? 60)

describe("The pure core, played by a model", () => {
  it(`breaks no rule and agrees with the shop's own count after each command of ${SCENARIOS} scenarios`, async () => {
    const tally = emptyTally()
    for (let seed = 1; seed <= SCENARIOS; seed += 1) {
      await playScenario({ seed, commands: 50, openLedger: (terms) => new MemoryLedger(terms) }, tally)
    }
    expect(tally.scenarios).toBe(SCENARIOS)
    // What comes up twice in so few scenarios says nothing by its share.
    const often = Object.entries(tally.kinds).filter(([, { accepted, refused }]) => accepted + refused >= 10)
    expect(often.length).toBeGreaterThan(20)
    for (const [kind, { accepted, refused }] of often)
      expect([kind, accepted / (accepted + refused) > 0.5]).toEqual([kind, true])
  })
})
