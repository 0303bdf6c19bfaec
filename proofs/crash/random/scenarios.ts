import fc from "fast-check"
import { randomTimeline, type RandomTimeline } from "../../../test/support/random-timeline"

/** Something that somebody asks of the ledger; it is asked again, or not, when nobody answered. */
export type Step =
  /** An event: read one order as far as its timeline has come. */
  | { readonly does: "read"; readonly order: number; readonly until: number; readonly twice: boolean }
  /** A caller with an Idempotency-Key, who asks until there is an answer. */
  | { readonly does: "deposit"; readonly cents: number; readonly twice: boolean }
  /** The sweep at the end: every order as it is by then, and where no event was lost what is left on the account. */
  | { readonly does: "close" }

/** A customer's orders and deposits, and the order in which the ledger hears of them. */
export interface Scenario {
  readonly number: number
  /**
   * Whether an event that was in the hands of a killed process comes again, as from a bus that
   * retries, or never, as from the host's own: then only a later event or the sweep tells of it.
   */
  readonly bus: "retries" | "forgets"
  readonly timelines: readonly RandomTimeline[]
  /** Ends with "close". */
  readonly steps: readonly Step[]
}

const deposit = fc.record({ cents: fc.integer({ min: 1, max: 40_000 }), at: fc.nat({ max: 20 }) })

const anyScenario = fc.record({
  timelines: fc.array(randomTimeline, { minLength: 1, maxLength: 3 }),
  picks: fc.array(fc.nat({ max: 2 }), { minLength: 60, maxLength: 60 }),
  doubled: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 60, maxLength: 60 }),
  deposits: fc.array(deposit, { maxLength: 3 }),
})

const scenarios = new Map<number, Scenario>()

/** The n-th scenario: the same in every process and every run. */
export function scenarioOf(number: number): Scenario {
  const known = scenarios.get(number)
  if (known) return known
  const [drawn] = fc.sample(anyScenario, { seed: SEED + number, numRuns: 1 })
  if (!drawn) throw new Error("fast-check draws nothing")
  const made: Scenario = {
    number,
    bus: number % 2 === 0 ? "retries" : "forgets",
    timelines: drawn.timelines,
    steps: [...stepsOf(drawn), { does: "close" }],
  }
  scenarios.set(number, made)
  return made
}

const SEED = 20_260_131

/** One timeline is taken up after another, each told one happening further, until all are told. */
function stepsOf(drawn: {
  timelines: readonly RandomTimeline[]
  picks: readonly number[]
  doubled: readonly number[]
  deposits: readonly { cents: number; at: number }[]
}): Step[] {
  const told = drawn.timelines.map(() => 0)
  const steps: Step[] = []
  for (let turn = 0; ; turn += 1) {
    const twice = drawn.doubled[turn % drawn.doubled.length] === 0
    for (const { cents, at } of drawn.deposits) {
      if (at === turn) steps.push({ does: "deposit", cents, twice })
    }
    const open = drawn.timelines.flatMap(({ happenings }, order) =>
      (told[order] ?? 0) <= happenings.length ? [order] : [],
    )
    const order = open[(drawn.picks[turn % drawn.picks.length] ?? 0) % Math.max(open.length, 1)]
    if (order === undefined) return steps
    const until = told[order] ?? 0
    told[order] = until + 1
    steps.push({ does: "read", order, until, twice })
  }
}

export const customerOf = (scenario: number): string => `cus_${scenario}`
export const orderIdOf = (scenario: number, order: number): string => `order_${scenario}_${order}`

/** Names a step for good: it is the deposit's key, and the actor that the journal remembers. */
export const nameOf = (scenario: number, step: number): string => `step_${scenario}_${step}`
