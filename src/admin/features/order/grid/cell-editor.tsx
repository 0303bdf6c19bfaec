import { useLayoutEffect, useRef } from "react"
import { useOrderView } from "../use-order-view"
import { useGridStore } from "./use-grid"
import type { CellView } from "./views"

/** What is typed into a cell; the grid has its keys. */
export function CellEditor({ text, view }: { text: string; view: CellView }) {
  const store = useGridStore()
  const { t } = useOrderView()
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    const field = input.current
    if (!field) return
    field.focus({ preventScroll: true })
    field.setSelectionRange(field.value.length, field.value.length)
  }, [])
  return (
    <input
      ref={input}
      className="reconciliation-editor"
      value={text}
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      aria-label={t("grid.editing")}
      aria-invalid={view.isTooMuch || store.note?.kind === "unreadable" || undefined}
      aria-describedby="reconciliationStatus"
      onChange={({ target }) => store.type(target.value)}
    />
  )
}
