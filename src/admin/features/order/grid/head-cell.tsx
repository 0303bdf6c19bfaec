import { clx } from "@medusajs/ui"
import { memo, type ReactNode } from "react"
import { decimalOf, minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type { MatrixColumn } from "../../../../types/http"
import { useToday } from "../../../lib/use-today"
import { StateIcon } from "../../../ui/state-icon"
import { STATE_COLOR } from "../../../ui/state-sign"
import { useOrderView } from "../use-order-view"
import { useFocused } from "./grid-cell"
import { instalmentDetail, moneyDetail } from "./head-details"
import type { GridColumn, GridRow } from "./layout"
import { useCell, useGrid } from "./use-grid"
import { useLabels } from "./use-labels"

const HEAD: GridRow = { id: "head", kind: "head" }

interface HeadCellProps {
  column: GridColumn
  className?: string
  place: number
  /** Where there are many rows, less is said of the money. */
  dense: boolean
}

/** The head of a column: what it is, of when, how much. */
export const HeadCell = memo(function HeadCell({ column, className, place, dense }: HeadCellProps) {
  const view = useCell(HEAD, column)
  const labels = useLabels()
  const element = useFocused<HTMLTableCellElement>(view)
  return (
    <th
      ref={element}
      scope="col"
      tabIndex={view.isFocused ? 0 : -1}
      data-row="head"
      data-column={column.id}
      aria-colindex={place}
      aria-selected={view.isFocused || view.isSelected}
      className={clx(
        className,
        view.isFocused && "reconciliation-focus",
        view.isSelected && "reconciliation-selected",
      )}
    >
      {column.kind === "money" ? (
        <Money column={column.column} label={labels.column(column)} dense={dense} />
      ) : column.kind === "planned" ? (
        <Planned column={column} label={labels.column(column)} dense={dense} />
      ) : (
        labels.column(column)
      )}
    </th>
  )
})

function Money({ column, label, dense }: { column: MatrixColumn; label: string; dense: boolean }) {
  const { dayInSentence: day, amount, t, order } = useOrderView()
  const state = useGrid(({ sheet }) => sheet.byColumn.get(column.id)?.state ?? column.state)
  const here =
    minorUnitsOf(column.on_this_order, order.digits) + minorUnitsOf(column.unallocated, order.digits)
  const isShared = column.elsewhere.orders > 0
  const detail = dense ? null : moneyDetail(column, t)
  return (
    <Heading
      dense={dense}
      day={day(column.occurred_on)}
      amount={amount(decimalOf(here, order.digits))}
      details={[
        detail,
        column.document_number?.number ?? null,
        isShared
          ? t("matrix.shareWithOrders", { amount: amount(column.amount), count: column.elsewhere.orders })
          : null,
      ]}
    >
      <span className="txt-compact-small-plus text-ui-fg-base inline-flex items-center justify-end gap-x-1">
        <StateIcon state={state} className={clx(STATE_COLOR[state], "reconciliation-icon")} />
        <span className="truncate" title={label}>
          {label}
        </span>
        <span className="sr-only">, {t(`states.${state}.short`)}</span>
      </span>
    </Heading>
  )
}

interface PlannedProps {
  column: Extract<GridColumn, { kind: "planned" }>
  label: string
  dense: boolean
}

function Planned({ column: { instalment }, label, dense }: PlannedProps) {
  const { dayInSentence: day, t, locale } = useOrderView()
  const today = useToday()
  const labels = useLabels()
  const total = useGrid(({ sheet }) => sheet.planned.find(({ id }) => id === instalment.id)?.total ?? 0n)
  const isCalm = instalment.state === "scheduled"
  return (
    <Heading
      dense={dense}
      day={day(instalment.due_on)}
      amount={labels.money(total)}
      details={[dense && isCalm ? null : instalmentDetail(instalment, { t, locale, today })]}
    >
      <span className="txt-compact-small-plus text-ui-fg-base">{label}</span>
    </Heading>
  )
}

interface HeadingProps {
  /** What it is. */
  children: ReactNode
  day: string
  amount: string
  details: readonly (string | null)[]
  dense: boolean
}

/** A head line by line; where there are many rows, the amount comes before the day, and little else is said. */
function Heading({ children, day, amount, details, dense }: HeadingProps) {
  const when = <span>{day}</span>
  return (
    <span className="reconciliation-heading">
      {children}
      {!dense && when}
      <span className="txt-compact-small-plus text-ui-fg-base tabular-nums">{amount}</span>
      {dense && when}
      {details.map(
        (detail) =>
          detail !== null && (
            <span key={detail} className="break-words tabular-nums" data-head-detail="">
              {detail}
            </span>
          ),
      )}
    </span>
  )
}
