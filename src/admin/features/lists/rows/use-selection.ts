import { useCallback, useMemo, useRef, useState } from "react"
import type { ListedTransactionView } from "../../../../types/http"
import { between } from "./keys"

export interface Selection {
  /** The rows that are selected, in the order of the list. */
  readonly rows: readonly ListedTransactionView[]
  readonly has: (number: string) => boolean
  readonly toggle: (number: string) => void
  /** From the one that was toggled last to this one. */
  readonly extend: (number: string) => void
  readonly all: (isSelected: boolean) => void
  readonly clear: () => void
}

const NONE: ReadonlySet<string> = new Set()

/** Which rows of the list are selected; what is listed no more is not. */
export function useSelection(rows: readonly ListedTransactionView[]): Selection {
  const [numbers, setNumbers] = useState<ReadonlySet<string>>(NONE)
  const last = useRef<string | null>(null)
  const toggle = useCallback((number: string) => {
    last.current = number
    setNumbers((before) => {
      const after = new Set(before)
      if (!after.delete(number)) after.add(number)
      return after
    })
  }, [])
  const extend = useCallback(
    (number: string) => {
      const from = last.current ?? number
      const added = between(
        rows.map((one) => one.number),
        from,
        number,
      )
      last.current = number
      setNumbers((before) => new Set([...before, ...added]))
    },
    [rows],
  )
  const all = useCallback(
    (isSelected: boolean) => setNumbers(isSelected ? new Set(rows.map(({ number }) => number)) : NONE),
    [rows],
  )
  const clear = useCallback(() => setNumbers(NONE), [])
  return useMemo(
    () => ({
      rows: rows.filter(({ number }) => numbers.has(number)),
      has: (number) => numbers.has(number),
      toggle,
      extend,
      all,
      clear,
    }),
    [rows, numbers, toggle, extend, all, clear],
  )
}
