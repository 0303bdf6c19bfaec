import type { HostTimeline } from "./host-timeline"

/** Moments of a day, so that what one step does keeps the host's order. */
const at = (day: number, time: string): string => `2026-01-${String(day).padStart(2, "0")}T${time}.000Z`

const counts = new WeakMap<HostTimeline, { in: number; out: number }>()

type Action = (timeline: HostTimeline, words: string, day: number) => void

const ACTIONS: Readonly<Record<string, Action>> = {
  place: (timeline, words) => {
    const totals = pairsOf(words)
    for (const reference of ["gift-card", "store-credit"]) {
      const spent = totals[reference]
      if (spent) timeline.credit(null, { amount: spent, reference })
      delete totals[reference]
    }
    timeline.place(totals)
  },
  draft: (timeline, words) => timeline.place(pairsOf(words)).beDraft(),
  convert: (timeline, _, day) => timeline.convert(at(day, "12:00:00")),
  edit: (timeline, words, day) => {
    const totals = Object.entries(pairsOf(words)).map(
      ([name, total]) => [name, total === "gone" ? null : total] as const,
    )
    timeline.edit(at(day, "12:00:00"), Object.fromEntries(totals))
  },
  claim: (timeline, words, day) => {
    const [name = "", units = "1"] = words.split(" ")
    timeline.mark(at(day, "12:00:00"), name, { writtenOff: Number(units) })
  },
  pack: (timeline, words, day) => {
    const [name = "", units = "1"] = words.split(" ")
    timeline.mark(at(day, "12:00:00"), name, { quantity: Number(units) })
  },
  request: (timeline, name, day) => timeline.mark(at(day, "12:00:00"), name, { requested: 1 }),
  withdraw: (timeline, name, day) => timeline.mark(at(day, "12:00:00"), name, { requested: 0 }),
  transfer: (timeline, _, day) => timeline.edit(at(day, "12:00:00"), {}),
  taxes: (timeline, words, day) => timeline.retax(at(day, "12:00:00"), pairsOf(words)),
  capture: (timeline, words, day) => {
    const [, amount = "", payment = "pay_1"] = /^([\d.]+)(?: by (\w+))?$/.exec(words) ?? []
    timeline.capture(at(day, "12:00:00"), amount, { id: `cap${next(timeline, "in")}`, payment })
  },
  refund: (timeline, words, day) => {
    const [, amount = "", payment = "pay_1", credit] =
      /^([\d.]+)(?: of (\w+))?(?:, credit ([\d.]+))?$/.exec(words) ?? []
    timeline.refund(at(day, "12:00:00"), amount, { id: `ref${next(timeline, "out")}`, payment })
    if (credit) timeline.credit(at(day, "12:00:01"), { amount: credit })
  },
  credit: (timeline, words, day) => timeline.credit(at(day, "12:00:00"), ...creditsOf(words)),
  cancel: (timeline, words, day) => {
    const [, refunded] = /^refunding ([\d.]+)$/.exec(words) ?? []
    if (refunded) timeline.refund(at(day, "12:00:00"), refunded, { id: `ref${next(timeline, "out")}` })
    timeline.cancel(at(day, "12:00:02"), { creditedAt: at(day, "12:00:01"), refunded: refunded ?? "0" })
  },
  vanish: (timeline, id) => timeline.vanish(id),
  undo: (timeline) => timeline.undo(),
  uncancel: (timeline) => timeline.uncancel(),
  uncounted: (timeline, id) => timeline.leaveUncounted(id),
  miscount: (timeline, amount) => timeline.countWrongly(amount),
}

/** Acts one line of a scenario, for example "edit A 60, B gone", on its day. */
export function act(timeline: HostTimeline, step: string, day: number): void {
  const [verb = ""] = step.split(" ")
  const action = ACTIONS[verb]
  if (!action) throw new Error(`no step begins with "${verb}"`)
  action(timeline, step.slice(verb.length + 1), day)
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

function next(timeline: HostTimeline, direction: "in" | "out"): number {
  const count = counts.get(timeline) ?? { in: 0, out: 0 }
  count[direction] += 1
  counts.set(timeline, count)
  return count[direction]
}
