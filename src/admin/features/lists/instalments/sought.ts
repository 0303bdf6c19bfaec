import { LONGEST_QUERY } from "../sought/sought"
import type { Spelling } from "../sought/use-sought"
import { MOST_PAGES } from "../../../lib/most-pages"

export const VIEWS = ["open", "late", "failed", "paid"] as const
export type View = (typeof VIEWS)[number]

/** Which planned payments are shown. */
export interface Sought {
  readonly view: View
  /** What is searched for; "" of nothing. */
  readonly q: string
  /** How many pages are read. */
  readonly pages: number
}

/** In the address of the page; what makes no sense there is left out. */
export const IN_ADDRESS: Spelling<Sought> = {
  soughtIn: (address) => {
    const pages = /^[1-9]\d?$/.exec(address.get("pages") ?? "")?.[0] ?? 1
    return {
      view: VIEWS.find((view) => view === address.get("view")) ?? "open",
      q: (address.get("q") ?? "").trim().slice(0, LONGEST_QUERY),
      pages: Math.min(Number(pages), MOST_PAGES),
    }
  },
  addressOf: ({ view, q, pages }) =>
    new URLSearchParams({
      ...(view !== "open" && { view }),
      ...(q !== "" && { q }),
      ...(pages > 1 && { pages: String(pages) }),
    }),
}
