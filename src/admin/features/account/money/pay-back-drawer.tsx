import { Text, toast } from "@medusajs/ui"
import { useState } from "react"
import type { DecimalString, PayBackView } from "../../../../types/http"
import { useToday } from "../../../lib/use-today"
import { Segments } from "../../../ui/segments"
import { ReasonField } from "../../order/history/reason-field"
import { ActDrawer, DrawerPart } from "../acts/act-drawer"
import { AmountField, Field, typedAmount, useWrittenAmount } from "../acts/fields"
import { useAct } from "../use-act"
import { useAccountView } from "../use-account-view"
import { Outcome } from "./outcome"
import { useMoneyPreview } from "./use-money-preview"

export interface MoneyPaidBack {
  readonly itemId: string
  readonly name: string
  /** What of it pays nothing: no more goes out. */
  readonly open: DecimalString
  readonly occurredOn: string
  /** Whether the store has a payment to refund: money recorded here, or moved here, it has not. */
  readonly isOfStore: boolean
}

const METHODS = ["transfer", "cheque", "cash", "other"] as const
type Way = "byHand" | "byStore"

/** Pays money back that pays nothing: recorded as it went out, or refunded by the store through its provider. */
export function PayBackDrawer({ of, onClose }: { of: MoneyPaidBack; onClose: () => void }) {
  const { t, amount } = useAccountView()
  const act = useAct<{ pay_back: PayBackView }>()
  const form = useForm(of)
  const { typed, body, asked, way } = form
  const send = () => {
    if (!body) return
    act.send({ path: `payments/${of.itemId}/pay-back`, body }, () => {
      toast.success(t("money.paidBack.done", { amount: amount(body.amount) }))
      onClose()
    })
  }
  return (
    <ActDrawer
      open
      onClose={onClose}
      right="manage"
      hostRight="refund"
      title={t("money.paidBack.title", { name: of.name })}
      about={t("money.paidBack.about", { amount: amount(of.open) })}
      action={
        typed.amount
          ? t(`money.paidBack.act.${way}`, { amount: amount(typed.amount) })
          : t("money.paidBack.actNone")
      }
      isReady={asked.preview !== undefined}
      isSending={act.isSending}
      isTouched={form.isTouched}
      error={act.error}
      onRetry={act.again}
      isDanger={way === "byStore"}
      onAct={send}
    >
      <Fields of={of} form={form} />
      <DrawerPart title={t("account.drawer.will")}>
        <Outcome asked={asked} isAsked={body !== null} until={t("money.paidBack.until")} />
        {way === "byStore" && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("money.paidBack.forGood")}
          </Text>
        )}
      </DrawerPart>
    </ActDrawer>
  )
}

/** What is written in the drawer; no body while the amount or the day cannot be. */
function useForm(of: MoneyPaidBack) {
  const view = useAccountView()
  const today = useToday()
  const [way, setWay] = useState<Way>(of.isOfStore ? "byStore" : "byHand")
  const [method, setMethod] = useState<(typeof METHODS)[number]>(METHODS[0])
  const [day, setDay] = useState(today)
  const [reference, setReference] = useState("")
  const [reason, setReason] = useState("")
  const begun = useWrittenAmount(of.open)
  const [text, setText] = useState(begun)
  const typed = typedAmount({ text, setText, most: of.open }, view)
  const isDay = day >= of.occurredOn && day <= today
  const went = {
    method,
    // Of today, the moment is left to the server: the money may be of today too.
    ...(day !== today && { occurred_at: day }),
    ...(reference.trim() !== "" && { reference: reference.trim() }),
  }
  const isWhole = typed.amount !== null && (way === "byStore" || isDay)
  const asks = isWhole
    ? { amount: typed.amount ?? of.open, ...(way === "byStore" ? { via: "host" } : went) }
    : null
  const asked = useMoneyPreview<PayBackView>(`payments/${of.itemId}/pay-back`, asks)
  const isTouched =
    [reference, reason].some((one) => one !== "") || text !== begun || day !== today || method !== METHODS[0]
  const body = asks && { ...asks, ...(reason.trim() !== "" && { reason: reason.trim() }) }
  return {
    way,
    setWay,
    method,
    setMethod,
    day,
    setDay,
    reference,
    setReference,
    reason,
    setReason,
    typed,
    today,
    body,
    asked,
    isTouched,
  }
}

function Fields({ of, form }: { of: MoneyPaidBack; form: ReturnType<typeof useForm> }) {
  const { t } = useAccountView()
  return (
    <DrawerPart>
      {of.isOfStore && (
        <Segments
          label={t("money.paidBack.way")}
          shown
          options={(["byStore", "byHand"] as const).map((one) => ({
            value: one,
            text: t(`money.paidBack.ways.${one}`),
          }))}
          value={form.way}
          onChange={form.setWay}
        />
      )}
      <AmountField typed={form.typed} most={of.open} />
      {form.way === "byHand" && <ByHand of={of} form={form} />}
      <ReasonField value={form.reason} onChange={form.setReason} />
    </DrawerPart>
  )
}

function ByHand({ of, form }: { of: MoneyPaidBack; form: ReturnType<typeof useForm> }) {
  const { t } = useAccountView()
  return (
    <>
      <Segments
        label={t("money.paidBack.method")}
        shown
        options={METHODS.map((one) => ({ value: one, text: t(`methods.${one}`) }))}
        value={form.method}
        onChange={form.setMethod}
      />
      <Field
        label={t("money.paidBack.date")}
        type="date"
        value={form.day}
        min={of.occurredOn}
        max={form.today}
        onChange={form.setDay}
      />
      <Field
        label={t("payment.reference")}
        value={form.reference}
        onChange={form.setReference}
        maxLength={200}
        hint={t("money.paidBack.referenceHint")}
      />
    </>
  )
}
