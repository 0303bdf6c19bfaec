import type { GridColumn } from "./layout"
import type { Sides } from "./widths"
import type { ShownColumns } from "./windowing"

interface WidthsProps {
  shown: ShownColumns
  sides: Sides
  width: number
  fits: boolean
  kinds: readonly GridColumn["kind"][]
}

/** How wide each column is drawn, those that are not drawn as one. */
export function Widths({ shown, sides, width, fits, kinds }: WidthsProps) {
  return (
    <colgroup>
      {/* Where all columns are drawn and fit, the items have what is over. */}
      <col style={fits ? undefined : { width: sides.item }} />
      {shown.indexes.map((index) => {
        if (index < 0) return <col key={`gap${index}`} style={{ width: shown.gaps[-index - 1] }} />
        return <col key={index} style={{ width: widthOf(kinds[index], sides, width) }} />
      })}
    </colgroup>
  )
}

function widthOf(kind: GridColumn["kind"] | undefined, sides: Sides, width: number): number {
  if (kind === "unallocated") return sides.rest
  return kind === "amount" || kind === "total" ? sides[kind] : width
}
