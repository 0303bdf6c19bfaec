import {
  createContext,
  Suspense,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react"
import { late } from "../../../lib/late"
import type { Asked } from "./act"

/** The card on a customer's page is everywhere in the admin's first part; what it opens is not. */
const Shown = late(async () => (await import("../../drawers")).Shown)

const Context = createContext<(asked: Asked) => void>(() => undefined)

/** Begins an act from anywhere of the page. */
export const useAsk = (): ((asked: Asked) => void) => useContext(Context)

/** Of an entry of a menu it is the button that opened the menu: the entry is gone when the act is done. */
function whereBegun(): HTMLElement | null {
  const active = document.activeElement
  const menu = active?.closest("[role=menu]")
  const begun = menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : active
  return begun instanceof HTMLElement ? begun : null
}

/** Holds the one act that is begun, and shows it. */
export function Acts({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const begun = useRef<HTMLElement | null>(null)
  const ask = useMemo(
    () => (one: Asked) => {
      begun.current = whereBegun()
      setAsked(one)
    },
    [],
  )
  useEffect(() => {
    if (asked) return
    // After what closes has given the focus back, or has lost it: then it goes to where the act was begun.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) begun.current?.focus()
    })
    return () => clearTimeout(timer)
  }, [asked])
  return (
    <Context.Provider value={ask}>
      {children}
      {asked && (
        <Suspense>
          <Shown asked={asked} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </Context.Provider>
  )
}
