import { useMemo } from "react"
import type { AccountView, RecordedPaymentView, RecordPaymentBody } from "../../../types/http"
import type { AmountText } from "../../lib/amount-text"
import { ownPayerOf, payerOf } from "../../lib/payer"
import { bodyOf, type Draft } from "./draft"
import { usePreview, useRecording, type Previewed } from "./use-payment"

interface Desking {
  readonly draft: Draft
  readonly as: AmountText
  readonly mayManage: boolean
  readonly onDone: (recorded: RecordedPaymentView) => void
}

/** What the button waits for; null when it can be pressed. */
export type WaitsFor = "amount" | "another" | "preview" | "error" | null

export interface PaymentDesk {
  readonly body: RecordPaymentBody | null
  readonly previewed: Previewed
  readonly recording: ReturnType<typeof useRecording>
  readonly waitsFor: WaitsFor
  readonly send: () => void
}

/** What a draft would come to, and its recording: only what is shown is recorded. */
export function usePaymentDesk(account: AccountView, { draft, as, mayManage, onDone }: Desking): PaymentDesk {
  const { currency_code: currencyCode } = account
  const payer = useMemo(() => payerOf(account) ?? ownPayerOf(account), [account])
  const body = useMemo(() => bodyOf(draft, { payer, currencyCode, as }), [draft, payer, currencyCode, as])
  const previewed = usePreview(body)
  const recording = useRecording(onDone)
  const { preview, isCurrent, error } = previewed
  const asksAnother = Boolean(preview?.looks_recorded) && !draft.isAnother
  const waitsFor = waitOf({ hasBody: body !== null, asksAnother, hasError: error !== null, isCurrent })
  return {
    body,
    previewed,
    recording,
    waitsFor,
    send: () => {
      if (waitsFor !== null || !mayManage || recording.isSending || !body || !preview) return
      recording.send({
        ...body,
        version: preview.base_version,
        ...(draft.isAnother && { confirm_duplicate: true }),
      })
    },
  }
}

interface Standing {
  readonly hasBody: boolean
  readonly hasError: boolean
  readonly asksAnother: boolean
  readonly isCurrent: boolean
}

function waitOf({ hasBody, hasError, asksAnother, isCurrent }: Standing): WaitsFor {
  if (!hasBody) return "amount"
  if (hasError) return "error"
  if (!isCurrent) return "preview"
  return asksAnother ? "another" : null
}
