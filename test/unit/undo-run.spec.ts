import type { Allocation, OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { planUndoOfRun, type UndoRunInput } from "../../src/modules/reconciliation/domain/planner/undo-run"
import { charge, credit, debit, held, open } from "../support/items"

const money = credit({ id: 1n, kind: "deposit", documentId: null, amount: 1000n })
const lineA = charge(2n, "a", 600n)
const lineB = charge(3n, "b", 400n)
const lower = credit({ id: 4n, kind: "adjustment", key: "line:a", lineKey: "line:a", amount: 200n })
const refund = debit({ id: 5n, kind: "refund", amount: 200n })
const writeOff = credit({ id: 6n, kind: "write_off", amount: 100n })
const ALL = [money, lineA, lineB, lower, refund, writeOff]

/** What the run put. */
const onA = held(10n, [1n, 2n], 600n)
const onB = held(11n, [1n, 3n], 400n)

function counted(item: OpenItem, live: readonly Allocation[]): OpenItem {
  const parts = live.filter(({ creditItemId, debitItemId }) => [creditItemId, debitItemId].includes(item.id))
  return { ...item, allocated: parts.reduce((sum, { amount }) => sum + amount, 0n) }
}

function undone(live: readonly Allocation[], more: Partial<UndoRunInput> = {}): Record<string, string[]> {
  const { plan, stays } = planUndoOfRun({
    // A credit of a line lies open only where something of it was paid back.
    candidates: open(
      ...ALL.filter(({ id }) => id !== 4n || live.some(({ creditItemId }) => creditItemId === 4n)).map(
        (item) => counted(item, live),
      ),
    ),
    live,
    made: [onA, onB],
    cascade: false,
    on: "2026-03-01",
    movedAway: new Set(),
    ...more,
  })
  return {
    released: plan.releases.map(({ allocation }) => allocation.id.toString()),
    put: plan.proposals.map(({ credit: from, debit: to, amount }) => `${amount} of ${from.id} on ${to.id}`),
    stays: stays.map(
      ({ allocation, why, dependants }) =>
        `${allocation.id} ${why}${dependants.map(({ id }) => ` ${id}`).join("")}`,
    ),
  }
}

describe("F32: undoing what a run put on an account", () => {
  it("takes back all of it where nothing was done since", () => {
    expect(undone([onA, onB])).toEqual({ released: ["10", "11"], put: [], stays: [] })
  })

  describe("when a refund had of a line that the run paid", () => {
    const paidBack = held(12n, [4n, 5n], 200n)

    it("leaves that amount, with what rests on it, and takes back the others", () => {
      expect(undone([onA, onB, paidBack])).toEqual({ released: ["11"], put: [], stays: ["10 rests 12"] })
    })

    it("takes both back when told to, and the credit settles its own line again", () => {
      expect(undone([onA, onB, paidBack], { cascade: true })).toEqual({
        released: ["10", "11", "12"],
        put: ["200 of 4 on 2"],
        stays: [],
      })
    })
  })

  describe("when somebody edited a cell since", () => {
    const lowered = held(12n, [1n, 3n], 150n, { origin: "manual" })

    it("leaves what stands there now", () => {
      expect(undone([onA, lowered])).toEqual({ released: ["10"], put: [], stays: ["11 changed"] })
    })

    it("takes it back when told to", () => {
      expect(undone([onA, lowered], { cascade: true })).toEqual({
        released: ["10", "12"],
        put: [],
        stays: [],
      })
    })

    it("keeps of it what is more than the run had put", () => {
      const raised = held(12n, [1n, 3n], 500n, { origin: "manual" })
      expect(undone([raised], { made: [onB], cascade: true })).toEqual({
        released: ["12"],
        put: ["100 of 1 on 3"],
        stays: [],
      })
    })
  })

  it("leaves an order alone of which something was written off since, whatever is told, and names the write-off", () => {
    const givenUp = held(12n, [6n, 3n], 100n)
    for (const cascade of [false, true])
      expect(undone([onA, onB, givenUp], { cascade })).toEqual({
        released: [],
        put: [],
        stays: ["10 written_off 12", "11 written_off 12"],
      })
  })

  it("leaves what fulfils a planned payment", () => {
    const bound = { ...onA, instalmentId: 1n }
    expect(undone([bound, onB], { made: [bound, onB] })).toEqual({
      released: ["11"],
      put: [],
      stays: ["10 instalment_bound"],
    })
  })

  it("finds the few that something rests on among many", () => {
    const many = Array.from({ length: 40 }, (_, index) => BigInt(100 + index))
    const lines = many.map((id) =>
      charge(id, `m${id}`, 10n, { key: `line:m${id}`, lineKey: `line:m${id}`, documentId: id }),
    )
    const made = many.map((id) => held(1000n + id, [1n, id], 10n))
    const cheaper = credit({
      id: 50n,
      kind: "adjustment",
      lineKey: "line:m117",
      documentId: 117n,
      amount: 5n,
    })
    const gone = held(2000n, [50n, 5n], 5n)
    const { plan, stays } = planUndoOfRun({
      candidates: open(...[money, refund, cheaper, ...lines].map((item) => counted(item, [...made, gone]))),
      live: [...made, gone],
      made,
      cascade: false,
      on: "2026-03-01",
      movedAway: new Set(),
    })
    expect(plan.releases).toHaveLength(39)
    expect(stays.map(({ allocation }) => allocation.id)).toEqual([1117n])
  })
})
