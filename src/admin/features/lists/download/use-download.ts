import { toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import type { ListedTransactionView } from "../../../../types/http"
import type { RequestError } from "../../../lib/client"
import { saveFile } from "../../../lib/save-file"
import { rememberRefusal } from "../../../lib/use-may"
import { refusalWords } from "../../order/history/refusal-words"
import { useListView } from "../list-context"
import { csvOf } from "../rows/csv"
import { pageAsked } from "../sought/sought"
import { readPage } from "../use-list"
import { useListSpeech } from "../use-list-speech"

/** More rows than these are not read into the browser's memory for one file. */
const MOST_ROWS = 10_000
const PAGE = 500

interface Download {
  readonly save: (rows: readonly ListedTransactionView[]) => void
  readonly saveAll: () => Promise<void>
  /** How many rows are read; null while none are. */
  readonly read: number | null
}

/** Saves rows as a file: those that are given, or all that the filters let through. */
export function useDownload(): Download {
  const speech = useListSpeech()
  const { t, locale } = speech
  const view = useListView()
  const client = useQueryClient()
  const [read, setRead] = useState<number | null>(null)
  const save = (rows: readonly ListedTransactionView[]) => {
    const name = t(
      view.show === "all" ? "lists.download.nameTransactions" : "lists.download.nameUnreconciled",
    )
    saveFile(new Blob([csvOf(rows, speech)], { type: "text/csv;charset=utf-8" }), `${name}-${view.today}.csv`)
  }
  const readFrom = async (
    cursor: string | null,
    before: readonly ListedTransactionView[],
  ): Promise<{ rows: readonly ListedTransactionView[]; isCut: boolean }> => {
    const asked = pageAsked(view, PAGE)
    if (cursor !== null) asked.set("cursor", cursor)
    const { transactions, next_cursor: next } = await readPage(asked)
    const rows = [...before, ...transactions]
    setRead(rows.length)
    if (next === null) return { rows, isCut: false }
    return rows.length >= MOST_ROWS ? { rows: rows.slice(0, MOST_ROWS), isCut: true } : readFrom(next, rows)
  }
  const saveAll = async () => {
    if (read !== null) return
    setRead(0)
    try {
      const { rows, isCut } = await readFrom(null, [])
      save(rows)
      if (isCut)
        toast.warning(t("lists.download.cut", { count: MOST_ROWS.toLocaleString(locale) }), {
          description: t("lists.download.cutText"),
        })
    } catch (failure) {
      rememberRefusal(client, failure as RequestError)
      const { text, remedy } = refusalWords(failure as RequestError, "view", speech)
      toast.error(t("lists.download.failed"), { description: `${text} ${remedy}` })
    } finally {
      setRead(null)
    }
  }
  return { save, saveAll, read }
}
