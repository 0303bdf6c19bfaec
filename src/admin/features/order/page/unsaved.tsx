import { useEffect, useRef } from "react"
import { LeaveGuard } from "../../../ui/leave-guard"
import { cellOf, focusCell } from "../grid/cell-of"
import { movedBy } from "../grid/effects"
import type { GridStore } from "../grid/grid-store"
import { SaveBar } from "../grid/save-bar"
import type { Over } from "../grid/too-much"
import { useGrid } from "../grid/use-grid"
import { useLabels } from "../grid/use-labels"
import { useOrderView } from "../use-order-view"
import type { Desk, DeskState } from "./desk"
import { MergeDialog } from "./merge-dialog"
import { useSaveKey } from "./use-save-key"

interface UnsavedProps {
  desk: Desk
  state: DeskState
  hasGrid: boolean
}

function goTo(grid: GridStore, at: Over["at"]): void {
  // Where its item is not listed yet, the cell takes the focus once it is drawn.
  grid.enter()
  grid.reveal(at)
  focusCell(at)
}

/** Whoever saved or discarded by the bar, which is gone then, is in the cell where they were before. */
function useFocusBack(grid: GridStore, count: number): void {
  const had = useRef(false)
  useEffect(() => {
    const [row, column] = [grid.rows[grid.focus.row], grid.columns[grid.focus.column]]
    const isLost = had.current && count === 0 && document.activeElement === document.body
    if (isLost && row && column) cellOf({ row: row.id, column: column.id })?.focus({ preventScroll: true })
    had.current = count > 0
  }, [grid, count])
}

/** The bar, the guard and the merge: whatever stands between a draft and the ledger. */
export function Unsaved({ desk, state: { isSaving, meeting, failure }, hasGrid }: UnsavedProps) {
  const { t } = useOrderView()
  const labels = useLabels()
  const count = useGrid(({ unsaved }) => unsaved.length)
  const moved = useGrid(movedBy)
  const isTooMuch = useGrid(({ sheet: { excess } }) => excess.rows.size + excess.columns.size > 0)
  useSaveKey(desk)
  useFocusBack(desk.grid, count)
  return (
    <>
      <SaveBar
        isSaving={isSaving}
        failure={failure}
        onSave={() => void desk.save()}
        onGo={hasGrid ? (at) => goTo(desk.grid, at) : undefined}
      />
      <LeaveGuard
        unsaved={isSaving ? 0 : count}
        amount={labels.money(moved)}
        blocked={isTooMuch ? t("grid.save.blocked") : undefined}
        onSave={() => void desk.save()}
      />
      {meeting && (
        <MergeDialog
          meeting={meeting}
          onEdit={(puts) => desk.settle(puts)}
          onSave={(puts) => {
            desk.settle(puts)
            void desk.save()
          }}
          onDiscard={() => desk.settle([])}
        />
      )}
    </>
  )
}
