import type { Show } from "./sought"

/** A view that somebody keeps: what the address of the page says of it. */
export interface SavedView {
  readonly name: string
  readonly address: string
}

const MOST_VIEWS = 20
export const LONGEST_NAME = 40

const placeOf = (show: Show): string => `medusa-plugin-reconciliation.views.${show}`

/** A place that keeps texts; the browser's own storage. */
export type Keeper = Pick<Storage, "getItem" | "setItem">

/** The views that are kept; what cannot be read is no view. */
export function viewsIn(keeper: Keeper, show: Show): SavedView[] {
  try {
    const kept: unknown = JSON.parse(keeper.getItem(placeOf(show)) ?? "[]")
    return Array.isArray(kept) ? kept.filter(isView).slice(0, MOST_VIEWS) : []
  } catch {
    return []
  }
}

const isView = (one: unknown): one is SavedView =>
  typeof one === "object" &&
  one !== null &&
  "name" in one &&
  "address" in one &&
  typeof one.name === "string" &&
  typeof one.address === "string" &&
  one.name !== ""

/** Keeps views in the place of those that were; false where the browser refuses. */
export function keepViews(keeper: Keeper, show: Show, views: readonly SavedView[]): boolean {
  try {
    keeper.setItem(placeOf(show), JSON.stringify(views.slice(0, MOST_VIEWS)))
    return true
  } catch {
    return false
  }
}

/** With one more, which takes the place of another of its name. */
export function withView(views: readonly SavedView[], { name, address }: SavedView): SavedView[] {
  const known = views.some((one) => one.name === name)
  return known
    ? views.map((one) => (one.name === name ? { name, address } : one))
    : [...views, { name, address }].slice(-MOST_VIEWS)
}
