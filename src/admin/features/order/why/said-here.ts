import { decimalOf, minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type { AllocationExplanation, MatrixColumn } from "../../../../types/http"
import { becauseOf, nameOf, reasonOf } from "../../../lib/because"
import { endName, IS_MONEY, moneyName, type HistorySpeech } from "../history/names"
import type { Step } from "./step"

interface Place {
  readonly column: Pick<MatrixColumn, "amount" | "elsewhere"> | undefined
  /** Which items of the order the money of the column reached. */
  readonly steps: readonly Step[]
  readonly speech: HistorySpeech
}

/** Rules by which money goes through the items of an order in their own order. */
const IN_TURN: ReadonlySet<string> = new Set(["line_order", "oldest_first"])

/** Why a part of an amount is here, told as what its money did: what it brought, where it went, and what was left for this item. */
export function saidHere(explanation: AllocationExplanation, place: Place): string {
  const { credit, debit, limit } = explanation
  if (!credit || !debit || !limit) return becauseOf(explanation, place.speech)
  return [...brought(explanation, place), ...reached(explanation, place)].join(" ")
}

function brought({ credit }: AllocationExplanation, { column, speech }: Place): string[] {
  if (!credit || !column || !IS_MONEY.has(credit.kind)) return []
  const { t, amount } = speech
  const { orders: count, amount: there } = column.elsewhere
  return [
    t("whyHere.said.brought", { money: moneyName(credit, speech), amount: amount(column.amount) }),
    ...(count > 0 ? [t("whyHere.said.elsewhere", { count, amount: amount(there) })] : []),
  ]
}

function reached(explanation: AllocationExplanation, { column, steps, speech }: Place): string[] {
  const { allocation_id: id, credit, debit, limit, rule, recorded_at: at } = explanation
  const { t, amount, digits } = speech
  const isOneTurn = steps.every((step) => step.rule === rule && step.recordedAt === at)
  const turn = steps.findIndex(({ key, row }) => key === `${id} ${row.key}`) + 1
  if (IN_TURN.has(rule) && isOneTurn && turn > 0 && limit !== "share") {
    const sum = steps.reduce((all, { took }) => all + minorUnitsOf(took, digits), 0n)
    const isAll = column !== undefined && sum === minorUnitsOf(column.amount, digits)
    const filled = t(`whyHere.said.${isAll ? "filledAll" : "filled"}`, {
      amount: amount(decimalOf(sum, digits)),
    })
    return [t(`whyHere.said.turn.${limit}`, { filled, turn })]
  }
  const reason = reasonOf(rule, speech)
  return [
    credit?.row
      ? `${t("takingBack.creditOf", { title: endName(credit, speech) })}${t("whyHere.said.colon")}${reason}.`
      : `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`,
    t(`whyHere.said.${limit}`, {
      debit: debit ? nameOf(debit, speech) : "",
      open: amount(explanation.debit_open_before ?? explanation.amount),
      amount: amount(explanation.amount),
    }),
  ]
}
