import { createContext, useContext, useMemo, useRef, useState, type ReactNode } from "react"

export interface MoreContent {
  id: string
  title: string
  renderDetails: () => ReactNode
}

export interface OpenMore extends MoreContent {
  anchor: HTMLElement
  /** Opened by click or key: takes the focus and stays until closed. */
  pinned: boolean
}

export interface MoreActions {
  toggle: (anchor: HTMLElement, content: MoreContent) => void
  hover: (anchor: HTMLElement, content: MoreContent) => void
  leave: () => void
  /** The mouse moved from the button into the panel: keep it. */
  stay: () => void
  close: () => void
}

const HOVER_MS = 250
const LEAVE_MS = 200

const MoreContext = createContext<MoreActions | null>(null)

export const MoreProvider = MoreContext.Provider

export function useMore(): MoreActions {
  const actions = useContext(MoreContext)
  if (!actions) {
    throw new Error("useMore is used outside MoreProvider")
  }
  return actions
}

/**
 * One panel for all the buttons of a card: a popover each would be thousands in a long order.
 * The actions never change, so opening one renders none of the buttons; therefore aria-expanded
 * is set on the element.
 */
export function useMorePanel(): { open: OpenMore | null; actions: MoreActions } {
  const [open, setOpen] = useState<OpenMore | null>(null)
  const current = useRef<OpenMore | null>(null)
  const timer = useRef(0)
  const actions = useMemo<MoreActions>(() => {
    const show = (next: OpenMore | null) => {
      window.clearTimeout(timer.current)
      current.current?.anchor.setAttribute("aria-expanded", "false")
      next?.anchor.setAttribute("aria-expanded", "true")
      current.current = next
      setOpen(next)
    }
    const later = (delay: number, action: () => void) => {
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(action, delay)
    }
    const passing = () => !current.current?.pinned
    return {
      toggle: (anchor, content) =>
        show(
          current.current?.pinned && current.current.anchor === anchor
            ? null
            : { ...content, anchor, pinned: true },
        ),
      hover: (anchor, content) => {
        if (passing()) {
          later(HOVER_MS, () => show({ ...content, anchor, pinned: false }))
        }
      },
      leave: () => passing() && later(LEAVE_MS, () => show(null)),
      stay: () => passing() && window.clearTimeout(timer.current),
      close: () => show(null),
    }
  }, [])
  return { open, actions }
}
