import { useEffect, type FocusEvent, type KeyboardEvent, type RefObject } from "react"

const STEPS: Record<string, readonly [rows: number, cells: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const STOP = "button[data-stop]"

/**
 * One Tab stop for a whole table: Tab enters it, arrow keys move between its `button[data-stop]`
 * (at most one per cell), Home and End go to the ends of a row. React renders every stop with
 * tabIndex -1 and never changes it; the one that is 0 is kept here, on the elements, so that
 * moving through a thousand rows renders nothing.
 */
export function useArrowKeys(table: RefObject<HTMLTableElement>) {
  useEffect(() => {
    const stops = table.current?.querySelectorAll<HTMLButtonElement>(STOP)
    if (stops && ![...stops].some((stop) => stop.tabIndex === 0)) {
      stops[0]?.setAttribute("tabindex", "0")
    }
  })
  return {
    onFocus: (event: FocusEvent) => {
      const stop = event.target.closest<HTMLButtonElement>(STOP)
      if (stop) {
        table.current
          ?.querySelectorAll(`${STOP}[tabindex="0"]`)
          .forEach((old) => old.setAttribute("tabindex", "-1"))
        stop.setAttribute("tabindex", "0")
      }
    },
    onKeyDown: (event: KeyboardEvent) => {
      const next = destination(event)
      if (next) {
        event.preventDefault()
        next.focus()
      }
    },
  }
}

function destination(event: KeyboardEvent): HTMLButtonElement | null {
  const cell = (event.target as Element).closest<HTMLTableCellElement>("td, th")
  const row = cell?.parentElement
  const table = cell?.closest("table")
  if (!cell || !table || !(row instanceof HTMLTableRowElement) || event.altKey || event.metaKey) {
    return null
  }
  if (event.key === "Home" || event.key === "End") {
    const stops = row.querySelectorAll<HTMLButtonElement>(STOP)
    return stops[event.key === "Home" ? 0 : stops.length - 1] ?? null
  }
  const step = STEPS[event.key]
  return step ? walk(table, [row.rowIndex, cell.cellIndex], step) : null
}

function walk(table: HTMLTableElement, from: [number, number], [rows, cells]: readonly [number, number]) {
  for (let row = from[0] + rows, cell = from[1] + cells; ; row += rows, cell += cells) {
    const place = table.rows[row]?.cells[cell]
    const stop = place?.querySelector<HTMLButtonElement>(STOP)
    if (!place || stop) {
      return stop ?? null
    }
  }
}
