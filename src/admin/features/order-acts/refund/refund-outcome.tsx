import type { RefundedRowView, RefundPreview } from "../../../../types/http"
import { rowTitle } from "../../../lib/names"
import { isZero } from "../../../lib/money"
import { StateSign } from "../../../ui/state-sign"
import { useOrderView, type OrderView } from "../../order/use-order-view"
import type { ActPreviewed } from "../use-act-preview"
import { Will, type Consequence } from "../../account/acts/will"

interface RefundOutcomeProps {
  previewed: ActPreviewed<RefundPreview>
  quiet: string
}

/** What becomes of the chosen items, of the order's total and of its state. */
export function RefundOutcome({ previewed, quiet }: RefundOutcomeProps) {
  const view = useOrderView()
  const { preview, isCurrent, error, retry } = previewed
  return (
    <Will
      quiet={quiet}
      isCurrent={isCurrent}
      error={error}
      onRetry={retry}
      consequences={preview ? consequencesOf(preview, view) : []}
    />
  )
}

function consequencesOf(preview: RefundPreview, { t, amount, day }: OrderView): Consequence[] {
  const { order, rows, owed_before: before, owed_after: after } = preview
  return [
    ...rows.map((row) => ({
      key: row.row,
      what: rowTitle(row.row, row.title, t),
      becomes: becomesOf(row, { t, amount }),
    })),
    {
      key: "total",
      what: t("orderActs.refund.total"),
      becomes:
        before === after
          ? t("orderActs.refund.stays", { amount: amount(after) })
          : `${amount(before)} → ${amount(after)}`,
    },
    {
      key: "state",
      what: t("orderActs.order", { id: order.display_id }),
      becomes: (
        <>
          <StateSign state={order.state_after} />
          {t(openKeyOf(order), { amount: amount(order.open_after) })}
        </>
      ),
    },
    { key: "day", what: t("orderActs.refund.dated"), becomes: day(preview.occurred_on) },
  ]
}

function openKeyOf({ open_before: before, open_after: after }: RefundPreview["order"]): string {
  if (isZero(after)) return "orderActs.nothingOpen"
  return before === after ? "orderActs.openAsBefore" : "orderActs.openNow"
}

function becomesOf(row: RefundedRowView, { t, amount }: Pick<OrderView, "t" | "amount">): string {
  const values = { before: amount(row.net_before), after: amount(row.net_after) }
  // Credit of the row that waited is paid out: the row costs what it did.
  if (row.net_before === row.net_after)
    return t("orderActs.refund.creditPaid", { amount: amount(row.amount) })
  if (row.net_before === row.paid_before && row.net_after === row.paid_after)
    return t("orderActs.refund.owedAndPaid", values)
  return t("orderActs.refund.owedPaid", {
    ...values,
    paidBefore: amount(row.paid_before),
    paidAfter: amount(row.paid_after),
  })
}
