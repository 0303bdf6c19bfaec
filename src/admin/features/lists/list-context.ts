import { createContext, useContext } from "react"
import type { Show, Sought } from "./sought/sought"
import type { SoughtInAddress } from "./sought/use-sought"

/** What every part of a list needs: which one it is, and what is sought in it. */
export interface ListView extends SoughtInAddress {
  readonly show: Show
  /** Today where the reader is, as YYYY-MM-DD. */
  readonly today: string
}

const Context = createContext<ListView | null>(null)

export const ListProvider = Context.Provider

/** @throws outside of a list */
export function useListView(): ListView {
  const view = useContext(Context)
  if (!view) throw new Error("There is no list here.")
  return view
}

/** What is shown apart from the order and the number of pages: when it changes, a selection means nothing. */
export const narrowedBy = ({ sort: _sort, pages: _pages, ...rest }: Sought): string => JSON.stringify(rest)
