import type { ReceiptView } from "../../../types/http"
import { isZero } from "../../lib/money"
import { useWords } from "../../lib/use-words"
import { Amount } from "../../ui/amount"
import { rowName, type ReceiptSort } from "./row-name"

interface TableProps {
  readonly receipt: ReceiptView
  readonly sort: ReceiptSort
}

/** What the money pays, item by item, and what of it lies on account; of a credit note its lines. */
export function ReceiptTable({ receipt, sort }: TableProps) {
  const { t } = useWords()
  const { currency_code: currency, digits } = receipt
  const rows =
    sort === "credited" ? receipt.items.map((item) => ({ ...item, order: receipt.order })) : receipt.settles
  const amount = (value: string) => <Amount value={value} currency={currency} digits={digits} />
  return (
    <table className="reconciliation-receipt txt-compact-small">
      <caption className="sr-only">{t(`receiptPage.${sort}.caption`)}</caption>
      <thead className="text-ui-fg-subtle">
        <tr>
          <th scope="col">{t(`receiptPage.${sort}.what`)}</th>
          <th scope="col">{t("receiptPage.order")}</th>
          <th scope="col">{t("receiptPage.amount")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- two lines may read alike, and none ever moves
          <tr key={place}>
            <th scope="row">{rowName(row, sort, t)}</th>
            <td>{row.order ? `#${row.order.display_id}` : ""}</td>
            <td>{amount(row.amount)}</td>
          </tr>
        ))}
        {!isZero(receipt.unapplied) && (
          <tr data-unapplied="">
            <th scope="row" colSpan={2}>
              {t("receiptPage.onAccount")}
            </th>
            <td>{amount(receipt.unapplied)}</td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t("receiptPage.total", { currency: currency.toUpperCase() })}
          </th>
          <td>
            <Amount value={receipt.amount} currency={currency} digits={digits} tone="strong" />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
