import { toast } from "@medusajs/ui"
import { useState } from "react"
import type { OrderReconciliation, TermsPreview } from "../../../../types/http"
import { ActDrawer, DrawerPart } from "../../account/acts/act-drawer"
import { Choice, Field } from "../../account/acts/fields"
import { useAct } from "../../account/use-act"
import { ReasonField } from "../../order/history/reason-field"
import { useOrderView } from "../../order/use-order-view"
import { useActPreview } from "../use-act-preview"
import { begunTerms, readTerms, TERMS_KINDS, type DraftTerms, type ReadTerms } from "./draft"
import { TermsOutcome } from "./terms-outcome"

/** Gives an order terms of payment of its own. */
export function TermsDrawer({ order, onClose }: { order: OrderReconciliation; onClose: () => void }) {
  const { t } = useOrderView()
  const [begun] = useState(() => begunTerms(order.terms))
  const [draft, setDraft] = useState(begun)
  const [reason, setReason] = useState("")
  const reading = readTerms(draft)
  const { due } = reading
  const path = `orders/${order.id}/terms`
  const previewed = useActPreview<TermsPreview>(path, due && { due })
  const act = useAct<object>()
  const { preview, isCurrent } = previewed
  const send = () => {
    if (!due || !preview) return
    const body = {
      due,
      version: preview.base_version,
      ...(reason.trim() !== "" && { reason: reason.trim() }),
    }
    act.send({ method: "PUT", path, body }, () => {
      toast.success(t("terms.done", { id: order.display_id }))
      onClose()
    })
  }
  return (
    <ActDrawer
      open
      onClose={onClose}
      right="manage"
      title={t("terms.title")}
      about={t("terms.about", { id: order.display_id })}
      action={t("terms.act")}
      isReady={isCurrent && preview?.changed === true}
      isSending={act.isSending}
      isTouched={reason !== "" || JSON.stringify(draft) !== JSON.stringify(begun)}
      error={act.error}
      onRetry={act.again}
      onAct={send}
    >
      <TermsFields draft={draft} reading={reading} onDraft={setDraft} />
      <DrawerPart>
        <ReasonField value={reason} onChange={setReason} />
      </DrawerPart>
      <TermsOutcome previewed={previewed} />
    </ActDrawer>
  )
}

interface TermsFieldsProps {
  draft: DraftTerms
  reading: ReadTerms
  onDraft: (draft: DraftTerms) => void
}

function TermsFields({ draft, reading: { faults }, onDraft }: TermsFieldsProps) {
  const { t } = useOrderView()
  const isEnd = draft.kind === "end_of_month"
  return (
    <DrawerPart>
      <Choice
        label={t("terms.kind")}
        value={draft.kind}
        onChange={(said) => onDraft({ ...draft, kind: TERMS_KINDS.find((one) => one === said) ?? "days" })}
        choices={TERMS_KINDS.map((kind) => [kind, t(`terms.kinds.${kind}`)])}
      />
      <div className="reconciliation-pair">
        <Field
          label={t(`terms.daysOf.${draft.kind}`)}
          value={draft.days}
          onChange={(days) => onDraft({ ...draft, days })}
          inputMode="numeric"
          maxLength={4}
          fault={faults.days ? t("terms.faults.days") : null}
        />
        {isEnd && (
          <Field
            label={t("terms.dayOfNextMonth")}
            value={draft.dayOfNextMonth}
            onChange={(dayOfNextMonth) => onDraft({ ...draft, dayOfNextMonth })}
            inputMode="numeric"
            maxLength={2}
            hint={t("terms.endOfMonthHint")}
            fault={faults.dayOfNextMonth ? t("terms.faults.dayOfNextMonth") : null}
          />
        )}
      </div>
    </DrawerPart>
  )
}
