import type { KeyboardEvent } from "react"

const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }

/**
 * J and K or the arrows move from row to row of a list, whatever of a row has the focus; the row's own link keeps Enter.
 * Nothing is taken from a field or an open menu.
 */
export function onRowKeys(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key]
  const { target, currentTarget: list } = event
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  if (!(target instanceof HTMLElement) || target.closest("input, select, textarea, [role=menu]")) return
  const row = target.closest("[data-row]")
  if (!row || !list.contains(row)) return
  const rows = Array.from(list.querySelectorAll("[data-row]"))
  const next = rows[rows.indexOf(row) + step]?.querySelector("[data-row-main]")
  if (!(next instanceof HTMLElement)) return
  event.preventDefault()
  next.focus()
}
