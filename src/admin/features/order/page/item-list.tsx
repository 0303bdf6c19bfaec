import { LockClosedSolid, TriangleRightMini } from "@medusajs/icons"
import { Button, clx, Container, Heading, Text } from "@medusajs/ui"
import { StateIcon } from "../../../ui/state-icon"
import { STATE_COLOR } from "../../../ui/state-sign"
import { GuardedButton } from "../../../ui/no-right"
import type { GridStore } from "../grid/grid-store"
import { moneyDetail } from "../grid/head-details"
import { Quantity } from "../grid/quantity"
import { stateOfRow } from "../grid/row-state"
import { valueAt, type GridColumn, type GridRow } from "../grid/layout"
import { useGrid, useGridStore } from "../grid/use-grid"
import { useLabels } from "../grid/use-labels"
import { useOrderView } from "../use-order-view"
import { mayTakeOff, offersFor } from "./item-acts"

/** Where there is no room for a grid: the items, open ones first, the others folded; amounts are put and taken by buttons. */
export function ItemList() {
  const store = useGridStore()
  const { t } = useOrderView()
  useGrid((grid) => grid.revision)
  const items = store.rows.filter((row) => row.kind === "item")
  const isOpen = (row: GridRow): boolean => {
    const { due = 0n, unallocated = 0n } = store.before.byRow.get(row.id) ?? {}
    return due !== 0n || unallocated !== 0n
  }
  const sorted = [...items.filter(isOpen), ...items.filter((row) => !isOpen(row))]
  return (
    <>
      <Container className="divide-y p-0" data-item-list="">
        <div className="flex items-center justify-between px-4 py-3">
          <Heading level="h2">{t("grid.list.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("grid.list.open", { open: items.filter(isOpen).length, total: items.length })}
          </Text>
        </div>
        {sorted.map((row) => (
          <Item key={row.id} row={row} store={store} isOpen={isOpen(row)} />
        ))}
      </Container>
      <MoneyOnNoItem store={store} />
    </>
  )
}

const moneyOf = ({ columns }: GridStore): GridColumn[] =>
  columns.filter(({ kind }) => kind === "money" || kind === "planned")

function Item({ row, store, isOpen }: { row: GridRow; store: GridStore; isOpen: boolean }) {
  const labels = useLabels()
  const head = <ItemHead row={row} store={store} isOpen={isOpen} />
  const body = <ItemBody row={row} store={store} />
  return isOpen ? (
    <section aria-label={labels.row(row)} data-row={row.id}>
      {head}
      {body}
    </section>
  ) : (
    <details data-row={row.id}>
      <summary className="reconciliation-item-fold focus-visible:shadow-borders-focus outline-none">
        {head}
      </summary>
      {body}
    </details>
  )
}

function ItemHead({ row, store, isOpen }: { row: GridRow; store: GridStore; isOpen: boolean }) {
  const { t } = useOrderView()
  const labels = useLabels()
  const sums = store.sheet.byRow.get(row.id)
  const state = stateOfRow(store.sheet, row.id)
  return (
    <span className="flex items-start gap-x-3 px-4 py-3">
      <span className={clx("reconciliation-icon mt-1", STATE_COLOR[state])}>
        <StateIcon state={state} />
      </span>
      <Text as="span" size="small" weight="plus" className="min-w-0 flex-1 break-words">
        {labels.row(row)} {row.kind === "item" && <Quantity row={row.row} />}
        <span className="sr-only">, {t(`states.${state}.short`)}</span>
      </Text>
      <Text as="span" size="small" weight={isOpen ? "plus" : "regular"} className="tabular-nums">
        {labels.money(sums?.amount ?? 0n)}
      </Text>
      {!isOpen && (
        <TriangleRightMini aria-hidden className="reconciliation-fold-sign text-ui-fg-muted mt-1" />
      )}
    </span>
  )
}

/** What pays it, and what could. */
function ItemBody({ row, store }: { row: GridRow; store: GridStore }) {
  const { t } = useOrderView()
  const labels = useLabels()
  const sums = store.sheet.byRow.get(row.id)
  const paying = moneyOf(store).filter(
    (column) => (valueAt(store.sheet, row, column) ?? 0n) !== 0n || store.cell(row, column).was !== null,
  )
  const offers = offersFor(store, row)
  const isLoose = sums !== undefined && sums.unallocated !== 0n
  return (
    <div className="reconciliation-item-body flex flex-col gap-y-2 pb-3 pr-4">
      {paying.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("grid.list.noMoney")}
        </Text>
      )}
      {paying.map((column) => (
        <Paying key={column.id} row={row} column={column} store={store} />
      ))}
      {sums && sums.due !== 0n && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("grid.list.due", { amount: labels.money(sums.due) })}
        </Text>
      )}
      {(isLoose || offers.length > 0) && (
        <div className={clx("reconciliation-offers", isLoose && "bg-ui-tag-orange-bg")}>
          {isLoose && (
            <Text size="small" weight="plus" className="text-ui-tag-orange-text">
              {t("grid.list.unallocated", { amount: labels.money(sums.unallocated) })}
            </Text>
          )}
          {offers.map(({ column, amount, put }) => (
            <GuardedButton
              key={column.id}
              right="manage"
              allowed={store.canEdit}
              onClick={() => store.put([put])}
            >
              {t("grid.list.put", { column: labels.columnOn(column), amount: labels.money(amount) })}
            </GuardedButton>
          ))}
        </div>
      )}
    </div>
  )
}

function Paying({ row, column, store }: { row: GridRow; column: GridColumn; store: GridStore }) {
  const { t } = useOrderView()
  const labels = useLabels()
  const value = valueAt(store.sheet, row, column) ?? 0n
  const { was, inferred } = store.cell(row, column)
  return (
    <div
      data-changed={was === null ? undefined : ""}
      className="reconciliation-paying txt-compact-small text-ui-fg-subtle flex items-center justify-between gap-x-3"
    >
      <span className="inline-flex items-center gap-x-2">
        <PayingSign column={column} inferred={inferred} />
        {labels.columnOn(column)}
        {inferred && <span className="sr-only">, {labels.inferred}</span>}
      </span>
      <span className="inline-flex items-center gap-x-2 tabular-nums">
        {mayTakeOff(store, row, column) && (
          <Button
            size="small"
            variant="transparent"
            type="button"
            onClick={() => store.put([{ row: row.id, column: column.id, units: 0n }])}
          >
            {t("grid.list.take")}
            <span className="sr-only"> {labels.money(value)}</span>
          </Button>
        )}
        <span
          className={clx(
            column.kind === "planned" && "text-ui-tag-blue-text",
            was !== null && "reconciliation-changed-amount",
          )}
        >
          {labels.money(value)}
          {was !== null && (
            <span className="sr-only">, {t("grid.says.was", { amount: labels.money(was) })}</span>
          )}
        </span>
      </span>
    </div>
  )
}

function PayingSign({ column, inferred }: { column: GridColumn; inferred: boolean }) {
  if (column.kind === "planned") return <LockClosedSolid aria-hidden className="reconciliation-lock" />
  return <span aria-hidden className={inferred ? "reconciliation-inferred" : "reconciliation-bullet"} />
}

function LooseDetail({ column }: { column: GridColumn }) {
  const { t } = useOrderView()
  const detail = column.kind === "money" ? moneyDetail(column.column, t) : null
  return detail === null ? null : <span className="text-ui-fg-subtle txt-compact-xsmall block">{detail}</span>
}

function MoneyOnNoItem({ store }: { store: GridStore }) {
  const { t } = useOrderView()
  const labels = useLabels()
  const loose = store.columns.flatMap((column) => {
    const { unallocated = 0n } = store.sheet.byColumn.get(column.id) ?? {}
    return column.kind === "money" && unallocated !== 0n ? [{ column, unallocated }] : []
  })
  if (loose.length === 0) return null
  return (
    <Container className="divide-y p-0">
      <Heading level="h2" className="px-4 py-3">
        {t("grid.list.onNoItem")}
      </Heading>
      {loose.map(({ column, unallocated }) => (
        <div key={column.id} className="txt-compact-small flex items-center justify-between px-4 py-3">
          <span className="min-w-0 break-words">
            {labels.columnOn(column)}
            <LooseDetail column={column} />
          </span>
          <span className="text-ui-tag-orange-text tabular-nums">{labels.money(unallocated)}</span>
        </div>
      ))}
    </Container>
  )
}
