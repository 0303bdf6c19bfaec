import { useCallback, useLayoutEffect, useMemo, useRef } from "react"
import { useSearchParams } from "react-router-dom"
import { addressOf, soughtIn, type Sought } from "./sought"

export interface SoughtInAddress {
  readonly sought: Sought
  readonly seek: (next: Partial<Sought>, how?: { readonly replace: boolean }) => void
}

/** What is sought, in the address of the page: it survives a reload, and the way back. */
export function useSought(): SoughtInAddress {
  const [address, setAddress] = useSearchParams()
  const said = address.toString()
  const sought = useMemo(() => soughtIn(new URLSearchParams(said)), [said])
  // What is meant by now, before the page is drawn with it: who is quick adds to that.
  const meant = useRef(sought)
  useLayoutEffect(() => {
    meant.current = sought
  }, [sought])
  const seek = useCallback<SoughtInAddress["seek"]>(
    (next, how) => {
      // Whatever is shown then begins with its first page.
      meant.current = { ...meant.current, pages: 1, ...next }
      setAddress(addressOf(meant.current), { replace: how?.replace ?? next.pages !== undefined })
    },
    [setAddress],
  )
  return useMemo(() => ({ sought, seek }), [sought, seek])
}
