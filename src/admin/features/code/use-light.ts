import { useMemo, useState } from "react"

/** Which payer is lit, and what lights it. */
export interface Light {
  /** The one under the mouse, else the chosen one, else the one that has the focus. */
  readonly lit: string | null
  /** It stays lit until it is pressed again, so that what the legend says of it can be reached. */
  readonly chosen: string | null
  readonly point: (payer: string | null) => void
  readonly focus: (payer: string | null) => void
  readonly press: (payer: string) => void
}

export function useLight(): Light {
  const [pointed, point] = useState<string | null>(null)
  const [focused, focus] = useState<string | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  return useMemo(() => {
    const press = (payer: string) => setChosen(payer === chosen ? null : payer)
    return { lit: pointed ?? chosen ?? focused, chosen, point, focus, press }
  }, [pointed, focused, chosen])
}
