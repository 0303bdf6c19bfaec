import { MagnifyingGlass } from "@medusajs/icons"
import { Input } from "@medusajs/ui"
import { useEffect, useId, useRef, useState } from "react"
import { useSettled } from "../../../lib/use-settled"
import { LONGEST_QUERY } from "./sought"

interface SearchProps {
  /** What is sought now. */
  readonly q: string
  /** What the empty field says, and what it is called. */
  readonly hint: string
  readonly label: string
  readonly onSeek: (q: string) => void
}

/** The field of a list's search: it is sought for once somebody pauses. */
export function Search({ q, hint, label, onSeek }: SearchProps) {
  const id = useId()
  const [text, setText] = useState(q)
  const settled = useSettled(text.trim())
  const said = useRef(q)
  const seek = useRef(onSeek)
  useEffect(() => {
    seek.current = onSeek
  })
  useEffect(() => {
    // Until it has settled, what was written before is not meant any more.
    if (settled === said.current || settled !== text.trim()) return
    said.current = settled
    seek.current(settled)
  }, [settled, text])
  // What the address says by itself, on the way back or when all is cleared, is in the field too.
  useEffect(() => {
    if (q === said.current) return
    said.current = q
    setText(q)
  }, [q])
  return (
    <search className="reconciliation-list-search">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <span aria-hidden className="text-ui-fg-subtle">
        <MagnifyingGlass />
      </span>
      <Input
        id={id}
        size="small"
        type="text"
        value={text}
        maxLength={LONGEST_QUERY}
        autoComplete="off"
        placeholder={hint}
        data-search=""
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return
          if (text === "") event.currentTarget.blur()
          else setText("")
        }}
      />
    </search>
  )
}
