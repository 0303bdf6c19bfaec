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
      givePointerBack()
      if (opener.current instanceof HTMLElement) opener.current.focus()
    },
  }
}

const OPEN =
  "[role=dialog][data-state=open], [role=alertdialog][data-state=open], [role=menu][data-state=open]"

/**
 * The menus and the dialogs of @medusajs/ui each bring their own copy of what keeps clicks from the page behind them: a dialog that
 * a menu opened takes for the page's own state what the menu had set, and the page would take no click after it.
 */
function givePointerBack(): void {
  if (!document.querySelector(OPEN)) document.body.style.removeProperty("pointer-events")
}

/** An entry of a menu goes with its menu; what opened that stays. */
function openerOf(active: Element | null): Element | null {
  const menu = active?.closest("[role=menu]")
  return menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : active
}
