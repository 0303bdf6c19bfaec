import { ExclamationCircle } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useId } from "react"
import { Link } from "react-router-dom"
import type { LookalikeView } from "../../../types/http"
import { accountPath } from "../../lib/paths"
import type { Draft } from "./draft"
import type { PaymentSpeech } from "./speech"

interface DuplicateProps {
  found: LookalikeView
  draft: Draft
  speech: PaymentSpeech
  onChange: (isAnother: boolean) => void
}

/** Asks, where it stands, whether this is the payment that was recorded before. */
export function Duplicate({ found, draft, speech, onChange }: DuplicateProps) {
  const { t, day } = speech
  const id = useId()
  return (
    <div
      role="alert"
      className="border-ui-border-base flex items-start gap-x-2 border-t px-6 py-3"
      data-looks-recorded={found.payment_id}
    >
      <span aria-hidden className="text-ui-tag-orange-icon mt-1 shrink-0">
        <ExclamationCircle />
      </span>
      <div className="flex min-w-0 flex-col gap-y-1">
        <Text size="small" weight="plus" className="break-words">
          {t(`payment.duplicate.${found.where}`, {
            method: t(`methods.${draft.method}`),
            reference: draft.reference.trim(),
            date: day(found.occurred_on),
          })}
        </Text>
        {found.where === "suspense" && found.account_id !== null && (
          <Link
            to={accountPath(found.account_id)}
            target="_blank"
            className="reconciliation-link txt-compact-small"
          >
            {t("payment.duplicate.move")}
          </Link>
        )}
        <div className="reconciliation-tick">
          <input
            id={id}
            type="checkbox"
            checked={draft.isAnother}
            onChange={({ target }) => onChange(target.checked)}
          />
          <label htmlFor={id} className="txt-compact-small">
            {t("payment.duplicate.another")}
          </label>
        </div>
      </div>
    </div>
  )
}
