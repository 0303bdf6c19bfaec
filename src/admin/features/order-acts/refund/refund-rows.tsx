import { Input } from "@medusajs/ui"
import { useId } from "react"
import { decimalOf, minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type { MatrixRow, OrderReconciliation } from "../../../../types/http"
import { rowTitle } from "../../../lib/names"
import { isZero } from "../../../lib/money"
import { useOrderView } from "../../order/use-order-view"
import type { Typed } from "../typed"
import type { RefundDraft } from "./draft"

interface RefundRowsProps {
  order: OrderReconciliation
  draft: RefundDraft
  typed: ReadonlyMap<string, Typed>
  onAmount: (row: string, text: string) => void
}

/** The order's items, what each may give back at most, and a field for what it shall. */
export function RefundRows({ order, draft, typed, onAmount }: RefundRowsProps) {
  const { t } = useOrderView()
  return (
    <table className="reconciliation-act-rows txt-compact-small" data-refund-rows="">
      <caption className="sr-only">
        {t("orderActs.refund.caption", { currency: order.currency_code.toUpperCase() })}
      </caption>
      <thead className="txt-compact-xsmall-plus text-ui-fg-subtle bg-ui-bg-subtle">
        <tr>
          <th scope="col">{t("orderActs.refund.item")}</th>
          <th scope="col" data-figure="">
            {t("orderActs.refund.received")}
          </th>
          <th scope="col" data-figure="" className="reconciliation-act-typed">
            {t("orderActs.refund.gives")}
          </th>
        </tr>
      </thead>
      <tbody>
        {order.rows.map((row) => (
          <Row
            key={row.key}
            row={row}
            text={draft.amounts[row.key] ?? ""}
            typed={typed.get(row.key)}
            planned={plannedOf(order, row)}
            onAmount={(text) => onAmount(row.key, text)}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  row: MatrixRow
  text: string
  typed: Typed | undefined
  /** Minor units that instalments keep for it. */
  planned: bigint
  onAmount: (text: string) => void
}

function Row({ row, text, typed, planned, onAmount }: RowProps) {
  const { t, amount, order } = useOrderView()
  const told = useId()
  const title = rowTitle(row.key, row.title, t)
  const isEmpty = isZero(row.refundable)
  const fault =
    typed?.kind === "fault" ? t(`orderActs.faults.${typed.fault}`, { amount: amount(row.refundable) }) : null
  const note = isEmpty
    ? t(row.kind === "rounding" ? "orderActs.refund.rounding" : "orderActs.refund.nothing")
    : planned > 0n
      ? t("orderActs.refund.withoutPlanned", { amount: amount(decimalOf(planned, order.digits)) })
      : null
  return (
    <tr data-row={row.key}>
      <th scope="row">
        <span className={isEmpty ? "text-ui-fg-subtle" : "text-ui-fg-base font-medium"}>{title}</span>
        {(fault ?? note) !== null && (
          <span
            id={told}
            aria-live="polite"
            className={`txt-compact-xsmall block ${fault ? "text-ui-tag-red-text" : "text-ui-fg-subtle"}`}
          >
            {fault ?? note}
          </span>
        )}
      </th>
      <td data-figure="" className="text-ui-fg-subtle">
        {amount(row.refundable)}
      </td>
      <td data-figure="">
        {!isEmpty && (
          <Input
            size="small"
            value={text}
            inputMode="decimal"
            autoComplete="off"
            placeholder={amount(decimalOf(0n, order.digits))}
            aria-label={t("orderActs.refund.givesOf", { title })}
            aria-invalid={fault !== null || undefined}
            aria-describedby={(fault ?? note) === null ? undefined : told}
            className="reconciliation-figure-field"
            onChange={({ target }) => onAmount(target.value)}
          />
        )}
      </td>
    </tr>
  )
}

function plannedOf({ plan, digits }: OrderReconciliation, { key }: MatrixRow): bigint {
  return (plan?.instalments ?? [])
    .flatMap(({ reserved }) => reserved)
    .filter(({ row }) => row === key)
    .reduce((sum, { amount }) => sum + minorUnitsOf(amount, digits), 0n)
}
