import { memo, useCallback } from "react"
import { LinesBeneath } from "./lines-beneath"
import { edgeOf } from "./edges"
import { GridCell } from "./grid-cell"
import { ItemCell } from "./item-cell"
import type { GridColumn, GridRow as Row } from "./layout"
import type { ShownColumns } from "./windowing"

interface GridRowProps {
  row: Row
  /** Its place among all rows, from 1. */
  place: number
  columns: readonly GridColumn[]
  shown: ShownColumns
  isUnfolded: boolean
  onToggle: (key: string) => void
}

export const GridRow = memo(function GridRow({
  row,
  place,
  columns,
  shown,
  isUnfolded,
  onToggle,
}: GridRowProps) {
  const toggle = useCallback(() => onToggle(row.id), [onToggle, row.id])
  return (
    <>
      <tr aria-rowindex={place} data-kind={row.kind}>
        <ItemCell row={row} isUnfolded={isUnfolded} onToggle={toggle} />
        {shown.indexes.map((index) => {
          if (index < 0) return <td key={`gap${index}`} aria-hidden className="reconciliation-gap" />
          const column = columns[index]
          return (
            column && (
              <GridCell
                key={column.id}
                row={row}
                column={column}
                place={index + 1}
                className={edgeOf(column, columns[index - 1])}
              />
            )
          )
        })}
      </tr>
      {isUnfolded && row.kind === "item" && <LinesBeneath row={row.row} span={shown.indexes.length - 1} />}
    </>
  )
})
