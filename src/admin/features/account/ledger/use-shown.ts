import { useSearchParams } from "react-router-dom"
import type { Shown } from "../use-account"
import { MOST_PAGES } from "../../../lib/most-pages"

export interface ShownInAddress extends Shown {
  /** How many pages are read. */
  readonly pages: number
  readonly change: (next: Partial<Shown & { pages: number }>) => void
}

/** Which transactions are shown, in the address of the page: it survives a reload, and the way back. */
export function useShown(): ShownInAddress {
  const [search, setSearch] = useSearchParams()
  const rank = /^[1-9]\d{0,8}$/.exec(search.get("code") ?? "")?.[0]
  const pages = Number(/^[1-9]\d?$/.exec(search.get("pages") ?? "")?.[0] ?? 1)
  const shown = {
    show: search.get("show") === "open" ? "open" : "all",
    rank: rank === undefined ? null : Number(rank),
    order: search.get("order") === "oldest" ? "oldest" : "newest",
    pages: Math.min(pages, MOST_PAGES),
  } as const
  return {
    ...shown,
    change: (next) => {
      // Whatever is shown then begins with its first page.
      const then = { ...shown, pages: 1, ...next }
      setSearch(
        new URLSearchParams({
          ...(then.show === "open" && { show: then.show }),
          ...(then.rank !== null && { code: String(then.rank) }),
          ...(then.order === "oldest" && { order: then.order }),
          ...(then.pages > 1 && { pages: String(then.pages) }),
        }),
        { replace: next.pages !== undefined },
      )
    },
  }
}
