import { useEffect } from "react"
import type { Desk } from "./desk"

/** What lies over the page and has keys of its own; what is said of a cell lies in it. */
const OVER_PAGE = "[role=dialog]:not([data-cell-popup]), [role=alertdialog]"

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">

/** Ctrl+S, or Cmd+S. */
export const isSaveKey = ({ key, ctrlKey, metaKey, altKey }: Pressed): boolean =>
  key.toLowerCase() === "s" && (ctrlKey || metaKey) && !altKey

/**
 * Ctrl+S, or Cmd+S, saves from everywhere on the page, not only in the grid, which hears it first. The browser would
 * save the page as a file: never what is meant here.
 */
export function useSaveKey(desk: Desk): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isSaveKey(event)) return
      event.preventDefault()
      if (document.querySelector(OVER_PAGE) === null) void desk.save()
    }
    document.addEventListener("keydown", listen)
    return () => document.removeEventListener("keydown", listen)
  }, [desk])
}
