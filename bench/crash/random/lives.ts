import fc from "fast-check"
import { randomStory, type RandomStory } from "../../../test/support/random-story"

/** Something that somebody asks of the ledger; it is asked again, or not, when nobody answered. */
export type Step =
  /** An event: read one order as far as its story has come. */
  | { readonly does: "read"; readonly order: number; readonly until: number; readonly twice: boolean }
  /** A caller with an Idempotency-Key, who asks until there is an answer. */
  | { readonly does: "deposit"; readonly cents: number; readonly twice: boolean }
  /** The sweep at the end: every order as it is by then, and where no event was lost what is left on the account. */
  | { readonly does: "close" }

/** A customer's orders and deposits, and the order in which the ledger hears of them. */
export interface Life {
  readonly number: number
  /**
   * Whether an event that was in the hands of a killed process comes again, as from a bus that
   * retries, or never, as from the host's own: then only a later event or the sweep tells of it.
   */
  readonly bus: "retries" | "forgets"
  readonly stories: readonly RandomStory[]
  /** Ends with "close". */
  readonly steps: readonly Step[]
}

const deposit = fc.record({ cents: fc.integer({ min: 1, max: 40_000 }), at: fc.nat({ max: 20 }) })

const anyLife = fc.record({
  stories: fc.array(randomStory, { minLength: 1, maxLength: 3 }),
  picks: fc.array(fc.nat({ max: 2 }), { minLength: 60, maxLength: 60 }),
  doubled: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 60, maxLength: 60 }),
  deposits: fc.array(deposit, { maxLength: 3 }),
})

const lives = new Map<number, Life>()

/** The n-th life: the same in every process and every run. */
export function lifeOf(number: number): Life {
  const known = lives.get(number)
  if (known) return known
  const [drawn] = fc.sample(anyLife, { seed: SEED + number, numRuns: 1 })
  if (!drawn) throw new Error("fast-check draws nothing")
  const made: Life = {
    number,
    bus: number % 2 === 0 ? "retries" : "forgets",
    stories: drawn.stories,
    steps: [...stepsOf(drawn), { does: "close" }],
  }
  lives.set(number, made)
  return made
}

const SEED = 20_260_131

/** One story is taken up after another, each told one happening further, until all are told. */
function stepsOf(drawn: {
  stories: readonly RandomStory[]
  picks: readonly number[]
  doubled: readonly number[]
  deposits: readonly { cents: number; at: number }[]
}): Step[] {
  const told = drawn.stories.map(() => 0)
  const steps: Step[] = []
  for (let turn = 0; ; turn += 1) {
    const twice = drawn.doubled[turn % drawn.doubled.length] === 0
    for (const { cents, at } of drawn.deposits) {
      if (at === turn) steps.push({ does: "deposit", cents, twice })
    }
    const open = drawn.stories.flatMap(({ happenings }, order) =>
      (told[order] ?? 0) <= happenings.length ? [order] : [],
    )
    const order = open[(drawn.picks[turn % drawn.picks.length] ?? 0) % Math.max(open.length, 1)]
    if (order === undefined) return steps
    const until = told[order] ?? 0
    told[order] = until + 1
    steps.push({ does: "read", order, until, twice })
  }
}

export const customerOf = (life: number): string => `cus_${life}`
export const orderIdOf = (life: number, order: number): string => `order_${life}_${order}`

/** Names a step for good: it is the deposit's key, and the actor that the journal remembers. */
export const nameOf = (life: number, step: number): string => `step_${life}_${step}`
