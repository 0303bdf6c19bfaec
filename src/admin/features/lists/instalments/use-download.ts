import type { ListedInstalmentView } from "../../../../types/http"
import { methodLabel } from "../../../lib/labels"
import { useToday } from "../../../lib/use-today"
import { FILE_PAGE, useCsv, type Download } from "../download/use-csv"
import type { ListSpeech } from "../list-speech"
import { BYTE_ORDER_MARK, record, type Cell } from "../rows/csv"
import { useListSpeech } from "../use-list-speech"
import type { Sought } from "./sought"
import { readInstalments } from "./use-instalments"
import { changeOf, pastOf } from "./words"

/** Saves planned payments as a file. */
export function useInstalmentDownload({ view, q }: Sought): Download<ListedInstalmentView> {
  const speech = useListSpeech()
  const today = useToday()
  return useCsv({
    name: `${speech.t("instalments.file.name")}-${today}.csv`,
    csvOf: (rows) => csvOf(rows, speech),
    readPage: async (cursor) => {
      const { instalments, next_cursor: next } = await readInstalments(
        { view, q },
        { cursor, limit: FILE_PAGE },
      )
      return { rows: instalments, next }
    },
  })
}

const HEAD = [
  "columns.due",
  "columns.owner",
  "file.company",
  "file.order",
  "file.keptFor",
  "columns.state",
  "file.became",
  "columns.means",
  "file.reference",
  "file.currency",
  "file.planned",
  "file.paid",
  "file.toCome",
] as const

/** Days as YYYY-MM-DD, amounts with a point and the currency's digits. */
function csvOf(rows: readonly ListedInstalmentView[], speech: ListSpeech): string {
  const head = record(HEAD.map((key) => speech.t(`instalments.${key}`)))
  return BYTE_ORDER_MARK + head + rows.map((one) => record(cellsOf(one, speech))).join("")
}

function cellsOf(one: ListedInstalmentView, speech: ListSpeech): Cell[] {
  const { t, ownerOf } = speech
  const plain = (value: string): Cell => ({ plain: value })
  const became = [pastOf(one, speech), changeOf(one, speech)?.text]
  return [
    plain(one.due_on),
    ownerOf(one),
    one.owner.company,
    one.display_id,
    one.titles.join(", "),
    t(`plan.states.${one.state}`),
    became.filter(Boolean).join("; "),
    one.method === null ? null : methodLabel(one.method, t),
    one.reference,
    one.currency_code.toUpperCase(),
    plain(one.amount),
    plain(one.paid),
    plain(one.kept),
  ]
}
