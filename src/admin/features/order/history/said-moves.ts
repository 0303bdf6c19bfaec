import { grouped } from "../../../../modules/reconciliation/domain/grouped"
import type { DecimalString } from "../../../../types/http"
import { endOf, isOwnLine, type End, type NetMove } from "./moves"
import { amountOf, moneyName, namesOf, type HistorySpeech } from "./names"

/** A clause of a change's sentence, and what it speaks of: an item's id. */
export interface Said {
  readonly about: string
  readonly text: string
}

/** What it takes to say moves: the words, and how large some credits are in all, by their ids. */
export interface Saying {
  readonly speech: HistorySpeech
  readonly wholes: ReadonlyMap<string, DecimalString>
}

/** What went where, a clause for each payment, refund, credit or write-off. */
export function saidOfMoves(moves: readonly NetMove[], saying: Saying): Said[] {
  const told = moves.filter((move) => !isOwnLine(move) && move.credit.kind !== "rounding" && !isClosing(move))
  const [refunds, others] = [told.filter(isRefund), told.filter((move) => !isRefund(move))]
  return [
    ...[...grouped(others, ({ creditId }) => creditId).values()].flatMap((group) => ofCredit(group, saying)),
    ...[...grouped(refunds, ({ debitId }) => debitId).values()].flatMap((group) => ofRefund(group, saying)),
  ]
}

const isRefund = ({ debit }: NetMove): boolean => debit.kind === "refund" && debit.row === null

/** Only balances a posting that is told itself: money taken back, an order that moves on. */
const isClosing = ({ credit, debit }: NetMove): boolean =>
  credit.kind === "transfer" || (debit.row === null && /^(?:void|reversal|transfer)$/.test(debit.kind))

function ofCredit(moves: readonly NetMove[], saying: Saying): Said[] {
  const [first] = moves
  if (!first) return []
  const { creditId: about, credit } = first
  const says = (text: string): Said[] => [{ about, text }]
  if (credit.kind === "write_off" || credit.kind === "cash_discount") return says(ofWriteOff(moves, saying))
  if (first.debit.kind === "write_off" && moves.length === 1) return says(ofSurplus(first, saying))
  return says(credit.row === null ? ofMoney(first, moves, saying) : ofLineCredit(first, moves, saying))
}

function ofMoney(
  { credit, creditId }: NetMove,
  moves: readonly NetMove[],
  { speech, wholes }: Saying,
): string {
  const { t, amount } = speech
  const [put, taken] = [
    endOf(moves, { of: "debit", side: "put" }),
    endOf(moves, { of: "debit", side: "taken" }),
  ]
  const money = moneyName(credit, speech)
  if (put && taken) return moved({ money, put, taken }, speech)
  if (taken)
    return t("said.taken", {
      money,
      amount: amountOf(taken.amount, speech),
      items: namesOf(taken.items, speech),
    })
  if (!put) return ""
  const part = amountOf(put.amount, speech)
  const whole = wholes.get(creditId)
  const isPart = whole !== undefined && amount(whole) !== part
  const values = {
    money,
    amount: isPart ? t("said.part", { amount: part, whole: amount(whole) }) : part,
    items: namesOf(put.items, speech),
  }
  return t(put.items.length === 1 ? "said.put" : "said.putMany", values)
}

function moved(
  { money, put, taken }: { money: string; put: End; taken: End },
  speech: HistorySpeech,
): string {
  const [from, to] = [namesOf(taken.items, speech), namesOf(put.items, speech)]
  return put.amount === taken.amount
    ? speech.t("said.moved", { amount: amountOf(put.amount, speech), from, to })
    : speech.t("said.both", {
        money,
        from,
        to,
        put: amountOf(put.amount, speech),
        taken: amountOf(taken.amount, speech),
      })
}

/** What a line that became cheaper gives to others, or gets back from them. */
function ofLineCredit({ credit }: NetMove, moves: readonly NetMove[], { speech }: Saying): string {
  const own = namesOf([credit], speech)
  return (["put", "taken"] as const)
    .flatMap((side) => {
      const end = endOf(moves, { of: "debit", side })
      if (!end) return []
      const other = namesOf(end.items, speech)
      const [from, to] = side === "put" ? [own, other] : [other, own]
      return [speech.t("said.moved", { amount: amountOf(end.amount, speech), from, to })]
    })
    .join("; ")
}

const WORDS = {
  writeOff: { put: "said.writtenOff", taken: "said.writeOffUndone" },
  discount: { put: "said.discounted", taken: "said.discountUndone" },
} as const

function ofWriteOff(moves: readonly NetMove[], { speech }: Saying): string {
  const put = endOf(moves, { of: "debit", side: "put" })
  const end = put ?? endOf(moves, { of: "debit", side: "taken" })
  const words = WORDS[moves[0]?.credit.kind === "cash_discount" ? "discount" : "writeOff"]
  return speech.t(put ? words.put : words.taken, {
    amount: end ? amountOf(end.amount, speech) : "",
    items: namesOf(end?.items ?? [], speech),
  })
}

function ofSurplus({ credit, amount }: NetMove, { speech }: Saying): string {
  const [key, units] = amount > 0n ? ["said.kept", amount] : ["said.keptUndone", -amount]
  return speech.t(key, { amount: amountOf(units, speech), money: moneyName(credit, speech) })
}

function ofRefund(moves: readonly NetMove[], { speech }: Saying): Said[] {
  const { t, day } = speech
  return (["put", "taken"] as const).flatMap((side) => {
    const end = endOf(moves, { of: "credit", side })
    const [first] = moves
    if (!end || !first) return []
    const key = side === "put" ? "said.refunded" : "said.refundFreed"
    const date = day(first.debit.occurred_on)
    const values = { amount: amountOf(end.amount, speech), date, items: namesOf(end.items, speech) }
    return [{ about: first.debitId, text: t(key, values) }]
  })
}
