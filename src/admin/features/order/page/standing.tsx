import { useDeferredValue, useMemo, useRef } from "react"
import { minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import { isZero } from "../../../lib/money"
import { useToday } from "../../../lib/use-today"
import { GuardedButton } from "../../../ui/no-right"
import { barAmounts } from "../card/bar-amounts"
import { MoneyBar } from "../card/money-bar"
import type { Put } from "../grid/edits"
import { SheetMaker } from "../grid/sheet"
import { useGrid, useGridStore } from "../grid/use-grid"
import { nextStep, type PlaceStep } from "../next-step"
import { asksFor, NextStepView, StepLine } from "../next-step-view"
import { placeLabel } from "../step-words"
import { useOrderView } from "../use-order-view"

interface StandingProps {
  /** Puts amounts into the draft; true where the focus went to the first of them. */
  onPlace: (puts: readonly Put[]) => boolean
}

/** How far the order is paid with the draft, and the one next step: its button fills cells, which then can be seen and saved. */
export function Standing({ onPlace }: StandingProps) {
  const { order, t, amount } = useOrderView()
  const store = useGridStore()
  const sheet = useDeferredValue(useGrid((grid) => grid.sheet))
  const today = useToday()
  const maker = useMemo(() => new SheetMaker(order, today), [order, today])
  const wishes = store.unsaved
  const step = nextStep({ order, maker, sheet, wishes, today })
  // Amounts that cannot be saved prove nothing: the bar tells what is saved, no step is done by them, and none follows.
  const isTooMuch = sheet.excess.rows.size + sheet.excess.columns.size > 0
  const told = isTooMuch ? store.before : sheet
  const amounts = barAmounts(order, told, today)
  const box = useRef<HTMLDivElement>(null)
  const place = ({ cells }: PlaceStep) => {
    const puts = cells.map((cell) => ({ ...cell, units: minorUnitsOf(cell.amount, order.digits) }))
    // The button may be gone then, and the focus with it.
    if (!onPlace(puts)) box.current?.focus({ preventScroll: true })
  }
  // Where nothing is to pay there is no grid, and what stands in its place says so.
  if (order.rows.length === 0 && step.kind === "nothing_to_pay") return null
  return (
    <>
      {!isZero(order.totals.owed) && (
        <div className="px-6 py-4">
          <MoneyBar
            amounts={amounts}
            asks={isTooMuch || asksFor(step)}
            unsaved={told.sums.paid - store.before.sums.paid}
          >
            {t("page.owed", {
              amount: amount(order.totals.owed),
              currency: order.currency_code.toUpperCase(),
            })}
          </MoneyBar>
        </div>
      )}
      <div
        ref={box}
        tabIndex={-1}
        className="reconciliation-page-step bg-ui-bg-subtle px-6 py-3 outline-none"
        data-next-step=""
      >
        {isTooMuch ? (
          <StepLine tone="wrong" text={t("page.tooMuch")} />
        ) : (
          <NextStepView step={step} isLong>
            {step.kind === "place" && (
              <GuardedButton right="manage" allowed={store.canEdit} onClick={() => place(step)}>
                {placeLabel(step, { t, amount })}
              </GuardedButton>
            )}
          </NextStepView>
        )}
      </div>
    </>
  )
}
