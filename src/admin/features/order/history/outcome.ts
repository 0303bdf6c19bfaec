import { grouped } from "../../../../modules/reconciliation/domain/grouped"
import { decimalOf } from "../../../../modules/reconciliation/domain/money"
import type {
  AllocationsPreview,
  DecimalString,
  HistoryEntry,
  NamedItem,
  OrderEffect,
} from "../../../../types/http"
import { netMoves, type NetMove } from "./moves"
import { endName, moneyName, namesOf, type HistorySpeech } from "./names"

/** One line of what taking amounts back would change. */
export interface OutcomeLine {
  readonly key: string
  readonly text: string
  /** Signed as the matrix is: of a refund below zero. */
  readonly amount: DecimalString
}

/**
 * What would be open or paid again, unapplied or applied again, and which refunds would stand on no item: what is open
 * again comes to what is unapplied again, less those refunds.
 */
export function outcomeOf(
  preview: Pick<AllocationsPreview, "allocated" | "released">,
  speech: HistorySpeech,
): OutcomeLine[] {
  const moves = netMoves(preview, speech.digits)
  return [...linesOfItems(moves, speech), ...linesOfCredits(moves, speech), ...linesOfRefunds(moves, speech)]
}

/** Items that somebody owes, by what their charges have open: their own credit settles them too. */
function linesOfItems(moves: readonly NetMove[], speech: HistorySpeech): OutcomeLine[] {
  const ofRows = moves.filter(({ debit }) => debit.row !== null)
  const rows = sumsOf(ofRows, ({ debit }) => [debit.row ?? "", debit])
  return (["opened", "paid"] as const).flatMap((key) => {
    const those = rows.filter(({ sum }) => (key === "opened" ? sum < 0n : sum > 0n))
    if (those.length === 0) return []
    const items = namesOf(
      those.map(({ item }) => item),
      speech,
    )
    return [line(key, speech.t(`takingBack.${key}`, { items }), { units: sizeOf(those), speech })]
  })
}

function linesOfCredits(moves: readonly NetMove[], speech: HistorySpeech): OutcomeLine[] {
  return sumsOf(moves, ({ creditId, credit }) => [creditId, credit])
    .filter(({ item }) => item.kind !== "rounding")
    .map(({ key, item, sum }) => {
      const title = item.row === null ? null : endName(item, speech)
      const money = title === null ? moneyName(item, speech) : speech.t("takingBack.creditOf", { title })
      const text = speech.t(sum < 0n ? "takingBack.freed" : "takingBack.used", { money })
      return line(key, text, { units: sum < 0n ? -sum : sum, speech })
    })
}

function linesOfRefunds(moves: readonly NetMove[], speech: HistorySpeech): OutcomeLine[] {
  const refunds = moves.filter(isRefund)
  return sumsOf(refunds, ({ debitId, debit }) => [debitId, debit]).map(({ key, item, sum, moves: those }) => {
    const credits = those.map(({ credit }) => credit)
    const values = { date: speech.day(item.occurred_on), items: namesOf(credits, speech) }
    const text = speech.t(sum < 0n ? "takingBack.refundFreed" : "takingBack.refundTaken", values)
    return line(key, text, { units: sum < 0n ? sum : -sum, speech })
  })
}

const isRefund = ({ debit }: NetMove): boolean => debit.kind === "refund" && debit.row === null

interface Sum {
  readonly key: string
  readonly item: NamedItem
  readonly sum: bigint
  readonly moves: readonly NetMove[]
}

function sumsOf(moves: readonly NetMove[], nameOf: (move: NetMove) => [string, NamedItem]): Sum[] {
  return [...grouped(moves, (move) => nameOf(move)[0])]
    .flatMap(([key, group]) =>
      group.slice(0, 1).map((first) => ({
        key,
        item: nameOf(first)[1],
        moves: group,
        sum: group.reduce((total, { amount }) => total + amount, 0n),
      })),
    )
    .filter(({ sum }) => sum !== 0n)
}

function sizeOf(sums: readonly Sum[]): bigint {
  const total = sums.reduce((all, { sum }) => all + sum, 0n)
  return total < 0n ? -total : total
}

const line = (
  key: string,
  text: string,
  { units, speech }: { units: bigint; speech: HistorySpeech },
): OutcomeLine => ({ key, text, amount: decimalOf(units, speech.digits) })

/** The later changes that rest on something, newest first; null stands for one that is not shown, and there may be more of these. */
export function restingOn(
  dependants: AllocationsPreview["dependants"],
  entries: readonly HistoryEntry[],
): (HistoryEntry | null)[] {
  const makers = new Map(
    entries.flatMap((entry) => entry.allocated.map(({ allocation_id: id }) => [id, entry] as const)),
  )
  return [...new Set(dependants.map(({ allocation_id: id }) => makers.get(id) ?? null))]
}

/** What an order would have open, and unapplied, before and after; without what stays as it is. */
export function differencesOf(effect: OrderEffect, { t, amount }: HistorySpeech): string[] {
  const { open_before: open, open_after: openThen } = effect
  const { unallocated_before: loose, unallocated_after: looseThen } = effect
  const of = (name: "open" | "unapplied", before: DecimalString, after: DecimalString): string[] =>
    before === after ? [] : [t(`takingBack.${name}Then`, { before: amount(before), after: amount(after) })]
  return [...of("open", open, openThen), ...of("unapplied", loose, looseThen)]
}
