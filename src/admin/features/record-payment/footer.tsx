import { Button, Text } from "@medusajs/ui"
import { useId } from "react"
import type { DecimalString } from "../../../types/http"
import { GuardedButton } from "../../ui/no-right"
import type { PaymentSpeech } from "./speech"
import type { WaitsFor } from "./waits"

interface FooterProps {
  amount: DecimalString | null
  /** What the button waits for; null when it can be pressed. */
  waitsFor: WaitsFor
  mayManage: boolean
  isSending: boolean
  speech: PaymentSpeech
  onCancel: () => void
  onSend: () => void
}

/** The way back, and the button that names what it does; what it waits for stands beside it. */
export function Footer({ amount, waitsFor, mayManage, isSending, speech, onCancel, onSend }: FooterProps) {
  const { t, amount: shown } = speech
  const reason = useId()
  return (
    <div className="border-ui-border-base flex flex-wrap items-center justify-end gap-2 border-t px-6 py-4">
      <Text id={reason} size="xsmall" className="text-ui-fg-subtle reconciliation-payment-note">
        {waitsFor && waitsFor !== "preview" ? t(`payment.waits.${waitsFor}`) : ""}
      </Text>
      <Button size="small" variant="secondary" type="button" onClick={onCancel}>
        {t("payment.cancel")}
      </Button>
      <GuardedButton
        right="manage"
        allowed={mayManage}
        variant={mayManage ? "primary" : "secondary"}
        aria-disabled={waitsFor !== null || isSending}
        aria-busy={isSending || waitsFor === "preview"}
        aria-describedby={reason}
        data-record=""
        onClick={onSend}
      >
        <span className="tabular-nums">
          {amount === null ? t("payment.act") : t("payment.actAmount", { amount: shown(amount) })}
        </span>
        <span className="txt-compact-xsmall reconciliation-chord" aria-hidden>
          {t("payment.chord")}
        </span>
      </GuardedButton>
    </div>
  )
}
