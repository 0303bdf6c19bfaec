import { minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type { HistoryEntry, NamedItem } from "../../../../types/http"
import { nameOf } from "../../../lib/because"
import { meansLabel } from "../../../lib/labels"
import { amountOf, moneyName, namesOf, type HistorySpeech } from "./names"
import type { Said } from "./said-moves"

type Posted = HistoryEntry["posted"][number]
type Kinds = ReadonlySet<NamedItem["kind"]>

const CHARGES: Kinds = new Set(["charge", "fee", "shipping", "return_shipping", "rounding"])
const CHANGES: Kinds = new Set(["adjustment", "credit_line"])
const MONEY: Kinds = new Set(["payment", "deposit", "stored_value"])

/**
 * What came to an order: money and refunds only where their amounts went nowhere (else what they did is told), then
 * what was taken back, then what its items cost.
 */
export function saidOfPostings(
  { posted, allocated }: Pick<HistoryEntry, "posted" | "allocated">,
  speech: HistorySpeech,
): Said[] {
  const moved = new Set(allocated.flatMap(({ credit, debit }) => [nameIn(credit), nameIn(debit)]))
  const [money, owed] = [posted.filter(ofNoRow), posted.filter((one) => !ofNoRow(one))]
  return [
    ...money.filter(({ item }) => !moved.has(nameIn(item))).flatMap((one) => ofMoney(one, speech)),
    ...money.flatMap((one) => (one.item.kind === "void" ? [said("said.voided", [one], speech)] : [])),
    ...ofReversals(posted, speech),
    ...ofPrices(owed, speech),
  ]
}

const ofNoRow = ({ item }: Posted): boolean => item.row === null

/** Postings come without their id; nothing else of one order has the same kind and reference. */
const nameIn = ({ kind, side, reference }: NamedItem): string => `${kind} ${side} ${reference}`

function ofMoney(one: Posted, speech: HistorySpeech): Said[] {
  const { item } = one
  if (item.kind === "refund") return [said("said.refundOpen", [one], speech)]
  return MONEY.has(item.kind) ? [said("said.received", [one], speech)] : []
}

/** One reversal posts what it reopened of each row, and what it took of money that paid nothing. */
function ofReversals(posted: readonly Posted[], speech: HistorySpeech): Said[] {
  const parts = posted.filter(({ item }) => item.kind === "reversal" && item.side === "debit")
  const rows = parts.filter((one) => !ofNoRow(one))
  if (parts.length === 0) return []
  const all = said("said.reversed", parts, speech)
  if (rows.length === 0) return [all]
  const items = namesOf(rowsOf(rows), speech)
  return [{ ...all, text: speech.t("said.reversedItems", { ...valuesOf(parts, speech), items }) }]
}

function ofPrices(posted: readonly Posted[], speech: HistorySpeech): Said[] {
  const of = (kinds: Kinds, sign?: bigint) =>
    posted.filter(
      ({ item, amount }) =>
        kinds.has(item.kind) && (sign === undefined || unitsOf(amount, speech) * sign > 0n),
    )
  return (
    [
      ["said.raised", of(CHANGES, 1n)],
      ["said.lowered", of(CHANGES, -1n)],
      ["said.cancelled", of(new Set(["cancellation"]))],
      ["said.charged", of(CHARGES)],
    ] as const
  ).flatMap(([key, parts]) => (parts.length === 0 ? [] : [said(key, parts, speech)]))
}

function said(key: string, parts: readonly Posted[], speech: HistorySpeech): Said {
  return { about: key, text: speech.t(key, valuesOf(parts, speech)) }
}

function valuesOf(parts: readonly Posted[], speech: HistorySpeech): Record<string, string> {
  const [first] = parts
  const sum = parts.reduce((total, { amount }) => total + unitsOf(amount, speech), 0n)
  return {
    amount: amountOf(sum < 0n ? -sum : sum, speech),
    items: namesOf(rowsOf(parts), speech),
    money: first ? moneyName(first.item, speech) : "",
    what: first ? whatOf(first.item, speech) : "",
  }
}

/** "Chargeback" says more than "Taken back (Chargeback) of …: Boots". */
function whatOf(item: NamedItem, speech: HistorySpeech): string {
  const means = item.kind === "reversal" ? meansLabel(item, speech.t) : null
  return means ?? nameOf(item.kind === "reversal" ? { ...item, row: null } : item, speech)
}

const unitsOf = (amount: string, { digits }: HistorySpeech): bigint => minorUnitsOf(amount, digits)

/** An item of each row; a row has several postings. */
const rowsOf = (parts: readonly Posted[]): NamedItem[] => [
  ...new Map(parts.map(({ item }) => [item.row ?? nameIn(item), item])).values(),
]
