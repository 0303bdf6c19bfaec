import { useId } from "react"
import type { AccountView, InstalmentView, PaymentPreview } from "../../../types/http"
import { isZero } from "../../lib/money"
import type { Draft } from "./draft"
import type { PaymentSpeech } from "./speech"
import { WillHappen } from "./will-happen"

interface OutcomeProps {
  account: AccountView
  draft: Draft
  preview: PaymentPreview | undefined
  /** The order that was asked for, with its planned payments. */
  orderId: string | undefined
  instalments: readonly InstalmentView[]
  speech: PaymentSpeech
  onUse: (usesUnapplied: boolean) => void
}

/** Whether what lies on the account is used first, and what recording comes to. */
export function Outcome({ account, draft, preview, speech, onUse, ...place }: OutcomeProps) {
  const { t, amount } = speech
  const id = useId()
  const unapplied = account.totals.unallocated
  return (
    <div className="reconciliation-payment-boxes">
      {!isZero(unapplied) && (
        <div className="reconciliation-tick">
          <input
            id={id}
            type="checkbox"
            checked={draft.usesUnapplied}
            onChange={({ target }) => onUse(target.checked)}
          />
          <label htmlFor={id} className="txt-compact-small">
            {t("payment.useFirst", { amount: amount(unapplied) })}
            {preview && !isZero(preview.unapplied_used) && (
              <span className="text-ui-fg-subtle block">
                {t("payment.used", { amount: amount(preview.unapplied_used) })}
              </span>
            )}
          </label>
        </div>
      )}
      {preview && <WillHappen draft={draft} preview={preview} speech={speech} {...place} />}
      <p aria-live="polite" className="sr-only">
        {preview && announcementOf(preview, speech)}
      </p>
    </div>
  )
}

function announcementOf({ orders, stays }: PaymentPreview, { t, amount }: PaymentSpeech): string {
  const became = orders.map(({ display_id: id, state_after: state, gets }) =>
    t("payment.said", { id, amount: amount(gets), state: t(`states.${state}.short`) }),
  )
  return [...became, t("payment.saidStays", { amount: amount(stays) })].join(" ")
}
