import { toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import type { RequestError } from "../../../lib/client"
import { saveFile } from "../../../lib/save-file"
import { rememberRefusal } from "../../../lib/use-may"
import { refusalWords } from "../../order/history/refusal-words"
import { useListSpeech } from "../use-list-speech"

/** More rows than these are not read into the browser's memory for one file. */
const MOST_ROWS = 10_000
/** As many rows as one page of a file has. */
export const FILE_PAGE = 500

interface Page<Row> {
  readonly rows: readonly Row[]
  readonly next: string | null
}

interface Source<Row> {
  /** "unreconciled-2026-11-27.csv". */
  readonly name: string
  readonly csvOf: (rows: readonly Row[]) => string
  /** A page of all that the filters let through, from after a cursor. */
  readonly readPage: (cursor: string | null) => Promise<Page<Row>>
}

export interface Download<Row> {
  readonly save: (rows: readonly Row[]) => void
  readonly saveAll: () => Promise<void>
  /** How many rows are read; null while none are. */
  readonly read: number | null
}

/** Saves rows as a file: those that are given, or all that the filters let through. */
export function useCsv<Row>({ name, csvOf, readPage }: Source<Row>): Download<Row> {
  const speech = useListSpeech()
  const { t, locale } = speech
  const client = useQueryClient()
  const [read, setRead] = useState<number | null>(null)
  const save = (rows: readonly Row[]) =>
    saveFile(new Blob([csvOf(rows)], { type: "text/csv;charset=utf-8" }), name)
  const readFrom = async (
    cursor: string | null,
    before: readonly Row[],
  ): Promise<{ rows: readonly Row[]; isCut: boolean }> => {
    const page = await readPage(cursor)
    const rows = [...before, ...page.rows]
    setRead(rows.length)
    if (page.next === null) return { rows, isCut: false }
    return rows.length >= MOST_ROWS
      ? { rows: rows.slice(0, MOST_ROWS), isCut: true }
      : readFrom(page.next, rows)
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
