import { useDeferredValue, useMemo } from "react"
import { minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import { isZero } from "../../../lib/money"
import { useToday } from "../../../lib/use-today"
import { GuardedButton } from "../../../ui/no-right"
import { barAmounts } from "../card/bar-amounts"
import { MoneyBar } from "../card/money-bar"
import type { Put } from "../grid/edits"
import { SheetMaker } from "../grid/sheet"
import { useGrid, useGridStore } from "../grid/use-grid"
import { nextStep } from "../next-step"
import { asksFor, NextStepView } from "../next-step-view"
import { placeLabel } from "../step-words"
import { useOrderView } from "../use-order-view"

/** How far the order is paid with the draft, and the one next step: its button fills cells, which then can be seen and saved. */
export function Standing({ onPlace }: { onPlace: (puts: readonly Put[]) => void }) {
  const { order, t, amount } = useOrderView()
  const store = useGridStore()
  const sheet = useDeferredValue(useGrid((grid) => grid.sheet))
  const today = useToday()
  const maker = useMemo(() => new SheetMaker(order, today), [order, today])
  const wishes = store.unsaved
  const step = nextStep({ order, maker, sheet, wishes, today })
  const amounts = barAmounts(order, sheet, today)
  // Where nothing is to pay there is no grid, and what stands in its place says so.
  if (order.rows.length === 0 && step.kind === "nothing_to_pay") return null
  return (
    <>
      {!isZero(order.totals.owed) && (
        <div className="px-6 py-4">
          <MoneyBar amounts={amounts} asks={asksFor(step)} unsaved={sheet.sums.paid - store.before.sums.paid}>
            {t("page.owed", {
              amount: amount(order.totals.owed),
              currency: order.currency_code.toUpperCase(),
            })}
          </MoneyBar>
        </div>
      )}
      <div className="bg-ui-bg-subtle px-6 py-3">
        <NextStepView step={step} isLong>
          {step.kind === "place" && (
            <GuardedButton
              right="manage"
              allowed={store.canEdit}
              onClick={() =>
                onPlace(
                  step.cells.map(({ row, column, amount: text }) => ({
                    row,
                    column,
                    units: minorUnitsOf(text, order.digits),
                  })),
                )
              }
            >
              {placeLabel(step, { t, amount })}
            </GuardedButton>
          )}
        </NextStepView>
      </div>
    </>
  )
}
