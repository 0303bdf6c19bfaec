import { STRATEGIES } from "../../src/modules/reconciliation/domain/allocation/strategies"
import type { StrategyName } from "../../src/modules/reconciliation/domain/allocation/strategy"
import { planAllocations } from "../../src/modules/reconciliation/domain/planner/allocation-plan"
import { brokenPairs, exactPairs } from "../../src/modules/reconciliation/domain/planner/exact-pairs"
import { candidateOf } from "../support/planner"

interface Account {
  /** Order, amount, the day that it was placed. */
  readonly owed: readonly (readonly [order: number, amount: bigint, day: number])[]
  /** Amount, day. */
  readonly money: readonly (readonly [amount: bigint, day: number])[]
}

/** Pairs as "money on order", those that exact_match would make and those of them that a strategy breaks. */
function pairsOf(name: StrategyName, { owed, money }: Account): { exact: string[]; broken: string[] } {
  const debits = owed.map(([order, amount, day], index) =>
    candidateOf({ id: BigInt(index + 1), side: "debit", name: `line:${index}`, amount, day, order }),
  )
  const credits = money.map(([amount, day], index) =>
    candidateOf({ id: BigInt(100 + index), side: "credit", name: `money${index}`, amount, day }),
  )
  const pairs = exactPairs(credits, debits)
  const { allocate } = planAllocations({ credits, debits, strategy: STRATEGIES[name] })
  const told = (all: typeof pairs): string[] =>
    all.map(({ creditId, debt, amount }) => `${amount} of ${creditId - 100n} on ${debt}`)
  return { exact: told(pairs), broken: told(brokenPairs(pairs, allocate)) }
}

describe("F32: the exact pairs that a plan breaks", () => {
  it("are money that equals a later order's balance and goes to an older one", () => {
    const account: Account = {
      owed: [
        [1, 60n, 1],
        [2, 40n, 2],
      ],
      money: [[40n, 5]],
    }
    expect(pairsOf("oldest_first", account)).toEqual({ exact: ["40 of 0 on 2"], broken: ["40 of 0 on 2"] })
  })

  it("are none where the strategy puts the money there too, whatever lines the order has", () => {
    const account: Account = {
      owed: [
        [1, 30n, 1],
        [1, 10n, 1],
        [2, 60n, 2],
      ],
      money: [
        [40n, 5],
        [60n, 6],
      ],
    }
    expect(pairsOf("oldest_first", account)).toEqual({
      exact: ["40 of 0 on 1", "60 of 1 on 2"],
      broken: [],
    })
  })

  it("are none where two orders fit, or where the order came after the money", () => {
    const account: Account = {
      owed: [
        [1, 50n, 1],
        [2, 50n, 2],
        [3, 20n, 9],
      ],
      money: [
        [50n, 5],
        [20n, 5],
      ],
    }
    expect(pairsOf("oldest_first", account)).toEqual({ exact: [], broken: [] })
  })

  it("are none by exact_match, and the whole balance of an account is no pair", () => {
    const account: Account = {
      owed: [
        [1, 60n, 1],
        [2, 40n, 2],
      ],
      money: [
        [100n, 5],
        [40n, 6],
      ],
    }
    expect(pairsOf("exact_match", account)).toEqual({ exact: ["40 of 1 on 2"], broken: [] })
  })
})
