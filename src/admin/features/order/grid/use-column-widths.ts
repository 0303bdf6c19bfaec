import { useMemo, type CSSProperties } from "react"
import { useOrderView } from "../use-order-view"
import { columnWidth, tableWidth, widthsOf, type Sides } from "./widths"

/** How wide the columns are, whether all of them fit so, and where those at the sides stick. */
export function useColumnWidths(count: number, box: number) {
  const { order, amount } = useOrderView()
  const wished = useMemo(() => widthsOf(order, amount), [order, amount])
  const { sides } = wished
  const width = columnWidth(count, box, wished)
  return { sides, width, fits: tableWidth(count, width, sides) <= box, places: placesOf(sides) }
}

/** Where the columns at the sides stick: each beside the one that is farther out. */
const placesOf = ({ item, amount, rest }: Sides): CSSProperties =>
  ({
    "--reconciliation-amount-at": `${item}px`,
    "--reconciliation-money-at": `${item + amount}px`,
    "--reconciliation-total-at": `${rest}px`,
  }) as CSSProperties
