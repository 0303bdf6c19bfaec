import { useEffect, useRef, useState } from "react"
import { useOrderView } from "../use-order-view"
import { useGridStore } from "./use-grid"
import { useLabels } from "./use-labels"

const PAUSE_MS = 1_000

/** Reads out what a change came to, once a second at most: what stands there now, and what the money has left. */
export function Announcer() {
  const store = useGridStore()
  const labels = useLabels()
  const { t } = useOrderView()
  const [said, say] = useState("")
  const seen = useRef(store.sheet)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      timer = undefined
      if (store.sheet === seen.current || store.mode !== "navigate") return
      seen.current = store.sheet
      const column = store.columns[store.focus.column]
      const row = store.rows[store.focus.row]
      if (column?.kind !== "money" || row?.kind !== "item") return
      const { unallocated = 0n } = store.sheet.byColumn.get(column.id) ?? {}
      const value = store.sheet.cells.get(row.id, column.id) ?? 0n
      say(
        [
          `${labels.row(row)}: ${labels.money(value)}`,
          t("grid.status.left", { column: labels.columnOn(column), amount: labels.money(unallocated) }),
        ].join(". "),
      )
    }
    const stop = store.subscribe("grid", () => {
      timer ??= setTimeout(tell, PAUSE_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [store, labels, t])
  return (
    <output aria-live="polite" className="sr-only" data-grid-said="">
      {said}
    </output>
  )
}
