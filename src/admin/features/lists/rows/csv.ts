import type { ListedTransactionView } from "../../../../types/http"
import type { ListSpeech } from "../list-speech"
import { whyWords } from "./why"

/** A cell of text; an amount, a day or a count as this program writes it; nothing. */
export type Cell = string | { readonly plain: string } | null

/** Spreadsheets take what begins so for a formula. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

/** Tells programs that do not ask that what follows is UTF-8. */
export const BYTE_ORDER_MARK = "\uFEFF"

/** A record of RFC 4180. A formula that somebody typed becomes text; amounts stay numbers. */
export const record = (cells: readonly Cell[]): string => `${cells.map(written).join(",")}\r\n`

function written(cell: Cell): string {
  if (cell === null) return ""
  if (typeof cell !== "string") return quoted(cell.plain)
  return quoted(FORMULA.test(cell) ? `'${cell}` : cell)
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const HEAD = [
  "columns.date",
  "download.kind",
  "columns.transaction",
  "download.receipt",
  "download.paper",
  "columns.order",
  "columns.owner",
  "download.company",
  "columns.state",
  "columns.code",
  "filters.currency",
  "download.charges",
  "download.payments",
  "columns.open",
  "download.due",
  "download.ageDays",
  "columns.why",
  "download.toCheck",
  "download.note",
] as const

/** Rows as comma-separated values: days as YYYY-MM-DD, amounts with a point and the currency's digits. */
export function csvOf(rows: readonly ListedTransactionView[], speech: ListSpeech): string {
  const { t } = speech
  const head = record(
    HEAD.map((key) => t(key === "columns.transaction" ? "account.tx.transaction" : `lists.${key}`)),
  )
  return BYTE_ORDER_MARK + head + rows.map((one) => record(cellsOf(one, speech))).join("")
}

function cellsOf(one: ListedTransactionView, speech: ListSpeech): Cell[] {
  const { t, nameOf, ownerOf, kindOf, amountOf } = speech
  const plain = (value: string): Cell => ({ plain: value })
  return [
    plain(one.occurred_on),
    kindOf(one.kind),
    nameOf(one),
    one.receipt_number,
    one.document_number?.number ?? null,
    one.order?.display_id ?? null,
    ownerOf(one),
    one.owner.company,
    t(`states.${one.state}.short`),
    one.codes.map(({ code }) => code).join(" "),
    one.currency_code.toUpperCase(),
    plain(one.charges),
    plain(one.payments),
    plain(one.open),
    one.due_on === null ? null : plain(one.due_on),
    plain(String(one.age_days)),
    whyWords(one, { ...speech, amount: amountOf(one) }),
    one.to_check ? t("lists.download.toCheck") : null,
    one.note?.text ?? null,
  ]
}
