import type { MatrixRow, RowPart } from "../../../../types/http"
import { useOrderView, type OrderView } from "../use-order-view"

type Unfolded = Pick<MatrixRow, "amount" | "parts" | "adjustments">

/** How many lines stand beneath an item that is unfolded; nothing is there to see where its price is all there is. */
export function linesBeneath({ parts, adjustments }: Unfolded): number {
  const isPriceAlone = parts.length <= 1 && (parts[0]?.each?.quantity ?? 1) === 1
  return isPriceAlone && adjustments.length === 0 ? 0 : Math.max(parts.length, 1) + adjustments.length
}

/** What an item's amount is made of: what was first charged, and each change since. */
export function LinesBeneath({ row, span }: { row: Unfolded; span: number }) {
  const view = useOrderView()
  const { t, amount, day } = view
  const first = row.parts.map((part) => ({
    label: labelOf(part, view),
    value: part.amount,
    said: part.included,
  }))
  const lines = [
    ...(first.length > 0 ? first : [{ label: t("matrix.firstCharged"), value: row.amount, said: false }]),
    ...row.adjustments.map(({ kind, occurred_on: on, amount: value }) => ({
      label: t("grid.columnOn", { column: t(`kinds.${kind}`), date: day(on) }),
      value,
      said: false,
    })),
  ]
  return (
    <>
      {lines.map(({ label, value, said }, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- they are as many and in the same order for good
        <tr key={place} className="reconciliation-fold-line text-ui-fg-subtle">
          <th scope="row" className="reconciliation-item reconciliation-change">
            {label}
          </th>
          <td className="reconciliation-amount-column tabular-nums">
            {said ? `(${amount(value)})` : amount(value)}
          </td>
          <td colSpan={span} aria-label={t("grid.says.empty")} />
        </tr>
      ))}
    </>
  )
}

/** "2 × 320.00", "WELCOME10", "MA sales tax 6.25%", "of which MA sales tax 6.25%". */
function labelOf({ kind, name, rate, each, included }: RowPart, { t, amount, locale }: OrderView): string {
  if (kind === "price") return each ? `${each.quantity} × ${amount(each.price)}` : t("grid.parts.price")
  if (kind === "discount") return name ?? t("grid.parts.discount")
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 4 })
  const written = percent.format(`${rate ?? 0}e-2` as Intl.StringNumericLiteral)
  const tax = `${name ?? t("grid.parts.tax")} ${written}`
  return included ? t("grid.parts.included", { tax }) : tax
}
