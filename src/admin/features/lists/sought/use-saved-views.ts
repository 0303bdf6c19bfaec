import { useSyncExternalStore } from "react"
import { keepViews, viewsIn, withView, type SavedView } from "./saved-views"
import type { Show } from "./sought"

const listeners = new Set<() => void>()
const known = new Map<Show, readonly SavedView[]>()

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** Read once a page: another window's views are there after a reload. */
function read(show: Show): readonly SavedView[] {
  const views = known.get(show) ?? viewsIn(window.localStorage, show)
  known.set(show, views)
  return views
}

function keep(show: Show, views: readonly SavedView[]): boolean {
  const isKept = keepViews(window.localStorage, show, views)
  if (isKept) known.set(show, views)
  for (const changed of listeners) changed()
  return isKept
}

interface SavedViews {
  readonly views: readonly SavedView[]
  /** False where the browser refuses to keep it. */
  readonly save: (view: SavedView) => boolean
  readonly remove: (name: string) => void
}

/** The views that somebody keeps in this browser. */
export function useSavedViews(show: Show): SavedViews {
  const views = useSyncExternalStore(subscribe, () => read(show))
  return {
    views,
    save: (view) => keep(show, withView(views, view)),
    remove: (name) =>
      void keep(
        show,
        views.filter((one) => one.name !== name),
      ),
  }
}
