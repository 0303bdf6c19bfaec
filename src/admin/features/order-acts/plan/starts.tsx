import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { writeAmount, type AmountText } from "../../../lib/amount-text"
import { useToday } from "../../../lib/use-today"
import { DrawerPart } from "../../account/acts/act-drawer"
import { Choice, Field } from "../../account/acts/fields"
import { useOrderView } from "../../order/use-order-view"
import { newInstalment, type DraftInstalment } from "./draft"
import { dayAfter, daysAfter, evenParts, INTERVALS, shareAndRest, type Interval } from "./split"

interface StartsProps {
  /** Minor units. */
  open: bigint
  as: AmountText
  onStart: (draft: DraftInstalment[]) => void
}

const MONTHLY = [2, 3, 6] as const
/** As the server takes them. */
const MOST_PARTS = 120
const DOWN_PAYMENT_PERCENT = 30
const REST_AFTER_DAYS = 30

/** Plans to begin with: even parts, or a part now and the rest later. */
export function Starts({ open, as, onStart }: StartsProps) {
  const { t } = useOrderView()
  const today = useToday()
  const even = (count: number, first: string, interval: Interval): void =>
    onStart(
      evenParts(open, count).map((part, index) =>
        newInstalment({ dueOn: dayAfter(first, interval, index), amount: writeAmount(part, as) }),
      ),
    )
  const downPayment = (): void => {
    const [now, rest] = shareAndRest(open, DOWN_PAYMENT_PERCENT)
    onStart([
      newInstalment({ dueOn: today, amount: writeAmount(now, as) }),
      newInstalment({ dueOn: daysAfter(today, REST_AFTER_DAYS), amount: writeAmount(rest, as) }),
    ])
  }
  return (
    <DrawerPart>
      <div className="flex flex-wrap items-center gap-2" data-starts="">
        <Text size="small" className="text-ui-fg-subtle">
          {t("orderActs.plan.from")}
        </Text>
        {MONTHLY.map((count, place) => (
          <Button
            key={count}
            {...(place === 0 && { "data-first-field": "" })}
            size="small"
            variant="secondary"
            type="button"
            onClick={() => even(count, today, "month")}
          >
            {t("orderActs.plan.monthly", { count })}
          </Button>
        ))}
        <Button size="small" variant="secondary" type="button" onClick={downPayment}>
          {t("orderActs.plan.downPayment")}
        </Button>
      </div>
      <EvenParts today={today} onSplit={even} />
    </DrawerPart>
  )
}

interface EvenPartsProps {
  today: string
  onSplit: (count: number, first: string, interval: Interval) => void
}

function EvenParts({ today, onSplit }: EvenPartsProps) {
  const { t } = useOrderView()
  const [count, setCount] = useState("4")
  const [first, setFirst] = useState(today)
  const [interval, setInterval] = useState<Interval>("month")
  const parts = /^[1-9]\d{0,2}$/.test(count) ? Number(count) : 0
  const isReady = parts > 0 && parts <= MOST_PARTS && first !== ""
  return (
    <fieldset className="reconciliation-act-three" aria-label={t("orderActs.plan.splitTitle")} data-split="">
      <Field
        label={t("orderActs.plan.parts")}
        value={count}
        onChange={setCount}
        inputMode="numeric"
        maxLength={3}
      />
      <Field label={t("orderActs.plan.first")} type="date" value={first} onChange={setFirst} />
      <Choice
        label={t("orderActs.plan.every")}
        value={interval}
        onChange={(said) => setInterval(INTERVALS.find((one) => one === said) ?? "month")}
        choices={INTERVALS.map((one) => [one, t(`orderActs.plan.intervals.${one}`)])}
      />
      <Button
        size="small"
        variant="secondary"
        type="button"
        aria-disabled={!isReady}
        onClick={() => isReady && onSplit(parts, first, interval)}
      >
        {t("orderActs.plan.split")}
      </Button>
    </fieldset>
  )
}
