import type { ListedTransactionView } from "../../../../types/http"
import { useListView } from "../list-context"
import { csvOf } from "../rows/csv"
import { pageAsked } from "../sought/sought"
import { readPage } from "../use-list"
import { useListSpeech } from "../use-list-speech"
import { FILE_PAGE, useCsv, type Download } from "./use-csv"

/** Saves transactions of the list as a file. */
export function useDownload(): Download<ListedTransactionView> {
  const speech = useListSpeech()
  const view = useListView()
  const name = view.show === "all" ? "lists.download.nameTransactions" : "lists.download.nameUnreconciled"
  return useCsv({
    name: `${speech.t(name)}-${view.today}.csv`,
    csvOf: (rows) => csvOf(rows, speech),
    readPage: async (cursor) => {
      const asked = pageAsked(view, FILE_PAGE)
      if (cursor !== null) asked.set("cursor", cursor)
      const { transactions: rows, next_cursor: next } = await readPage(asked)
      return { rows, next }
    },
  })
}
