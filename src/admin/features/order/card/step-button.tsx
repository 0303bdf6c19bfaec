import { Button } from "@medusajs/ui"
import type { MouseEvent } from "react"
import { Link } from "react-router-dom"
import { accountPath, reconciliationPath } from "../../../lib/paths"
import { useMay } from "../../../lib/use-may"
import { useWords } from "../../../lib/use-words"
import { GuardedButton } from "../../../ui/no-right"
import type { NextStep, PlaceStep } from "../next-step"
import { placeLabel } from "../step-words"
import { useOrderView } from "../use-order-view"

/** What cannot be done on the card is shown on the page; what is only to come needs no button. */
const SHOWN_ON_PAGE: Partial<Record<NextStep["kind"], string>> = {
  overdue: "step.do.plan",
  failed: "step.do.plan",
  taken_back: "step.do.see",
  refund_unplaced: "step.do.see",
  surplus: "step.do.see",
  error: "step.do.cure",
  warning: "step.do.see",
}

interface StepButtonProps {
  readonly step: NextStep
  readonly isPending: boolean
  readonly onPlace: (step: PlaceStep, event: MouseEvent<HTMLButtonElement>) => void
}

/** The one button of a step on the card. */
export function StepButton({ step, isPending, onPlace }: StepButtonProps) {
  const { t } = useWords()
  const { order } = useOrderView()
  if (step.kind === "place") return <PlaceButton step={step} isPending={isPending} onPlace={onPlace} />
  // Money that pays nothing of a settled order is placed from the account that it lies on.
  const [words, to] =
    step.kind === "done" && step.idle
      ? ["account.card.link", accountPath(order.account_id)]
      : [SHOWN_ON_PAGE[step.kind], reconciliationPath(order.id)]
  if (!words) return null
  return (
    <Button asChild size="small" variant="secondary" className="shrink-0 whitespace-nowrap">
      <Link to={to}>{t(words)}</Link>
    </Button>
  )
}

function PlaceButton({ step, isPending, onPlace }: StepButtonProps & { step: PlaceStep }) {
  const { t, amount } = useOrderView()
  // Not `disabled` while it runs: a disabled button would lose the keyboard focus.
  return (
    <GuardedButton
      right="manage"
      allowed={useMay("manage")}
      aria-disabled={isPending}
      aria-busy={isPending}
      className="shrink-0 whitespace-nowrap"
      onClick={(event) => !isPending && onPlace(step, event)}
    >
      {placeLabel(step, { t, amount })}
    </GuardedButton>
  )
}
