import fc from "fast-check"
import type { RandomStory } from "../../test/support/random-story"
import { randomStory } from "../../test/support/random-story"
import { Chance } from "../lib/chance"

/** One thing that happens to one order of a customer. */
export interface Step {
  readonly order: number
  /** How many of its story's happenings have happened then; 0 when it is placed. */
  readonly until: number
  /** A capture whose row stands in the host while the provider is still asked: no mark moves, nothing tells. */
  readonly inFlight: boolean
}

/** A customer's orders, what happens to them in turn, and money on account in between. */
export interface History {
  readonly name: string
  readonly currency: string
  readonly stories: readonly RandomStory[]
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
    .sample(fc.array(randomStory, { minLength: 1, maxLength: 3 }), { numRuns: count, seed })
    .map((stories, index) => {
      const steps = interleaved(stories, chance)
      const cut = chance.below(steps.length + 1)
      // A capture may be in flight at the cut, and so under the eyes of the sweep.
      return {
        name: `${seed}_${index}`,
        currency: CURRENCIES[chance.below(CURRENCIES.length)] ?? "eur",
        stories,
        halves: [steps.slice(0, cut), steps.slice(cut)],
        seed: chance.below(2 ** 31),
      }
    })
}

function interleaved(stories: readonly RandomStory[], chance: Chance): Step[] {
  const waiting = stories.map((story, order) => stepsOf(story, order, chance))
  const steps: Step[] = []
  for (;;) {
    const left = waiting.filter((some) => some.length > 0)
    const step = left[chance.below(left.length)]?.shift()
    if (!step) return steps
    steps.push(step)
  }
}

function stepsOf({ happenings }: RandomStory, order: number, chance: Chance): Step[] {
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
