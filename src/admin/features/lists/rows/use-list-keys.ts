import { useEffect, useRef, type RefObject } from "react"
import { commandOf, type Command, type Place } from "./keys"

/** The host's own keys are said one after the other: "G", then "O". */
const HOST_KEYS_MS = 1_000

/** Listens to the keys of a list, wherever on the page they are pressed but in a field or in what stands over it. */
export function useListKeys(page: RefObject<HTMLElement>, run: (command: Command) => boolean): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    let hostsUntil = 0
    const listen = (event: KeyboardEvent) => {
      const { key, shiftKey, ctrlKey, metaKey, altKey, timeStamp } = event
      if (event.defaultPrevented) return
      const command = commandOf(
        { key, shiftKey, isChord: ctrlKey || metaKey || altKey },
        placeOf(event.target, page.current),
      )
      const isHosts = timeStamp < hostsUntil
      if (key.toLowerCase() === "g") hostsUntil = timeStamp + HOST_KEYS_MS
      if (command && !isHosts && latest.current(command)) event.preventDefault()
    }
    document.addEventListener("keydown", listen)
    return () => document.removeEventListener("keydown", listen)
  }, [page])
}

const OVER = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]"
/** What hovering shows takes no keys. */
const ASKING = `:is(${OVER}):not([data-reconciliation-panel])`
const FIELD = "input, select, textarea, [contenteditable=true]"

function placeOf(target: EventTarget | null, page: HTMLElement | null): Place {
  if (!(target instanceof Element) || target === document.body) {
    return document.querySelector(ASKING) ? "field" : "nowhere"
  }
  if (target.closest(OVER) || target.matches(FIELD) || !page?.contains(target)) return "field"
  if (target.matches("[data-row-main]")) return "row"
  return target.closest("button, a, summary") ? "control" : "nowhere"
}
