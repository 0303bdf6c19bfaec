import { useEffect, useRef } from "react"
import { useOpener } from "./use-opener"

const FIELDS = "input:not([type=hidden], :disabled), select:not(:disabled), textarea:not(:disabled)"

/** Where somebody begins in a drawer: what is marked so, else its first field; of radio buttons the one that is chosen. */
function firstFieldIn(drawer: HTMLElement): HTMLElement | null {
  const field =
    drawer.querySelector<HTMLElement>("[data-first-field]") ?? drawer.querySelector<HTMLElement>(FIELDS)
  if (!(field instanceof HTMLInputElement) || field.type !== "radio") return field
  const group = drawer.querySelectorAll<HTMLInputElement>(
    `input[type=radio][name="${CSS.escape(field.name)}"]`,
  )
  return [...group].find(({ checked }) => checked) ?? field
}

function beginIn(field: HTMLElement): void {
  field.focus()
  // What is proposed there gives way to what is typed.
  if (field instanceof HTMLInputElement && field.type === "text") field.select()
}

/**
 * Where the focus of a drawer is: at first in its first field, and not on the button that closes it; in the end where it was
 * before. Where there is no field, or none yet, it waits on the first button of the form, else on the drawer itself.
 */
export function useFirstField() {
  const { onOpenAutoFocus, onCloseAutoFocus } = useOpener()
  const waiting = useRef<{ readonly drawer: HTMLElement; readonly on: HTMLElement } | null>(null)
  // After each rendering: fields come when what they are about is read.
  useEffect(() => {
    if (!waiting.current) return
    const { drawer, on } = waiting.current
    const field = firstFieldIn(drawer)
    if (!field) return
    waiting.current = null
    // Whoever has gone on meanwhile stays there.
    if (document.activeElement === on) beginIn(field)
  })
  return {
    onOpenAutoFocus: (event: Event) => {
      onOpenAutoFocus()
      if (!(event.target instanceof HTMLElement)) return
      event.preventDefault()
      const drawer = event.target
      const field = firstFieldIn(drawer)
      if (field) return beginIn(field)
      const on = drawer.querySelector<HTMLElement>("form button") ?? drawer
      waiting.current = { drawer, on }
      on.focus()
    },
    onCloseAutoFocus: (event: Event) => {
      waiting.current = null
      onCloseAutoFocus(event)
    },
  }
}
