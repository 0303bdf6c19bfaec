import type { HostStory } from "./host-story"

/** Moments of a day, so that what one step does keeps the host's order. */
const at = (day: number, time: string): string => `2026-01-${String(day).padStart(2, "0")}T${time}.000Z`

const counts = new WeakMap<HostStory, { in: number; out: number }>()

type Action = (story: HostStory, words: string, day: number) => void

const ACTIONS: Readonly<Record<string, Action>> = {
  place: (story, words) => {
    const totals = pairsOf(words)
    for (const reference of ["gift-card", "store-credit"]) {
      const spent = totals[reference]
      if (spent) story.credit(null, { amount: spent, reference })
      delete totals[reference]
    }
    story.place(totals)
  },
  draft: (story, words) => story.place(pairsOf(words)).beDraft(),
  convert: (story, _, day) => story.convert(at(day, "12:00:00")),
  edit: (story, words, day) => {
    const totals = Object.entries(pairsOf(words)).map(
      ([name, total]) => [name, total === "gone" ? null : total] as const,
    )
    story.edit(at(day, "12:00:00"), Object.fromEntries(totals))
  },
  claim: (story, words, day) => {
    const [name = "", units = "1"] = words.split(" ")
    story.mark(at(day, "12:00:00"), name, { writtenOff: Number(units) })
  },
  pack: (story, words, day) => {
    const [name = "", units = "1"] = words.split(" ")
    story.mark(at(day, "12:00:00"), name, { quantity: Number(units) })
  },
  request: (story, name, day) => story.mark(at(day, "12:00:00"), name, { requested: 1 }),
  withdraw: (story, name, day) => story.mark(at(day, "12:00:00"), name, { requested: 0 }),
  transfer: (story, _, day) => story.edit(at(day, "12:00:00"), {}),
  taxes: (story, words, day) => story.retax(at(day, "12:00:00"), pairsOf(words)),
  capture: (story, words, day) => {
    const [, amount = "", payment = "pay_1"] = /^([\d.]+)(?: by (\w+))?$/.exec(words) ?? []
    story.capture(at(day, "12:00:00"), amount, { id: `cap${next(story, "in")}`, payment })
  },
  refund: (story, words, day) => {
    const [, amount = "", payment = "pay_1", credit] =
      /^([\d.]+)(?: of (\w+))?(?:, credit ([\d.]+))?$/.exec(words) ?? []
    story.refund(at(day, "12:00:00"), amount, { id: `ref${next(story, "out")}`, payment })
    if (credit) story.credit(at(day, "12:00:01"), { amount: credit })
  },
  credit: (story, words, day) => story.credit(at(day, "12:00:00"), ...creditsOf(words)),
  cancel: (story, words, day) => {
    const [, refunded] = /^refunding ([\d.]+)$/.exec(words) ?? []
    if (refunded) story.refund(at(day, "12:00:00"), refunded, { id: `ref${next(story, "out")}` })
    story.cancel(at(day, "12:00:02"), { creditedAt: at(day, "12:00:01"), refunded: refunded ?? "0" })
  },
  vanish: (story, id) => story.vanish(id),
  undo: (story) => story.undo(),
  uncancel: (story) => story.uncancel(),
  uncounted: (story, id) => story.leaveUncounted(id),
  miscount: (story, amount) => story.countWrongly(amount),
}

/** Acts one line of a scenario, for example "edit A 60, B gone", on its day. */
export function act(story: HostStory, step: string, day: number): void {
  const [verb = ""] = step.split(" ")
  const action = ACTIONS[verb]
  if (!action) throw new Error(`no step begins with "${verb}"`)
  action(story, step.slice(verb.length + 1), day)
}

/** "A 108, ship 24" as { A: "108", ship: "24" }. */
function pairsOf(words: string): Record<string, string> {
  return Object.fromEntries(
    words.split(", ").map((pair): [string, string] => {
      const [name = "", total = ""] = pair.split(" ")
      return [name, total]
    }),
  )
}

/** "5, 5 goodwill" as two credits. */
function creditsOf(words: string): { amount: string; reference?: string }[] {
  return words.split(", ").map((one) => {
    const [amount = "", reference] = one.split(" ")
    return { amount, ...(reference && { reference }) }
  })
}

function next(story: HostStory, direction: "in" | "out"): number {
  const count = counts.get(story) ?? { in: 0, out: 0 }
  count[direction] += 1
  counts.set(story, count)
  return count[direction]
}
