import { ArrowRightMini } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { InstalmentView, PaidOrderView, PaymentPreview } from "../../../types/http"
import { decimalOf, minorUnitsOf } from "../../../modules/reconciliation/domain/money"
import { isZero } from "../../lib/money"
import { StateIcon } from "../../ui/state-icon"
import { StateSign } from "../../ui/state-sign"
import type { Draft } from "./draft"
import { leftOf } from "./proposal"
import type { PaymentSpeech } from "./speech"

interface WillHappenProps {
  draft: Draft
  preview: PaymentPreview
  orderId: string | undefined
  instalments: readonly InstalmentView[]
  speech: PaymentSpeech
}

/** So many items of one order are told one by one; the table above tells all of them. */
const MOST_LINES = 4

/** What recording would come to, the most important first. */
export function WillHappen({ draft, preview, orderId, instalments, speech }: WillHappenProps) {
  const { t, amount } = speech
  const [only, ...others] = preview.orders
  const lines = only && others.length === 0 ? only.lines.filter(({ gets }) => !isZero(gets)) : []
  const instalment = instalments.find(({ id }) => id === draft.instalmentId)
  const ofIt = preview.orders.find(({ id }) => id === orderId)
  // Items that were chosen one by one may not be those that the instalment is kept for.
  const isLeftToIt = draft.ticked.some((one) => one.orderId === orderId && one.lines === null)
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" weight="plus">
        {t("account.drawer.will")}
      </Text>
      <dl className="reconciliation-will txt-compact-small">
        {lines.length <= MOST_LINES &&
          lines.map(({ line, title, open, open_after: then }) => (
            <Row key={line ?? ""} what={line === null ? t("payment.takenBack") : title}>
              {t("payment.openThen", { before: amount(open), after: amount(then) })}
            </Row>
          ))}
        {instalment && ofIt && isLeftToIt && (
          <Fulfilled instalment={instalment} gets={ofIt.gets} speech={speech} />
        )}
        {preview.orders.map((one) => (
          <Row key={one.id} what={t("payment.ofOrder", { id: one.display_id })}>
            <Became effect={one} speech={speech} />
          </Row>
        ))}
        <HostRows preview={preview} speech={speech} />
        <Row what={t("payment.stays")} stays={preview.stays}>
          {amount(preview.stays)}
        </Row>
      </dl>
    </div>
  )
}

function Row({ what, stays, children }: { what: string; stays?: string; children: ReactNode }) {
  return (
    <div data-stays={stays}>
      <dt className="text-ui-fg-subtle">{what}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The instalment that was named: paid, or so much of it. */
function Fulfilled({
  instalment,
  gets,
  speech: { t, amount, dayInSentence, as },
}: {
  instalment: InstalmentView
  gets: string
  speech: PaymentSpeech
}) {
  const left = minorUnitsOf(leftOf(instalment), as.digits) - minorUnitsOf(gets, as.digits)
  return (
    <Row what={t("payment.theInstalment", { date: dayInSentence(instalment.due_on) })}>
      {left > 0n ? (
        t("payment.stillExpected", { amount: amount(decimalOf(left, as.digits)) })
      ) : (
        <>
          {t(`plan.states.${instalment.state}`)}
          <Then speech={{ t }} />
          <StateIcon state="full" className="text-ui-tag-green-icon" />
          {t("plan.states.settled")}
        </>
      )}
    </Row>
  )
}

const Then = ({ speech: { t } }: { speech: Pick<PaymentSpeech, "t"> }) => (
  <>
    <ArrowRightMini aria-hidden className="text-ui-fg-subtle" />
    <span className="sr-only">{t("takingBack.afterwards")}</span>
  </>
)

function Became({ effect, speech }: { effect: PaidOrderView; speech: PaymentSpeech }) {
  const { state_before: before, state_after: after, open_after: open } = effect
  return (
    <>
      {before !== after && (
        <>
          <StateSign state={before} />
          <Then speech={speech} />
        </>
      )}
      <StateSign state={after} />
      {!isZero(open) && speech.t("payment.staysOpen", { amount: speech.amount(open) })}
    </>
  )
}

/** What the store's own orders will show of it. */
function HostRows({ preview, speech: { t, amount } }: { preview: PaymentPreview; speech: PaymentSpeech }) {
  const paid = preview.orders.filter(({ gets }) => !isZero(gets))
  if (paid.length === 0) return null
  const shown = paid.filter(({ mirrored }) => !isZero(mirrored))
  const apart = paid.some(({ gets, mirrored }) => gets !== mirrored)
  return (
    <Row what={t("payment.host.in")}>
      {shown.length === 0 ? (
        t(preview.is_mirrored ? "payment.host.credit" : "payment.host.apart")
      ) : (
        <span>
          {shown.map((one) => (
            <span key={one.id} className="block">
              {t("payment.host.part", { amount: amount(one.mirrored), id: one.display_id })}
            </span>
          ))}
          {apart && <span className="block">{t("payment.host.credit")}</span>}
        </span>
      )}
    </Row>
  )
}
