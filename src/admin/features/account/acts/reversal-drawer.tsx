import { Text, toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import type { DecimalString, ReversalView } from "../../../../types/http"
import { request, type RequestError } from "../../../lib/client"
import { useToday } from "../../../lib/use-today"
import { useAct } from "../use-act"
import { useAccountView } from "../use-account-view"
import { ActDrawer, DrawerPart } from "./act-drawer"
import { AmountField, Choice, Field, typedAmount, useWrittenAmount, WhyField } from "./fields"

const KINDS = ["bounced_cheque", "chargeback", "direct_debit_return", "other"] as const

export interface TakenBackMoney {
  readonly itemId: string
  readonly name: string
  readonly amount: DecimalString
  readonly occurredOn: string
}

/** Money that the payer or the bank took back: what it had paid is owed again. */
export function ReversalDrawer({ of, onClose }: { of: TakenBackMoney; onClose: () => void }) {
  const { t, amount } = useAccountView()
  const act = useAct<{ reversal: ReversalView }>()
  const form = useForm(of)
  const { typed, body } = form
  const send = () => {
    if (!body) return
    act.send({ path: `payments/${of.itemId}/reversals`, body }, () => {
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
      isReady={body !== null && body.reason !== ""}
      isSending={act.isSending}
      error={act.error}
      isDanger
      onAct={send}
    >
      <Fields of={of} form={form} />
      <DrawerPart title={t("account.reversal.reopens")}>
        <Reopened itemId={of.itemId} body={body} />
      </DrawerPart>
    </ActDrawer>
  )
}

/** What is written in the drawer; no body while the amount or the day cannot be. */
function useForm(of: TakenBackMoney) {
  const view = useAccountView()
  const today = useToday()
  const [kind, setKind] = useState<string>(KINDS[0])
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
  return { kind, setKind, day, setDay, reference, setReference, reason, setReason, typed, body, today }
}

function Fields({ of, form }: { of: TakenBackMoney; form: ReturnType<typeof useForm> }) {
  const { t } = useAccountView()
  return (
    <DrawerPart>
      <Choice
        label={t("account.reversal.kind")}
        value={form.kind}
        onChange={form.setKind}
        choices={KINDS.map((one) => [one, t(`methods.${one}`)])}
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

/** What would be owed again, where the server can say it before it is done. */
function Reopened({ itemId, body }: { itemId: string; body: object | null }) {
  const { t, amount } = useAccountView()
  const { data } = useQuery<ReversalView | null, RequestError>({
    queryKey: [
      "reconciliation",
      "preview",
      "reversal",
      itemId,
      JSON.stringify({ ...body, reason: undefined }),
    ],
    queryFn: async ({ signal }) => {
      const path = `/admin/reconciliation/payments/${itemId}/reversals/preview`
      const asked = await request<{ reversal?: ReversalView }>(path, {
        method: "POST",
        // The preview asks for a reason as the act does; nothing keeps this one.
        body: { ...body, reason: "–" },
        signal,
      })
      return asked.reversal ?? null
    },
    enabled: body !== null,
    gcTime: 0,
    retry: false,
  })
  if (!data)
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("account.reversal.reopensAfter")}
      </Text>
    )
  return (
    <ul className="flex flex-col gap-y-1">
      {data.items.map((item) => (
        <li key={item.id} className="txt-compact-small flex justify-between gap-x-4">
          <span className="min-w-0 break-words">{item.title}</span>
          <span className="font-medium tabular-nums">{amount(item.open)}</span>
        </li>
      ))}
    </ul>
  )
}
