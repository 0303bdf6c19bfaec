import type { RunLeftView, RunMoveView } from "../../../../types/http"
import type { ListSpeech } from "../../lists/list-speech"
import { BYTE_ORDER_MARK, record, type Cell } from "../../lists/rows/csv"
import type { Outlook } from "../outlook"
import { fromOf, whyLeft } from "./move-words"

const HEAD = [
  "moves.account",
  "moves.from",
  "moves.to",
  "moves.headings.items",
  "moves.amount",
  "moves.headings.currency",
  "moves.headings.open",
  "moves.headings.code",
  "moves.headings.why",
] as const

/** The rows of a preview as comma-separated values: what would be placed, then what would be left. */
export function outlookCsv({ moves, left }: Pick<Outlook, "moves" | "left">, speech: ListSpeech): string {
  const head = record(HEAD.map((key) => speech.t(`runs.${key}`)))
  return (
    BYTE_ORDER_MARK +
    head +
    moves.map((one) => record(cellsOfMove(one, speech))).join("") +
    left.map((one) => record(cellsOfLeft(one, speech))).join("")
  )
}

const plain = (value: string): Cell => ({ plain: value })

function cellsOfMove(one: RunMoveView, speech: ListSpeech): Cell[] {
  const { order } = one
  return [
    speech.ownerOf(one),
    fromOf(one, speech),
    order?.display_id ?? null,
    plain(String(one.items)),
    plain(one.amount),
    one.currency_code.toUpperCase(),
    order && plain(order.open),
    order?.code?.code ?? null,
    null,
  ]
}

function cellsOfLeft(one: RunLeftView, speech: ListSpeech): Cell[] {
  const why = [whyLeft(one, speech).join(" · "), one.error].filter((said) => said !== null).join(" ")
  return [
    speech.ownerOf(one),
    null,
    one.order?.display_id ?? null,
    null,
    plain(one.amount),
    one.currency_code.toUpperCase(),
    null,
    null,
    why,
  ]
}
