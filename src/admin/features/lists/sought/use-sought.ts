import { useCallback, useLayoutEffect, useMemo, useRef } from "react"
import { useSearchParams } from "react-router-dom"
import { addressOf, soughtIn, type Sought } from "./sought"

/** What is sought, and a way to seek something else; what is not said stays as it is. */
export interface Seeking<What> {
  readonly sought: What
  readonly seek: (next: Partial<What>, how?: { readonly replace: boolean }) => void
}

export type SoughtInAddress = Seeking<Sought>

/** How something sought is said in an address; of the same address always the same. */
export interface Spelling<What> {
  readonly soughtIn: (address: URLSearchParams) => What
  readonly addressOf: (sought: What) => URLSearchParams
}

const TRANSACTIONS: Spelling<Sought> = { soughtIn, addressOf }

/** What is sought among transactions. */
export const useSought = (): SoughtInAddress => useSoughtAs(TRANSACTIONS)

/** What is sought, in the address of the page: it survives a reload, and the way back. */
export function useSoughtAs<What extends { readonly pages: number }>(
  spelling: Spelling<What>,
): Seeking<What> {
  const [address, setAddress] = useSearchParams()
  const said = address.toString()
  const sought = useMemo(() => spelling.soughtIn(new URLSearchParams(said)), [spelling, said])
  // What is meant by now, before the page is drawn with it: who is quick adds to that.
  const meant = useRef(sought)
  useLayoutEffect(() => {
    meant.current = sought
  }, [sought])
  const seek = useCallback<Seeking<What>["seek"]>(
    (next, how) => {
      // Whatever is shown then begins with its first page.
      meant.current = { ...meant.current, pages: 1, ...next }
      setAddress(spelling.addressOf(meant.current), { replace: how?.replace ?? next.pages !== undefined })
    },
    [spelling, setAddress],
  )
  return useMemo(() => ({ sought, seek }), [sought, seek])
}
