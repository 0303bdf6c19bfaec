import { toast } from "@medusajs/ui"
import { useState } from "react"
import type { DecimalString, ReversalPreview, ReversalView } from "../../../../types/http"
import { useToday } from "../../../lib/use-today"
import { ReopenedRows } from "../money/move-rows"
import { Outcome } from "../money/outcome"
import { useMoneyPreview } from "../money/use-money-preview"
import { useAct } from "../use-act"
import { useAccountView } from "../use-account-view"
import { ActDrawer, DrawerPart } from "./act-drawer"
import { AmountField, Choice, Field, typedAmount, useWrittenAmount, WhyField } from "./fields"

const KINDS = ["bounced_cheque", "chargeback", "direct_debit_return", "other"] as const
/** Only of money that was recorded here: what the store has captured is cancelled in the store. */
const KINDS_HERE = [...KINDS, "mistake"] as const

export interface TakenBackMoney {
  readonly itemId: string
  readonly name: string
  readonly amount: DecimalString
  readonly occurredOn: string
  /** Whether it was recorded here, rather than captured by the store. */
  readonly isDeposit: boolean
  readonly method: string | null
}

/** Money that the payer or the bank took back: what it had paid is owed again. */
export function ReversalDrawer({ of, onClose }: { of: TakenBackMoney; onClose: () => void }) {
  const { t, amount } = useAccountView()
  const act = useAct<{ reversal: ReversalView }>()
  const form = useForm(of)
  const { typed, body } = form
  const path = `payments/${of.itemId}/reversals`
  // The preview asks for a reason as the act does; nothing keeps this one.
  const asked = useMoneyPreview<ReversalPreview>(path, body && { ...body, reason: "–" })
  const send = () => {
    if (!body) return
    act.send({ path, body }, () => {
      toast.success(t("account.reversal.done", { amount: amount(body.amount) }))
      onClose()
    })
  }
  return (
    <ActDrawer
      open
      onClose={onClose}
      right="manage"
      title={t("account.reversal.title", { name: of.name })}
      about={t("account.reversal.about")}
      action={
        typed.amount
          ? t("account.reversal.act", { amount: amount(typed.amount) })
          : t("account.reversal.actNone")
      }
      isReady={asked.preview !== undefined && body !== null && body.reason !== ""}
      isSending={act.isSending}
      isTouched={form.isTouched}
      error={act.error}
      onRetry={act.again}
      isDanger
      onAct={send}
    >
      <Fields of={of} form={form} />
      <DrawerPart title={t("account.reversal.reopens")}>
        <Outcome
          asked={asked}
          isAsked={body !== null}
          until={t("account.reversal.reopensAfter")}
          rows={asked.last && <ReopenedRows items={asked.last.reversal.items} />}
        />
      </DrawerPart>
    </ActDrawer>
  )
}

/** What is written in the drawer; no body while the amount or the day cannot be. */
function useForm(of: TakenBackMoney) {
  const view = useAccountView()
  const today = useToday()
  const likeliest = of.method === null || of.method === "cheque" ? KINDS[0] : "other"
  const [kind, setKind] = useState<string>(likeliest)
  const [day, setDay] = useState(today)
  const [reference, setReference] = useState("")
  const [reason, setReason] = useState("")
  const begun = useWrittenAmount(of.amount)
  const [text, setText] = useState(begun)
  const typed = typedAmount({ text, setText, most: of.amount }, view)
  const isDay = day >= of.occurredOn && day <= today
  const body =
    typed.amount === null || !isDay
      ? null
      : {
          kind,
          amount: typed.amount,
          // Of today, the moment is left to the server: the payment may be of today too.
          ...(day !== today && { occurred_at: day }),
          reason: reason.trim(),
          ...(reference.trim() !== "" && { reference: reference.trim() }),
        }
  const isTouched =
    [reference, reason].some((one) => one !== "") || text !== begun || day !== today || kind !== likeliest
  return {
    kind,
    setKind,
    day,
    setDay,
    reference,
    setReference,
    reason,
    setReason,
    typed,
    body,
    today,
    isTouched,
  }
}

function Fields({ of, form }: { of: TakenBackMoney; form: ReturnType<typeof useForm> }) {
  const { t } = useAccountView()
  return (
    <DrawerPart>
      <Choice
        label={t("account.reversal.kind")}
        value={form.kind}
        onChange={form.setKind}
        choices={(of.isDeposit ? KINDS_HERE : KINDS).map((one) => [one, t(`methods.${one}`)])}
      />
      <AmountField typed={form.typed} most={of.amount} />
      <Field
        label={t("account.reversal.date")}
        type="date"
        value={form.day}
        min={of.occurredOn}
        max={form.today}
        onChange={form.setDay}
      />
      <Field
        label={t("account.reversal.reference")}
        value={form.reference}
        onChange={form.setReference}
        maxLength={200}
        hint={t("account.reversal.referenceHint")}
      />
      <WhyField value={form.reason} onChange={form.setReason} />
    </DrawerPart>
  )
}
