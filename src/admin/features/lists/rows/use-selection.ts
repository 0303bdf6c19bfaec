import { useCallback, useMemo, useRef, useState } from "react"
import { between } from "./keys"

export interface SelectionOf<Row> {
  /** The rows that are selected, in the order of the list. */
  readonly rows: readonly Row[]
  readonly has: (number: string) => boolean
  readonly toggle: (number: string) => void
  /** From the one that was toggled last to this one. */
  readonly extend: (number: string) => void
  readonly all: (isSelected: boolean) => void
  readonly clear: () => void
}

const NONE: ReadonlySet<string> = new Set()

/** Which rows of the list are selected; what is listed no more is not. @param numberOf the same function each time */
export function useSelection<Row>(rows: readonly Row[], numberOf: (row: Row) => string): SelectionOf<Row> {
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
      const added = between(rows.map(numberOf), from, number)
      last.current = number
      setNumbers((before) => new Set([...before, ...added]))
    },
    [rows, numberOf],
  )
  const all = useCallback(
    (isSelected: boolean) => setNumbers(isSelected ? new Set(rows.map(numberOf)) : NONE),
    [rows, numberOf],
  )
  const clear = useCallback(() => setNumbers(NONE), [])
  return useMemo(
    () => ({
      rows: rows.filter((row) => numbers.has(numberOf(row))),
      has: (number) => numbers.has(number),
      toggle,
      extend,
      all,
      clear,
    }),
    [rows, numbers, numberOf, toggle, extend, all, clear],
  )
}
