import { cellName } from "./cell-amounts"
import { createContext, useCallback, useContext, useSyncExternalStore } from "react"
import type { GridStore } from "./grid-store"
import type { GridColumn, GridRow } from "./layout"
import type { CellView } from "./views"

const GridContext = createContext<GridStore | null>(null)

export const GridProvider = GridContext.Provider

export function useGridStore(): GridStore {
  const store = useContext(GridContext)
  if (!store) throw new Error("a part of the grid stands outside GridProvider")
  return store
}

/** One cell; the caller is drawn again only when something of this cell changes. */
export function useCell(row: GridRow, column: GridColumn): CellView {
  const store = useGridStore()
  const subscribe = useCallback(
    (changed: () => void) => store.subscribe(cellName(row.id, column.id), changed),
    [store, row, column],
  )
  return useSyncExternalStore(subscribe, () => store.cell(row, column))
}

/** Something of the whole grid; the caller is drawn again when what it reads is another value. */
export function useGrid<Value>(read: (store: GridStore) => Value): Value {
  const store = useGridStore()
  const subscribe = useCallback((changed: () => void) => store.subscribe("grid", changed), [store])
  return useSyncExternalStore(subscribe, () => read(store))
}
