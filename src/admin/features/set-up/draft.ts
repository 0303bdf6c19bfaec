import type { SetUpDraft, SetUpStep } from "../../../types/http"

export const STEPS = [
  "start",
  "opening",
  "rules",
  "history",
  "review",
] as const satisfies readonly SetUpStep[]

/** What is answered, by step. */
export type Part = keyof SetUpDraft

export const PARTS = ["start", "opening", "rules", "history"] as const satisfies readonly Part[]

/** As many balances as one set-up takes. */
export const MOST_ROWS = 500

/** Whether a step has its answer, also where that is none. */
export function isAnswered(step: SetUpStep, { start, opening, rules, history }: SetUpDraft): boolean {
  switch (step) {
    case "start":
      return Object.keys(start).length > 0
    case "opening":
      return opening.answer !== null
    case "rules":
      return Object.keys(rules).length > 0
    case "history":
      return history.answer !== null
    case "review":
      return false
  }
}

/** The same JSON whatever the order of its names: the server keeps them in its own. */
export const told = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )

/** The parts in which one draft says another thing than the other. */
export const changedParts = (one: SetUpDraft, other: SetUpDraft): Part[] =>
  PARTS.filter((part) => told(one[part]) !== told(other[part]))

export interface Merged {
  /** Theirs, with what only I changed; of what both changed, mine. */
  readonly draft: SetUpDraft
  /** Parts that both changed, each in another way. */
  readonly both: readonly Part[]
}

/** Puts together what two people answered since the same version. */
export function merged(before: SetUpDraft, mine: SetUpDraft, theirs: SetUpDraft): Merged {
  const own = changedParts(before, mine)
  const others = changedParts(before, theirs)
  const draft = withParts(theirs, mine, own)
  return {
    draft,
    both: own.filter((part) => others.includes(part) && told(mine[part]) !== told(theirs[part])),
  }
}

/** A draft with some parts of another one. */
export const withParts = (draft: SetUpDraft, other: SetUpDraft, parts: readonly Part[]): SetUpDraft => ({
  ...draft,
  ...Object.fromEntries(parts.map((part) => [part, other[part]])),
})

/** The last day of the orders that are brought in: what the step says, else go-live. */
export function untilOf({ start, history }: SetUpDraft): string {
  const { goLive } = start
  return history.until || (typeof goLive === "string" ? goLive : "")
}

/** The step before or after another one. */
export const stepBeside = (step: SetUpStep, by: 1 | -1): SetUpStep => STEPS[STEPS.indexOf(step) + by] ?? step

/** How a step stands among the others, as the host's tabs call it. */
export function statusOf(
  step: SetUpStep,
  { step: open, draft }: { readonly step: SetUpStep; readonly draft: SetUpDraft },
): "in-progress" | "completed" | "not-started" {
  if (step === open) return "in-progress"
  return isAnswered(step, draft) ? "completed" : "not-started"
}
