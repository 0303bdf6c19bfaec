import { clx } from "@medusajs/ui"
import {
  Fragment,
  memo,
  useCallback,
  useRef,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
} from "react"
import { useWidth } from "../../../lib/use-width"
import { useOrderView } from "../use-order-view"
import { edgeOf } from "./edges"
import { GridRow } from "./grid-row"
import type { GridStore } from "./grid-store"
import { GroupHeads } from "./group-heads"
import { HeadCell } from "./head-cell"
import type { GridRow as Row } from "./layout"
import { linesBeneath } from "./lines-beneath"
import { isIn, type Spot } from "./selection"
import { useGrid, useGridStore } from "./use-grid"
import { useColumnWidths } from "./use-column-widths"
import { Widths } from "./width-columns"
import {
  isWindowed,
  MANY_ITEMS,
  NOT_ITEMS,
  useShownColumns,
  useShownRows,
  type ShownColumns,
  type ShownRows,
} from "./windowing"

/** The box that the grid scrolls in, and how wide it is. */
function useBox() {
  const scroll = useRef<HTMLDivElement | null>(null)
  const [follow, width] = useWidth()
  const hold = useCallback(
    (element: HTMLDivElement | null) => {
      scroll.current = element
      follow(element)
    },
    [follow],
  )
  return { scroll, hold, width }
}

/** Item and amount, Total and Unallocated. */
const BETWEEN_SIDES = 4

interface GridProps {
  unfolded: ReadonlySet<string>
  onToggle: (key: string) => void
  onPasted: (plain: string) => void
}

/** The matrix of payments and items by the WAI-ARIA grid pattern: one stop for Tab, arrows within. */
export function Grid({ unfolded, onToggle, onPasted }: GridProps) {
  const store = useGridStore()
  const { t, order } = useOrderView()
  const { scroll, hold, width: box } = useBox()
  const rows = useGrid((grid) => grid.rows)
  const columns = useGrid((grid) => grid.columns)
  const { width, ...widths } = useColumnWidths(columns.length - BETWEEN_SIDES, box)
  const windowed = isWindowed(rows.length - NOT_ITEMS, columns.length)
  const linesOf = useLines(rows, unfolded)
  const shownRows = useShownRows({ count: rows.length - NOT_ITEMS, scroll, windowed, linesOf })
  const { item, amount, total, rest } = widths.sides
  const sides = item + amount + total + rest
  const shown = useShownColumns({ count: columns.length, width, sides, scroll, windowed })
  const mouse = useMouse(store)
  const isDense = rows.length - NOT_ITEMS > MANY_ITEMS
  const handlers = useClipboard(store, onPasted)
  return (
    <div
      ref={hold}
      className={clx("reconciliation-scroll-box", !windowed && "reconciliation-snapping")}
      style={widths.places}
      data-grid-scroll=""
    >
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- an editable grid by the WAI-ARIA pattern
        role="grid"
        className={isDense ? "reconciliation-grid reconciliation-dense" : "reconciliation-grid"}
        aria-label={t("grid.name", { id: order.display_id, currency: order.currency_code.toUpperCase() })}
        aria-rowcount={rows.length}
        aria-colcount={columns.length}
        aria-multiselectable
        onKeyDown={(event) => onKey(event, store)}
        onFocus={() => {
          store.enter()
        }}
        onBlur={(event) => {
          if (event.currentTarget.contains(event.relatedTarget)) return
          store.leave()
          store.keepTyped()
        }}
        {...handlers}
        {...mouse}
      >
        <Widths
          shown={shown}
          sides={widths.sides}
          width={width}
          fits={widths.fits}
          kinds={columns.map(({ kind }) => kind)}
        />
        <GridHead shown={shown} isDense={isDense} />
        <GridBody shown={shown} shownRows={shownRows} unfolded={unfolded} onToggle={onToggle} />
        <tfoot>
          {rows.slice(-2).map((row, index) => (
            <SumRow key={row.id} row={row} place={rows.length - 1 + index} shown={shown} />
          ))}
        </tfoot>
      </table>
    </div>
  )
}

/** How many lines are unfolded beneath an item: what its first charge is made of, and each change since. */
function useLines(rows: readonly Row[], unfolded: ReadonlySet<string>): (index: number) => number {
  return useCallback(
    (index) => {
      const row = rows[index + 1]
      return row?.kind === "item" && unfolded.has(row.id) ? linesBeneath(row.row) : 0
    },
    [rows, unfolded],
  )
}

const GridHead = memo(function GridHead({ shown, isDense }: { shown: ShownColumns; isDense: boolean }) {
  const columns = useGrid((grid) => grid.columns)
  return (
    <thead>
      <GroupHeads columns={columns} shown={shown} />
      <tr aria-rowindex={1}>
        {[0, ...shown.indexes].map((index) => {
          const column = columns[index]
          if (!column) return <td key={`gap${index}`} aria-hidden className="reconciliation-gap" />
          const edge = index === 0 ? "reconciliation-item" : edgeOf(column, columns[index - 1])
          return (
            <HeadCell key={column.id} column={column} place={index + 1} dense={isDense} className={edge} />
          )
        })}
      </tr>
    </thead>
  )
})

interface GridBodyProps extends Pick<GridProps, "unfolded" | "onToggle"> {
  shown: ShownColumns
  shownRows: ShownRows
}

const GridBody = memo(function GridBody({ shown, shownRows, unfolded, onToggle }: GridBodyProps) {
  const rows = useGrid((grid) => grid.rows)
  const columns = useGrid((grid) => grid.columns)
  return (
    <tbody>
      {shownRows.drawn.map(({ index, gap }) => {
        const row = rows[index + 1]
        return (
          row && (
            <Fragment key={row.id}>
              <Gap height={gap} />
              <GridRow
                row={row}
                place={index + 2}
                columns={columns}
                shown={shown}
                isUnfolded={unfolded.has(row.id)}
                onToggle={onToggle}
              />
            </Fragment>
          )
        )
      })}
      <Gap height={shownRows.after} />
    </tbody>
  )
})

function SumRow({ row, place, shown }: { row: Row; place: number; shown: ShownColumns }) {
  const columns = useGrid((grid) => grid.columns)
  return (
    <GridRow row={row} place={place} columns={columns} shown={shown} isUnfolded={false} onToggle={NOTHING} />
  )
}

const NOTHING = () => undefined

const Gap = ({ height }: { height: number }) =>
  height > 0 ? (
    <tr aria-hidden style={{ height }}>
      <td aria-hidden />
    </tr>
  ) : null

function onKey(event: KeyboardEvent, store: GridStore): void {
  if (event.nativeEvent.isComposing || event.target instanceof HTMLButtonElement) return
  const { key, shiftKey: shift, altKey: alt } = event
  const handled = store.press({ key, shift, alt, ctrl: event.ctrlKey || event.metaKey })
  if (!handled) return
  event.preventDefault()
  event.stopPropagation()
}

function useClipboard(store: GridStore, onPasted: (plain: string) => void) {
  const isTyping = (event: ClipboardEvent): boolean => event.target instanceof HTMLInputElement
  const copy = (event: ClipboardEvent): void => {
    if (isTyping(event)) return
    const { plain, html } = store.copy()
    event.clipboardData.setData("text/plain", plain)
    event.clipboardData.setData("text/html", html)
    event.preventDefault()
  }
  return {
    onCopy: copy,
    onCut: (event: ClipboardEvent) => {
      if (isTyping(event)) return
      copy(event)
      store.clear()
    },
    onPaste: (event: ClipboardEvent) => {
      if (isTyping(event)) return
      event.preventDefault()
      onPasted(event.clipboardData.getData("text/plain"))
    },
  }
}

/** Click selects, Shift extends, a drag makes a block, the handle of a cell fills what it is drawn over. */
function useMouse(store: GridStore) {
  const drag = useRef<"none" | "block" | "fill">("none")
  const spotOf = useCallback(
    (target: EventTarget | null): Spot | null => {
      const cell = target instanceof Element ? target.closest<HTMLElement>("[data-row][data-column]") : null
      if (!cell) return null
      const row = store.rows.findIndex(({ id }) => id === cell.dataset["row"])
      const column = store.columns.findIndex(({ id }) => id === cell.dataset["column"])
      return row < 0 || column < 0 ? null : { row, column }
    },
    [store],
  )
  return {
    onMouseDown: (event: MouseEvent) => {
      const spot = spotOf(event.target)
      if (!spot || event.button !== 0 || isControl(event.target)) return
      event.preventDefault()
      drag.current =
        event.target instanceof Element && event.target.closest("[data-handle]") ? "fill" : "block"
      store.enter()
      if (drag.current === "block") store.go(spot, event.shiftKey)
      focusOn(event.target)
      document.addEventListener(
        "mouseup",
        () => {
          if (drag.current === "fill") store.fill()
          drag.current = "none"
        },
        { once: true },
      )
    },
    onMouseOver: (event: MouseEvent) => {
      const spot = drag.current === "none" ? null : spotOf(event.target)
      if (spot) store.go(spot, true)
    },
    onContextMenu: (event: MouseEvent) => {
      const spot = isControl(event.target) ? null : spotOf(event.target)
      if (!spot) return
      event.preventDefault()
      store.enter()
      if (!isIn(store.block, spot)) store.go(spot)
      store.ask({ what: "menu" })
    },
    onDoubleClick: (event: MouseEvent) => {
      if (!isControl(event.target) && spotOf(event.target)) store.startEdit()
    },
  }
}

const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, button, a") !== null

function focusOn(target: EventTarget | null): void {
  if (target instanceof Element) target.closest<HTMLElement>("[data-row]")?.focus({ preventScroll: true })
}
