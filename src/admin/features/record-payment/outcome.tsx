import { InformationCircle } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useId } from "react"
import type { AccountView, PaymentPreview } from "../../../types/http"
import { isZero } from "../../lib/money"
import { Amount } from "../../ui/amount"
import type { Draft } from "./draft"
import type { PaymentSpeech } from "./speech"

interface OutcomeProps {
  account: AccountView
  draft: Draft
  preview: PaymentPreview | undefined
  speech: PaymentSpeech
  onUse: (usesUnapplied: boolean) => void
}

/** What stays on the account, whether what lies there is used first, and what the store's own orders will show. */
export function Outcome({ account, draft, preview, speech, onUse }: OutcomeProps) {
  const { t, amount } = speech
  const id = useId()
  const unapplied = account.totals.unallocated
  return (
    <div className="reconciliation-payment-boxes">
      {preview && (
        <div className="flex items-center justify-between gap-x-4" data-stays={preview.stays}>
          <Text size="small" weight="plus">
            {t("payment.stays")}
          </Text>
          <Amount
            value={preview.stays}
            currency={account.currency_code}
            digits={account.digits}
            tone="open"
          />
        </div>
      )}
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
      {preview && preview.orders.some(({ gets }) => !isZero(gets)) && (
        <div className="bg-ui-bg-subtle border-ui-border-base flex items-start gap-x-2 rounded-lg border px-3 py-2">
          <span aria-hidden className="text-ui-fg-subtle mt-1 shrink-0">
            <InformationCircle />
          </span>
          <HostSentence preview={preview} speech={speech} />
        </div>
      )}
      <p aria-live="polite" className="sr-only">
        {preview && announcementOf(preview, speech)}
      </p>
    </div>
  )
}

function HostSentence({
  preview,
  speech: { t, amount, locale },
}: Pick<OutcomeProps, "speech"> & { preview: PaymentPreview }) {
  if (!preview.is_mirrored)
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("payment.host.apart")}
      </Text>
    )
  const parts = preview.orders
    .filter(({ gets }) => !isZero(gets))
    .map((one) => t("payment.host.part", { amount: amount(one.gets), id: one.display_id }))
  const list = new Intl.ListFormat(locale, { type: "conjunction" }).format(parts)
  return (
    <div className="flex flex-col">
      <Text size="small" weight="plus">
        {t("payment.host.becomes", { parts: list })}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t("payment.host.once")}
      </Text>
    </div>
  )
}

function announcementOf({ orders, stays }: PaymentPreview, { t, amount }: PaymentSpeech): string {
  const became = orders.map(({ display_id: id, state_after: state, gets }) =>
    t("payment.said", { id, amount: amount(gets), state: t(`states.${state}.short`) }),
  )
  return [...became, t("payment.saidStays", { amount: amount(stays) })].join(" ")
}
