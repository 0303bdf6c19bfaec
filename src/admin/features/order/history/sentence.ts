import type { HistoryEntry } from "../../../../types/http"
import { netMoves } from "./moves"
import { saidOfMoves, type Said, type Saying } from "./said-moves"
import { saidOfPlan } from "./said-plan"
import { saidOfPostings } from "./said-postings"

/** What a sentence is made of. */
export type Facts = Pick<
  HistoryEntry,
  "kind" | "posted" | "allocated" | "released" | "moves" | "planned" | "redo"
>

interface Context extends Saying {
  /** What was undone or is made again, at the end of the chain; undefined when it is not known here. */
  readonly original?: Facts | undefined
}

/** As many clauses of one change as a person reads at once. */
const MOST = 3

/** What a change did, in the page's language: the main clause first, at most three, and how many more there are. */
export function sentencesOf(entry: Facts, context: Context): string[] {
  const all = saidOf(entry, context).map(({ text }) => text)
  const { t } = context.speech
  if (all.length === 0) return [t("said.nothing")]
  return all.length <= MOST
    ? all
    : [...all.slice(0, MOST - 1), t("said.more", { count: all.length - MOST + 1 })]
}

function saidOf(entry: Facts, { original, ...saying }: Context): Said[] {
  const { t } = saying.speech
  if (entry.kind === "withdrawal") return [{ about: "withdrawal", text: t("said.withdrawn") }]
  if (entry.kind === "transfer") return [{ about: "transfer", text: t("said.transferred") }]
  if (entry.kind !== "undo") return directly(entry, saying)
  const [own, undone] = [directly(entry, saying), original ? directly(original, saying) : []]
  const [main] = [...undone, ...own]
  if (!main) return []
  const told = new Set([...undone, main].map(({ about }) => about))
  const text = t(entry.redo ? "said.redone" : "said.undone", { what: main.text })
  // What was taken back with it, because it rested on it, is told too.
  return [{ about: main.about, text }, ...own.filter(({ about }) => !told.has(about))]
}

/** What is of an account more than of the order that it touched. */
function saidOfKind({ kind }: Facts, { t }: Saying["speech"]): Said[] {
  if (kind === "terms") return [{ about: "terms", text: t("said.terms") }]
  if (kind === "confirmation") return [{ about: "confirmation", text: t("said.confirmed") }]
  if (kind === "move") return [{ about: "move", text: t("said.moneyMoved") }]
  return kind === "pay_back" ? [{ about: "pay_back", text: t("said.paidBack") }] : []
}

/** An undo's own moves are told as any other's. */
function directly(entry: Facts, saying: Saying): Said[] {
  const { speech } = saying
  const { allocated, released, moves } = entry
  // Sums of a list that was cut short would be wrong.
  const isCut = allocated.length + released.length < moves
  const told = [
    ...saidOfKind(entry, speech),
    ...saidOfPlan(entry, speech),
    ...(isCut
      ? [{ about: "moves", text: speech.t("said.manyMoves", { count: moves }) }]
      : saidOfMoves(netMoves(entry, speech.digits), saying)),
    ...saidOfPostings(entry, speech),
  ]
  // A read of the order that brings nothing else is kept for the days that it brings.
  const isDays = told.length === 0 && moves === 0 && entry.kind === "ingest"
  return isDays ? [{ about: "terms", text: speech.t("said.delivered") }] : told
}
