import { useMemo } from "react"
import type { AccountView, RecordedPaymentView, RecordPaymentBody } from "../../../types/http"
import type { AmountText } from "../../lib/amount-text"
import { ownPayerOf, payerOf } from "../../lib/payer"
import { bodyOf, type Draft } from "./draft"
import { usePreview, useRecording, type Previewed } from "./use-payment"
import { waitOf, type WaitsFor } from "./waits"

interface Desking {
  readonly draft: Draft
  readonly as: AmountText
  readonly mayManage: boolean
  readonly onDraft: (change: (draft: Draft) => Draft) => void
  readonly onDone: (recorded: RecordedPaymentView) => void
}

export interface PaymentDesk {
  readonly body: RecordPaymentBody | null
  readonly previewed: Previewed
  readonly recording: ReturnType<typeof useRecording>
  readonly waitsFor: WaitsFor
  /** Changes the draft, which makes another payment of it; what is being sent stays as it is. */
  readonly edit: (change: (draft: Draft) => Draft) => void
  readonly send: () => void
}

/** What a draft would come to, and its recording: only what is shown is recorded. */
export function usePaymentDesk(account: AccountView, { draft, as, mayManage, ...on }: Desking): PaymentDesk {
  const { currency_code: currencyCode } = account
  const payer = useMemo(() => payerOf(account) ?? ownPayerOf(account), [account])
  const body = useMemo(() => bodyOf(draft, { payer, currencyCode, as }), [draft, payer, currencyCode, as])
  const previewed = usePreview(body)
  const recording = useRecording(on.onDone)
  const { preview, isCurrent, error } = previewed
  const asksAnother = Boolean(preview?.looks_recorded) && !draft.isAnother
  const { isUnanswered } = recording
  const waitsFor = waitOf({
    hasBody: body !== null,
    asksAnother,
    hasError: error !== null,
    isCurrent,
    isUnanswered,
  })
  return {
    body,
    previewed,
    recording,
    waitsFor,
    edit: (change) => {
      if (recording.isSending) return
      recording.reset()
      on.onDraft(change)
    },
    send: () => {
      if (waitsFor !== null || !mayManage || recording.isSending) return
      // Asked what it would come to now, it would look like another payment: the very same is sent.
      if (isUnanswered) return recording.again()
      if (!body || !preview) return
      recording.send({
        ...body,
        version: preview.base_version,
        ...(draft.isAnother && { confirm_duplicate: true }),
      })
    },
  }
}
