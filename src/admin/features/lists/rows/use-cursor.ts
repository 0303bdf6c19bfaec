import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react"

export interface Cursor {
  /** The number of the row that it is on; null of an empty list. */
  readonly at: string | null
  /** Puts it on a row and gives that the focus; the page moves only as far as the row needs. */
  readonly go: (number: string) => void
  /** So many rows on, or back. */
  readonly step: (by: 1 | -1) => void
  /** Follows the focus, wherever that goes by itself. */
  readonly follow: (number: string) => void
}

/**
 * One row of the list, by its number, is where keys act. When it is gone after an act, the cursor is on the one that has come into its
 * place, with the focus that was lost.
 */
export function useCursor(rows: readonly string[], list: RefObject<HTMLElement>): Cursor {
  const [last, setLast] = useState<{ number: string; place: number } | null>(null)
  const found = last === null ? 0 : rows.indexOf(last.number)
  const place = found >= 0 ? found : Math.min(last?.place ?? 0, rows.length - 1)
  const at = rows[place] ?? null
  const now = useRef({ rows, place })
  useLayoutEffect(() => {
    now.current = { rows, place }
  }, [rows, place])

  const follow = useCallback((number: string) => {
    const there = now.current.rows.indexOf(number)
    if (there >= 0) setLast({ number, place: there })
  }, [])
  const go = useCallback(
    (number: string) => {
      follow(number)
      focusRow(list.current, number)
    },
    [follow, list],
  )
  const step = useCallback(
    (by: 1 | -1) => {
      const { rows: here, place: from } = now.current
      const next = here[from + by] ?? here[from]
      if (next !== undefined) go(next)
    },
    [go],
  )

  const hadFocus = useHadFocus(list)
  useEffect(() => {
    if (at !== null && hadFocus.current && document.activeElement === document.body)
      focusRow(list.current, at)
  }, [at, list, hadFocus])
  return { at, go, step, follow }
}

function focusRow(list: HTMLElement | null, number: string): void {
  const row = list?.querySelector(`[data-row="${CSS.escape(number)}"]`)
  const main = row?.querySelector<HTMLElement>("[data-row-main]")
  main?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: "nearest" })
}

/** Whether the focus was in the list last; what is taken out of the page with the focus on it does not say that it left. */
function useHadFocus(list: RefObject<HTMLElement>): RefObject<boolean> {
  const had = useRef(false)
  useEffect(() => {
    const note = ({ target }: FocusEvent | MouseEvent) => {
      if (target instanceof Element && target.closest("[role=dialog], [role=menu]")) return
      had.current = target instanceof Node && (list.current?.contains(target) ?? false)
    }
    document.addEventListener("focusin", note)
    document.addEventListener("mousedown", note)
    return () => {
      document.removeEventListener("focusin", note)
      document.removeEventListener("mousedown", note)
    }
  }, [list])
  return had
}
