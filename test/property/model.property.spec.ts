import { emptyTally, live } from "../support/model/scenario"
import { MemoryLedger } from "../support/model/memory-ledger"

/** RECONCILIATION_MODEL_LIVES enlarges it; `npm run prove -- model` plays ten thousand. */
const LIVES = Number(process.env["RECONCILIATION_MODEL_LIVES"] ?? 60)

describe("The pure core, lived by a model", () => {
  it(`breaks no rule and agrees with the shop's own count after each command of ${LIVES} scenarios`, async () => {
    const tally = emptyTally()
    for (let seed = 1; seed <= LIVES; seed += 1) {
      await live({ seed, commands: 50, openLedger: (terms) => new MemoryLedger(terms) }, tally)
    }
    expect(tally.scenarios).toBe(LIVES)
    for (const { accepted, refused } of Object.values(tally.kinds))
      expect(accepted / (accepted + refused)).toBeGreaterThan(0.5)
  })
})
