import type { PinnedLine } from "../../domain/instalments/pinned-line"
import { day, int4, int8, nullable, text, wordOf, type Column } from "./column"
import { tableOf } from "./table"

/** A planned payment as it is stored, for good. */
export interface NewInstalment {
  /** Its place in its plan, from 1. */
  readonly number: number
  readonly dueOn: string
  readonly amount: bigint
  readonly method: string | null
  readonly reference: string | null
  readonly pins: readonly PinnedLine[]
}

/** Amounts by line. */
const pins: Column<readonly PinnedLine[], { line: string; amount: string }[]> = {
  type: "jsonb",
  toJson: (lines) => lines.map(({ lineKey, amount }) => ({ line: lineKey, amount: String(amount) })),
  fromRow: (stored) => stored.map(({ line, amount }) => ({ lineKey: line, amount: BigInt(amount) })),
}

export const instalments = tableOf<NewInstalment>()("reconciliation_instalment", {
  number: int4,
  dueOn: day,
  amount: int8,
  method: nullable(text),
  reference: nullable(text),
  pins,
})

/** What becomes of an instalment that stands: a row of its own, because an instalment never changes. */
export interface InstalmentEvent {
  readonly instalmentId: bigint
  readonly kind: "postponed" | "failed" | "cancelled"
  /** The new day, only of a postponed one. */
  readonly dueOn: string | null
  readonly note: string | null
}

export const instalmentEvents = tableOf<InstalmentEvent>()("reconciliation_instalment_event", {
  instalmentId: int8,
  kind: wordOf<InstalmentEvent["kind"]>(),
  dueOn: nullable(day),
  note: nullable(text),
})
