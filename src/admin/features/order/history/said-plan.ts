import { minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type { HistoryEntry, PlannedMove } from "../../../../types/http"
import { amountOf, type HistorySpeech } from "./names"
import type { Said } from "./said-moves"

/** What became of planned payments. What a new plan takes the place of is not told again. */
export function saidOfPlan({ planned }: Pick<HistoryEntry, "planned">, speech: HistorySpeech): Said[] {
  const of = (kind: PlannedMove["kind"]) => planned.filter((one) => one.kind === kind)
  const made = of("planned")
  const single = [...of("postponed"), ...of("failed")].map((one) => ({
    about: `plan ${one.number}`,
    text: speech.t(`said.${one.kind}`, valuesOf([one], speech)),
  }))
  if (made.length > 0) return [inAll("said.planned", made, speech), ...single]
  const ended = of("cancelled")
  return ended.length > 0 ? [inAll("said.planEnded", ended, speech), ...single] : single
}

function inAll(key: string, moves: readonly PlannedMove[], speech: HistorySpeech): Said {
  return { about: key, text: speech.t(key, { ...valuesOf(moves, speech), count: moves.length }) }
}

function valuesOf(moves: readonly PlannedMove[], speech: HistorySpeech): Record<string, string> {
  const { day, digits } = speech
  const days = moves.map(({ due_on: on }) => on).toSorted()
  const before = moves[0]?.due_before
  return {
    amount: amountOf(
      moves.reduce((sum, { amount }) => sum + minorUnitsOf(amount, digits), 0n),
      speech,
    ),
    date: day(days[0] ?? ""),
    before: before ? day(before) : "",
  }
}
