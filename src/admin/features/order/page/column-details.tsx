import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { MatrixColumn } from "../../../../types/http"
import { useOrderView } from "../use-order-view"
import { meansLabel } from "../../../lib/labels"
import { receiptPath } from "../../../lib/paths"
import { isZero } from "../../../lib/money"
import { Facts } from "../../../ui/facts"
import { CodeBadge } from "../../../ui/matching-code"
import { StateSign } from "../../../ui/state-sign"

/** What a column is that is no plain money. */
const NOTES: Partial<Record<MatrixColumn["kind"], string>> = {
  credit: "details.moves",
  reversal: "details.reverses",
  write_off: "details.writesOff",
}

/** Everything known of a payment, deposit, credit or refund. */
export function ColumnDetails({ column }: { column: MatrixColumn }) {
  const { t, money, day } = useOrderView()
  const { codes, elsewhere } = column
  const note = NOTES[column.kind]
  const means = meansLabel(column, t)
  return (
    <div className="flex flex-col gap-y-2 p-3" style={{ width: 300 }}>
      <Text size="small" leading="compact" weight="plus">
        {t(`kinds.${column.kind}`)}
      </Text>
      <Facts
        facts={[
          [t("details.state"), <StateSign state={column.state} key="state" />],
          [t("details.date"), day(column.occurred_on)],
          means === null ? null : [t("details.method"), means],
          [
            t("details.reference"),
            <span key="reference" className="break-all">
              {column.reference}
            </span>,
          ],
          column.receipt_number === null
            ? null
            : [
                t("details.receipt"),
                <Link key="receipt" to={receiptPath(column.receipt_number)} className="reconciliation-link">
                  {column.receipt_number}
                </Link>,
              ],
          column.document_number && [
            t(`details.${column.document_number.kind}`),
            <span key="paper" className="break-all">
              {column.document_number.number}
            </span>,
          ],
          [t("details.amount"), money(column.amount)],
          [t("details.onThisOrder"), money(column.on_this_order)],
          elsewhere.orders > 0
            ? [
                t("details.elsewhere"),
                t("details.elsewhereValue", { amount: money(elsewhere.amount), count: elsewhere.orders }),
              ]
            : null,
          isZero(column.paid_back) ? null : [t("details.paidBack"), money(column.paid_back)],
          [t("details.unallocated"), money(column.unallocated)],
          codes.length > 0
            ? [
                t("details.codes"),
                <span key="codes" className="inline-flex flex-wrap justify-end gap-1">
                  {codes.map((code) => (
                    <CodeBadge key={code.rank} code={code} />
                  ))}
                </span>,
              ]
            : null,
        ]}
      />
      {note && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t(note)}
        </Text>
      )}
    </div>
  )
}
