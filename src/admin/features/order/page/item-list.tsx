import { LockClosedSolid } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { StateSign } from "../../../ui/state-sign"
import { GuardedButton } from "../../../ui/no-right"
import type { GridStore } from "../grid/grid-store"
import { moneyDetail } from "../grid/head-details"
import { valueAt, type GridColumn, type GridRow } from "../grid/layout"
import { useGrid, useGridStore } from "../grid/use-grid"
import { useLabels } from "../grid/use-labels"
import { useOrderView } from "../use-order-view"

/** Where there is no room for a grid: the items, open ones first, and amounts put and taken by buttons. */
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
          <Item key={row.id} row={row} store={store} />
        ))}
      </Container>
      <MoneyOnNoItem store={store} />
    </>
  )
}

const moneyOf = ({ columns }: GridStore): GridColumn[] =>
  columns.filter(({ kind }) => kind === "money" || kind === "planned")

function Item({ row, store }: { row: GridRow; store: GridStore }) {
  const { t } = useOrderView()
  const labels = useLabels()
  const sums = store.sheet.byRow.get(row.id)
  const paying = moneyOf(store).filter((column) => (valueAt(store.sheet, row, column) ?? 0n) !== 0n)
  const giving = store.columns.filter(
    (column) =>
      column.kind === "money" && store.roomAt(row, column) > 0n && store.lockAt(row, column) !== "own_credit",
  )
  const state = !sums || sums.amount === sums.paid ? "full" : sums.paid > 0n ? "partial" : "none"
  return (
    <section aria-label={labels.row(row)} className="flex flex-col gap-y-2 px-4 py-3" data-row={row.id}>
      <div className="flex items-start justify-between gap-x-3">
        <span className="min-w-0">
          <Text size="small" weight="plus" className="break-words">
            {labels.row(row)}
          </Text>
          <StateSign state={state} className="txt-compact-xsmall" />
        </span>
        <Text size="small" weight="plus" className="tabular-nums">
          {labels.money(sums?.amount ?? 0n)}
        </Text>
      </div>
      {paying.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("grid.list.noMoney")}
        </Text>
      )}
      {paying.map((column) => (
        <Paying key={column.id} row={row} column={column} store={store} />
      ))}
      {sums && sums.unallocated !== 0n && (
        <Text size="small" className="text-ui-tag-orange-text">
          {t("grid.list.unallocated", { amount: labels.money(sums.unallocated) })}
        </Text>
      )}
      {sums && sums.due !== 0n && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("grid.list.due", { amount: labels.money(sums.due) })}
        </Text>
      )}
      {giving.map((column) => (
        <GuardedButton
          key={column.id}
          right="manage"
          allowed={store.canEdit}
          onClick={() => {
            const value = valueAt(store.sheet, row, column) ?? 0n
            const sign = column.kind === "money" && column.column.kind === "refund" ? -1n : 1n
            store.put([{ row: row.id, column: column.id, units: value + sign * store.roomAt(row, column) }])
          }}
        >
          {t("grid.list.put", {
            column: labels.columnOn(column),
            amount: labels.money(store.roomAt(row, column)),
          })}
        </GuardedButton>
      ))}
    </section>
  )
}

function Paying({ row, column, store }: { row: GridRow; column: GridColumn; store: GridStore }) {
  const { t } = useOrderView()
  const labels = useLabels()
  const value = valueAt(store.sheet, row, column) ?? 0n
  const isFree = store.lockAt(row, column) === null && store.boundAt(row, column) === 0n
  return (
    <div className="txt-compact-small text-ui-fg-subtle flex items-center justify-between gap-x-3">
      <span className="inline-flex items-center gap-x-1">
        {column.kind === "planned" && <LockClosedSolid aria-hidden className="reconciliation-lock" />}
        {labels.columnOn(column)}
      </span>
      <span className="inline-flex items-center gap-x-2 tabular-nums">
        {isFree && store.canEdit && (
          <Button
            size="small"
            variant="transparent"
            type="button"
            onClick={() => store.put([{ row: row.id, column: column.id, units: 0n }])}
          >
            {t("grid.list.take", { amount: labels.money(value) })}
          </Button>
        )}
        {labels.money(value)}
      </span>
    </div>
  )
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
