import fc from "fast-check"
import { openLedger, type Ledger } from "../setup/ledger"
import { scenarioOf } from "../setup/model"
import { ModelRun, type Tally } from "../setup/model-run"

/** RECONCILIATION_MODEL_RUNS and …_COMMANDS enlarge it, for example to 500 × 50 before a release. */
const RUNS = Number(process.env["RECONCILIATION_MODEL_RUNS"] ?? 40)
const COMMANDS = Number(process.env["RECONCILIATION_MODEL_COMMANDS"] ?? 25)

describe("The ledger on PostgreSQL, audited by a model", () => {
  let ledger: Ledger
  const tally: Tally = { done: new Map(), states: new Set() }

  beforeAll(async () => {
    ledger = await openLedger("model")
  })

  afterAll(async () => {
    await ledger.close()
  })

  it(`agrees with an independent count and breaks no rule, after each of ${COMMANDS} commands of ${RUNS} scenarios`, async () => {
    let scenarios = 0
    await fc.assert(
      fc.asyncProperty(scenarioOf(COMMANDS), async (scenario) => {
        scenarios += 1
        await new ModelRun(ledger, scenario, `cus_${scenarios}`, tally).live()
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: 60_000 + RUNS * 5_500, markInterruptAsFailure: true },
    )
  })

  it("was given every kind of command, and reached the states that there are", () => {
    const kinds = [...tally.done.keys()].toSorted()
    expect(kinds).toEqual([
      "cancel",
      "capture",
      "credit",
      "deposit",
      "edit",
      "idempotency_key_reused",
      "payOut",
      "reconcileAccount",
      "reconcileOrder",
      "refund",
      "repeatDeposit",
      "staleRead",
      "version_stale",
    ])
    // "none open": a code opened by a surplus that was paid back, and then the order was raised.
    const possible = new Set(["full closed", "full no code", "none no code", "none open", "partial open"])
    expect([...tally.states].filter((state) => !possible.has(state))).toEqual([])
    // An order that is full without a code needs luck: cancelled or credited before any money came.
    expect([...tally.states]).toEqual(expect.arrayContaining(["full closed", "none no code", "partial open"]))
  })
})
