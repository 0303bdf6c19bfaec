import { useRef } from "react"

/**
 * For a dialog without a trigger of its own: gives the focus back to where it was when it opened. The dialogs of
 * @medusajs/ui give it to their trigger alone, and lose it when they have none.
 */
export function useOpener() {
  const opener = useRef<Element | null>(null)
  return {
    onOpenAutoFocus: () => {
      opener.current = openerOf(document.activeElement)
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault()
      if (opener.current instanceof HTMLElement) opener.current.focus()
    },
  }
}

/** An entry of a menu goes with its menu; what opened that stays. */
function openerOf(active: Element | null): Element | null {
  const menu = active?.closest("[role=menu]")
  return menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : active
}
