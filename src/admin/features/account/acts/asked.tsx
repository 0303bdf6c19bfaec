import { createContext, lazy, Suspense, useContext, useMemo, useState, type ReactNode } from "react"
import type { Asked } from "./act"

/** The card on a customer's page is everywhere in the admin's first part; what it opens is not. */
const Shown = lazy(() => import("./shown"))

const Context = createContext<(asked: Asked) => void>(() => undefined)

/** Begins an act from anywhere of the page. */
export const useAsk = (): ((asked: Asked) => void) => useContext(Context)

/** Holds the one act that is begun, and shows it. */
export function Acts({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const ask = useMemo(() => (one: Asked) => setAsked(one), [])
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
