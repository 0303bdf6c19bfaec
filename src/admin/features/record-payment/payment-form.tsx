import type { KeyboardEvent } from "react"
import type { AccountView, InstalmentView, RecordedPaymentView } from "../../../types/http"
import { withInstalment, withOrder, withTick, type Draft } from "./draft"
import { Duplicate } from "./duplicate"
import { Footer } from "./footer"
import { MoneyFields } from "./money-fields"
import { OrderRows } from "./order-rows"
import { Outcome } from "./outcome"
import { PreviewError } from "./preview-error"
import { usePaymentSpeech } from "./speech"
import { usePaymentDesk } from "./use-desk"
import { listedOrders } from "./listed"

interface PaymentFormProps {
  account: AccountView
  orderId?: string | undefined
  instalments?: readonly InstalmentView[] | undefined
  mayManage?: boolean
  draft: Draft
  onDraft: (change: (draft: Draft) => Draft) => void
  onCancel: () => void
  onDone: (recorded: RecordedPaymentView) => void
}

/** The money, what it pays, and what comes of it; nothing is recorded before the button is pressed. */
export function PaymentForm({ account, draft, onDraft, onCancel, onDone, ...rest }: PaymentFormProps) {
  const { orderId, instalments = [], mayManage = true } = rest
  const speech = usePaymentSpeech(account)
  const desk = usePaymentDesk(account, { draft, as: speech.as, mayManage, onDraft, onDone })
  const { previewed, recording, edit, send } = desk
  const { preview } = previewed
  const orders = listedOrders(account, orderId)
  const listed = orders.map(({ id }) => id)
  const change = (next: Partial<Draft>) => edit((now) => ({ ...now, ...next }))
  return (
    // oxlint-disable-next-line no-static-element-interactions -- the chord works from every field within
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={onChord(send)}>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <MoneyFields
          draft={draft}
          speech={speech}
          open={orders.find(({ id }) => id === orderId)?.open}
          instalments={instalments}
          onChange={change}
          onInstalment={(instalmentId) =>
            edit((now) => withInstalment(now, instalmentId, { orderId, listed }))
          }
        />
        {preview?.looks_recorded && (
          <Duplicate
            found={preview.looks_recorded}
            draft={draft}
            speech={speech}
            onChange={(isAnother) => change({ isAnother })}
          />
        )}
        <OrderRows
          orders={orders}
          draft={draft}
          previewed={previewed}
          speech={speech}
          onTick={(id, isTicked) => edit((now) => withTick(now, id, { isTicked, listed, planned: orderId }))}
          onOrder={(id, typed) => edit((now) => withOrder(now, id, typed))}
        />
        <Outcome
          account={account}
          draft={draft}
          preview={preview}
          orderId={orderId}
          instalments={instalments}
          speech={speech}
          onUse={(usesUnapplied) => change({ usesUnapplied })}
        />
        <PreviewError
          error={recording.error ?? previewed.error}
          isUnanswered={recording.isUnanswered}
          orders={orders}
          speech={speech}
          onRetry={recording.error ? recording.again : previewed.retry}
        />
      </div>
      <Footer
        amount={desk.body?.amount ?? null}
        waitsFor={desk.waitsFor}
        mayManage={mayManage}
        isSending={recording.isSending}
        speech={speech}
        onCancel={onCancel}
        onSend={send}
      />
    </div>
  )
}

/** Ctrl+Enter, or Cmd+Enter, from every field. */
const onChord = (send: () => void) => (event: KeyboardEvent) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  send()
}
