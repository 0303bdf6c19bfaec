import { Text } from "@medusajs/ui"
import { useMemo, useRef, type MouseEvent } from "react"
import type { RequestError } from "../../../lib/client"
import { isZero } from "../../../lib/money"
import { useToday } from "../../../lib/use-today"
import { errorWords } from "../../../lib/errors"
import { WithLateWords } from "../../../lib/late"
import { SheetMaker } from "../grid/sheet"
import { nextStep, type PlaceStep } from "../next-step"
import { asksFor, NextStepView } from "../next-step-view"
import { useOrderView } from "../use-order-view"
import { barAmounts } from "./bar-amounts"
import { MoneyBar } from "./money-bar"
import { StepButton } from "./step-button"
import { usePlace } from "./use-place"

/** The bar and the next step of an order that was read. */
export function ReadCard({ isAuthorized }: { isAuthorized: boolean }) {
  const { order, t } = useOrderView()
  const today = useToday()
  const { amounts, step } = useMemo(() => {
    const maker = new SheetMaker(order, today)
    const sheet = maker.sheet([])
    return {
      amounts: barAmounts(order, sheet, today),
      step: nextStep({ order, maker, sheet, wishes: [], today, isAuthorized }),
    }
  }, [order, today, isAuthorized])
  const { place, isPending, error } = usePlace()
  const shown = useRef<HTMLElement>(null)
  const placeNow = async (wanted: PlaceStep, { currentTarget: button }: MouseEvent<HTMLButtonElement>) => {
    const hadFocus = button === document.activeElement
    // The button goes with its step: what took its place is told to whoever pressed it by keyboard.
    if ((await place(wanted)) && hadFocus) shown.current?.focus()
  }
  return (
    <>
      {!isZero(order.totals.owed) && <MoneyBar amounts={amounts} asks={asksFor(step)} />}
      <section ref={shown} tabIndex={-1} aria-label={t("step.title")} className="flex-1 outline-none">
        <NextStepView step={step}>
          <StepButton step={step} isPending={isPending} onPlace={(...pressed) => void placeNow(...pressed)} />
        </NextStepView>
        {error && (
          <WithLateWords>
            <NotPlaced error={error} />
          </WithLateWords>
        )}
      </section>
    </>
  )
}

/** Why nothing was placed; what is shown beside it is what stands. */
function NotPlaced({ error: { body } }: { error: RequestError }) {
  const { t, has, serverLang } = useOrderView()
  if (body?.code === "version_stale") return <Fault text={t("card.stale")} />
  const said = body && errorWords(body, { t, has })
  if (!said) return <Fault text={t("card.network")} />
  return <Fault text={`${said.text} ${said.remedy}`} lang={said.ofServer ? serverLang : undefined} />
}

function Fault({ text, lang }: { text: string; lang?: string | undefined }) {
  return (
    <Text
      size="small"
      leading="compact"
      role="alert"
      lang={lang}
      className="reconciliation-beneath text-ui-tag-red-text"
    >
      {text}
    </Text>
  )
}
