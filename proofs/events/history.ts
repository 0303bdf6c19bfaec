import fc from "fast-check"
import type { RandomTimeline } from "../../test/support/random-timeline"
import { randomTimeline } from "../../test/support/random-timeline"
import { Chance } from "../../bench/lib/chance"

/** One thing that happens to one order of a customer. */
export interface Step {
  readonly order: number
  /** How many of its timeline's happenings have happened then; 0 when it is placed. */
  readonly until: number
  /** A capture whose row stands in the host while the provider is still asked: no mark moves, nothing tells. */
  readonly inFlight: boolean
}

/** A customer's orders, what happens to them in turn, and money on account in between. */
export interface History {
  readonly name: string
  readonly currency: string
  readonly timelines: readonly RandomTimeline[]
  /** Two halves; between them the ledger is swept and money comes on account. */
  readonly halves: readonly [readonly Step[], readonly Step[]]
  readonly seed: number
}

const CURRENCIES = ["eur", "eur", "eur", "jpy", "kwd"] as const
export const DIGITS: Readonly<Record<string, number>> = { eur: 2, jpy: 0, kwd: 3 }

/** How much of the time a capture that is the next happening is seen in flight first. */
const SEEN_IN_FLIGHT = 0.3

/** As many histories, always the same ones for a seed. */
export function historiesOf(count: number, seed: number): History[] {
  const chance = new Chance(seed)
  return fc
    .sample(fc.array(randomTimeline, { minLength: 1, maxLength: 3 }), { numRuns: count, seed })
    .map((timelines, index) => {
      const steps = interleaved(timelines, chance)
      const cut = chance.below(steps.length + 1)
      // A capture may be in flight at the cut, and so under the eyes of the sweep.
      return {
        name: `${seed}_${index}`,
        currency: CURRENCIES[chance.below(CURRENCIES.length)] ?? "eur",
        timelines,
        halves: [steps.slice(0, cut), steps.slice(cut)],
        seed: chance.below(2 ** 31),
      }
    })
}

function interleaved(timelines: readonly RandomTimeline[], chance: Chance): Step[] {
  const waiting = timelines.map((timeline, order) => stepsOf(timeline, order, chance))
  const steps: Step[] = []
  for (;;) {
    const left = waiting.filter((some) => some.length > 0)
    const step = left[chance.below(left.length)]?.shift()
    if (!step) return steps
    steps.push(step)
  }
}

function stepsOf({ happenings }: RandomTimeline, order: number, chance: Chance): Step[] {
  return [
    { order, until: 0, inFlight: false },
    ...happenings.flatMap(({ does }, index) => {
      const done = { order, until: index + 1, inFlight: false }
      return does === "capture" && chance.happens(SEEN_IN_FLIGHT)
        ? [{ ...done, inFlight: true }, done]
        : [done]
    }),
  ]
}
