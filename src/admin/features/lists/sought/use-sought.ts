import { useMemo } from "react"
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
  return useMemo(() => {
    const sought = soughtIn(new URLSearchParams(said))
    return {
      sought,
      // Whatever is shown then begins with its first page.
      seek: (next, how) =>
        setAddress(addressOf({ ...sought, pages: 1, ...next }), {
          replace: how?.replace ?? next.pages !== undefined,
        }),
    }
  }, [said, setAddress])
}
