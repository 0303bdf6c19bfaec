import fc from "fast-check"
import { STRATEGIES, STRATEGY_NAMES } from "../../src/modules/reconciliation/domain/allocation/strategies"
import type { Candidate, StrategyName } from "../../src/modules/reconciliation/domain/allocation/strategy"
import { violationsOfPlan } from "../../src/modules/reconciliation/domain/allocation/invariants"
import { debtOf } from "../../src/modules/reconciliation/domain/open-item"
import {
  planAllocations,
  type AllocationPlan,
  type Pin,
} from "../../src/modules/reconciliation/domain/planner/allocation-plan"
import { brokenPairs, exactPairs } from "../../src/modules/reconciliation/domain/planner/exact-pairs"
import { candidateOf } from "../support/planner"
import { holds, sameText } from "../support/property"

interface Facts {
  readonly amount: bigint
  readonly day: number
  readonly order: number
  readonly dueDay: number | undefined
}

/** Few different amounts and days, so that ties and exact matches are common. */
const amount = fc.oneof(
  fc.constantFrom(10n, 20n, 30n, 50n),
  fc.bigInt({ min: 1n, max: 1_000n }),
  fc.bigInt({ min: 2n ** 53n, max: 10n ** 18n }),
)
const facts: fc.Arbitrary<Facts> = fc.record({
  amount,
  day: fc.integer({ min: 1, max: 9 }),
  order: fc.integer({ min: 1, max: 4 }),
  dueDay: fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined }),
})
const pins = fc.array(
  fc.record({
    creditId: fc.bigInt({ min: 100n, max: 108n }),
    debitId: fc.bigInt({ min: 0n, max: 12n }),
    amount,
  }),
  { maxLength: 3 },
)
interface Input {
  readonly debits: Facts[]
  readonly credits: Facts[]
  readonly pins: Pin[]
}
const input: fc.Arbitrary<Input> = fc.record({
  debits: fc.array(facts, { maxLength: 12 }),
  credits: fc.array(facts, { maxLength: 8 }),
  pins: fc.oneof(fc.constant<Pin[]>([]), pins),
})

/** An order is placed on one day, whatever its lines say. */
function candidates({ debits, credits }: Input): { debits: Candidate[]; credits: Candidate[] } {
  return {
    debits: debits.map(({ amount: units, order, dueDay }, index) =>
      candidateOf({
        id: BigInt(index),
        side: "debit",
        name: `line:${index}`,
        amount: units,
        day: order,
        order,
        position: index % 3,
        ...(dueDay !== undefined && { dueDay }),
      }),
    ),
    credits: credits.map(({ amount: units, day }, index) =>
      candidateOf({ id: BigInt(100 + index), side: "credit", name: `money${index}`, amount: units, day }),
    ),
  }
}

function planOf(
  name: StrategyName,
  given: Input,
  shuffle = (list: Candidate[]): Candidate[] => list,
): AllocationPlan {
  const { debits, credits } = candidates(given)
  return planAllocations({
    debits: shuffle(debits),
    credits: shuffle(credits),
    strategy: STRATEGIES[name],
    pins: given.pins,
  })
}

const textOf = ({ allocate, leftover }: AllocationPlan): { allocate: string[]; leftover: string[] } => ({
  allocate: allocate.map(
    ({ credit, debit, amount: units, rule }) => `${credit.key} ${debit.key} ${units} ${rule}`,
  ),
  leftover: leftover.map(({ credit, amount: units, because }) => `${credit.key} ${units} ${because}`),
})

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, one) => total + one, 0n)

describe.each(STRATEGY_NAMES)("Strategy %s", (name) => {
  it("never takes more than an item has open", () => {
    holds(fc.property(input, (given) => sameText(violationsOfPlan(planOf(name, given).allocate), [])))
  })

  it("loses nothing: what it allocates and what it leaves is all the money there was", () => {
    holds(
      fc.property(input, (given) => {
        const { allocate, leftover } = planOf(name, given)
        const spent = sum(allocate.map((one) => one.amount)) + sum(leftover.map((one) => one.amount))
        sameText(spent.toString(), sum(given.credits.map((one) => one.amount)).toString())
        return [...allocate, ...leftover].every((one) => one.amount > 0n)
      }),
    )
  })

  it("says what each side had open before each step", () => {
    holds(
      fc.property(input, (given) => {
        const open = new Map<bigint, bigint>()
        for (const { credit, debit, amount: units, ...before } of planOf(name, given).allocate) {
          sameText(String(before.creditOpenBefore), String(open.get(credit.id) ?? credit.amount))
          sameText(String(before.debitOpenBefore), String(open.get(debit.id) ?? debit.amount))
          open.set(credit.id, before.creditOpenBefore - units)
          open.set(debit.id, before.debitOpenBefore - units)
        }
      }),
    )
  })

  it("gives the same plan for the same input, in whatever order it is listed", () => {
    holds(
      fc.property(input, fc.infiniteStream(fc.nat()), (given, stream) => {
        const first = textOf(planOf(name, given))
        const weights = new Map<bigint, number>()
        const weightOf = ({ item }: Candidate): number => {
          const known = weights.get(item.id) ?? (stream.next().value as number)
          weights.set(item.id, known)
          return known
        }
        const shuffled = textOf(
          planOf(name, given, (list) => list.toSorted((one, other) => weightOf(one) - weightOf(other))),
        )
        sameText(shuffled.allocate, first.allocate)
        sameText(shuffled.leftover.toSorted(), first.leftover.toSorted())
      }),
    )
  })

  it("leaves money only when nothing is owed, unless it waits for an exact match", () => {
    holds(
      fc.property(input, (given) => {
        const { allocate, leftover } = planOf(name, given)
        const paid = sum(allocate.map((one) => one.amount))
        const owed = sum(given.debits.map((one) => one.amount))
        if (name !== "exact_match") return leftover.length === 0 || paid === owed
        return leftover.every(({ because }) => because.length > 0)
      }),
    )
  })
})

describe("Strategy line_order", () => {
  it("F11: never pays a line while an earlier one of its order is open", () => {
    holds(
      fc.property(input, (given) => {
        const { debits, credits } = candidates(given)
        planAllocations({ debits, credits, strategy: STRATEGIES.line_order })
        const places = debits.toSorted(
          (one, other) =>
            one.placedAt.localeCompare(other.placedAt) || one.item.position - other.item.position,
        )
        const firstOpen = places.findIndex(({ open }) => open > 0n)
        if (firstOpen < 0) return true
        const later = places.slice(firstOpen + 1).filter(({ item, placedAt }) => {
          const first = places[firstOpen] as Candidate
          return placedAt !== first.placedAt || item.position !== first.item.position
        })
        return later.every(({ item, open }) => open === item.amount)
      }),
    )
  })
})

describe("Strategy exact_match", () => {
  it("F15: pays an order wholly by one payment, or not at all", () => {
    holds(
      fc.property(input, ({ debits, credits }) => {
        const given = candidates({ debits, credits, pins: [] })
        const { allocate } = planAllocations({ ...given, strategy: STRATEGIES.exact_match })
        const touched = new Set(allocate.map(({ debit }) => debit.documentId))
        const payments = new Set(allocate.map(({ credit }) => credit.id))
        return (
          given.debits.every(
            ({ item, open }) => open === (touched.has(item.documentId) ? 0n : item.amount),
          ) && given.credits.every(({ item, open }) => open === (payments.has(item.id) ? 0n : item.amount))
        )
      }),
    )
  })
})

describe("Exact pairs", () => {
  it("F32: are counted without touching the plan, broken by no exact match, and made or broken by any other", () => {
    holds(
      fc.property(input, fc.constantFrom(...STRATEGY_NAMES), (given, name) => {
        const { debits, credits } = candidates(given)
        const pairs = exactPairs(credits, debits)
        const { allocate } = planAllocations({ debits, credits, strategy: STRATEGIES[name] })
        sameText(
          textOf({ allocate, leftover: [] }).allocate,
          textOf(planOf(name, { ...given, pins: [] })).allocate,
        )
        const broken = new Set(brokenPairs(pairs, allocate).map(({ creditId }) => creditId))
        if (name === "exact_match") return broken.size === 0
        return pairs.every(({ creditId, debt, amount: units }) => {
          const there = allocate.filter(
            ({ credit, debit }) => credit.id === creditId && debtOf(debit) === debt,
          )
          return broken.has(creditId) === (sum(there.map((one) => one.amount)) !== units)
        })
      }),
    )
  })
})
