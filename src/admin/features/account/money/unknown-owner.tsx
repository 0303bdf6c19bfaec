import { toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import type { PaymentPreview, RecordedPaymentView } from "../../../../types/http"
import { decimalOf } from "../../../../modules/reconciliation/domain/money"
import { readAmount } from "../../../lib/amount-text"
import { amountTextOf } from "../../../lib/amount-text-of"
import { request, type RequestError } from "../../../lib/client"
import { moneyFormat } from "../../../lib/money"
import { accountPath } from "../../../lib/paths"
import { useDigits } from "../../../lib/use-digits"
import { useSettled } from "../../../lib/use-settled"
import { useToday } from "../../../lib/use-today"
import { useWords } from "../../../lib/use-words"
import { Segments } from "../../../ui/segments"
import { Refusal } from "../../order/history/refusal"
import { ActDrawer, DrawerPart } from "../acts/act-drawer"
import { Choice, Field } from "../acts/fields"
import { Tick } from "./tick"
import { useAct } from "../use-act"

const METHODS = ["transfer", "cheque", "cash", "other"] as const

interface UnknownOwnerProps {
  /** That of the account it is opened from; else the one that the store sells in most. */
  readonly currencyCode: string | null
  readonly onClose: () => void
}

/** Records money whose owner nobody knows yet: it waits on an account of its own until somebody moves it. */
export default function UnknownOwner({ currencyCode, onClose }: UnknownOwnerProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const act = useAct<RecordedPaymentView>()
  const form = useForm(currencyCode)
  const { body, said, seen, preview } = form
  const asksAnother = Boolean(preview?.looks_recorded) && !form.isAnother
  const send = () => {
    if (!body) return
    const confirmed = { ...body, ...(form.isAnother && { confirm_duplicate: true }) }
    act.send({ path: "payments", body: confirmed }, ({ payment }) => {
      const label = t("account.card.link")
      const onClick = () => navigate(accountPath(payment.account_id))
      toast.success(t("payment.recorded", { amount: said }), { action: { label, altText: label, onClick } })
      onClose()
    })
  }
  return (
    <ActDrawer
      open
      onClose={onClose}
      right="manage"
      title={t("money.unknown.action")}
      about={t("money.unknown.about")}
      action={body ? t("payment.actAmount", { amount: said }) : t("payment.act")}
      isReady={preview !== undefined && !asksAnother}
      isSending={act.isSending}
      isTouched={isTouched(form)}
      error={act.error}
      onRetry={act.again}
      onAct={send}
    >
      <Fields form={form} />
      {preview?.looks_recorded && (
        <DrawerPart>
          <div role="alert" data-looks-recorded={preview.looks_recorded.payment_id}>
            <Looks form={form} on={preview.looks_recorded.occurred_on} />
          </div>
        </DrawerPart>
      )}
      {seen.error && (
        <DrawerPart>
          <Refusal error={seen.error} right="manage" onRetry={() => void seen.refetch()} />
        </DrawerPart>
      )}
    </ActDrawer>
  )
}

/** What the store sells in, the one it sells in most first; nothing for who may not read that. */
function useCurrencies(): { readonly currencies: readonly string[]; readonly areUnread: boolean } {
  const { data, isError } = useQuery<string[], RequestError>({
    queryKey: ["reconciliation", "currencies of the store"],
    queryFn: async ({ signal }) => {
      const path = "/admin/stores?fields=id,*supported_currencies"
      const { stores } = await request<{
        stores: { supported_currencies: { currency_code: string; is_default: boolean }[] }[]
      }>(path, { signal })
      return (stores[0]?.supported_currencies ?? [])
        .toSorted((one, other) => Number(other.is_default) - Number(one.is_default))
        .map(({ currency_code: code }) => code)
    },
    staleTime: Infinity,
    retry: false,
  })
  return { currencies: data ?? [], areUnread: isError || data?.length === 0 }
}

function useForm(begunIn: string | null) {
  const { t, locale } = useWords()
  const today = useToday()
  const { currencies, areUnread } = useCurrencies()
  const [typed, setTyped] = useState(begunIn)
  const [text, setText] = useState("")
  const [method, setMethod] = useState<(typeof METHODS)[number]>(METHODS[0])
  const [day, setDay] = useState(today)
  const [reference, setReference] = useState("")
  const [note, setNote] = useState("")
  const [isAnother, setAnother] = useState(false)
  const currency = typed ?? currencies[0] ?? ""
  const code = currency.trim().toLowerCase()
  const digits = useDigits(code)
  const read =
    digits === undefined ? null : readAmount(text, amountTextOf(locale, { currency_code: code, digits }))
  const amount =
    read?.kind === "amount" && read.units > 0n && digits !== undefined ? decimalOf(read.units, digits) : null
  /** Other money, another method or another reference is another question. */
  const asksAnew =
    <Value,>(set: (next: Value) => void) =>
    (next: Value): void => {
      set(next)
      setAnother(false)
    }
  const body =
    amount === null || day > today || day === ""
      ? null
      : {
          customer_id: null,
          suspense: true,
          currency_code: code,
          amount,
          method,
          occurred_at: day,
          ...(reference.trim() !== "" && { reference: reference.trim() }),
          ...(note.trim() !== "" && { note: note.trim() }),
        }
  const seen = useSeen(body)
  return {
    currencies,
    areUnread,
    currency,
    setCurrency: setTyped,
    isUnknown: code.length === 3 && digits === undefined,
    text,
    setText: asksAnew(setText),
    fault:
      text.trim() === "" || amount !== null || digits === undefined ? null : t("account.drawer.wrongAmount"),
    method,
    setMethod: asksAnew(setMethod),
    day,
    setDay,
    today,
    reference,
    setReference: asksAnew(setReference),
    note,
    setNote,
    isAnother,
    setAnother,
    body,
    said: amount === null || digits === undefined ? "" : moneyFormat(locale, code, digits).money(amount),
    seen,
    preview: seen.preview,
    isOtherCurrency: typed !== begunIn,
  }
}

/** Whether closing would lose something of it. */
const isTouched = ({ text, reference, note, ...form }: ReturnType<typeof useForm>): boolean =>
  [text, reference, note].some((one) => one !== "") ||
  form.isOtherCurrency ||
  form.day !== form.today ||
  form.method !== METHODS[0]

/** What recording it would come to: whether it was recorded before, and why it cannot be. */
function useSeen(body: object | null) {
  const wanted = body === null ? null : JSON.stringify(body)
  const settled = useSettled(wanted)
  const { data, error, refetch } = useQuery<PaymentPreview, RequestError>({
    queryKey: ["reconciliation", "preview", "unknown owner", settled],
    queryFn: async ({ signal }) =>
      request<PaymentPreview>("/admin/reconciliation/payments/preview", {
        method: "POST",
        body: { ...(JSON.parse(settled ?? "{}") as object), confirm_duplicate: true },
        signal,
      }),
    enabled: settled !== null,
    gcTime: 0,
    retry: false,
  })
  const isOfThis = wanted !== null && settled === wanted
  return { preview: isOfThis ? data : undefined, error: isOfThis ? error : null, refetch }
}

function Fields({ form }: { form: ReturnType<typeof useForm> }) {
  const { t } = useWords()
  const { currencies, currency, setCurrency } = form
  return (
    <DrawerPart>
      {/* A list from the start: a field that turns into one would take what was meant for the amount. */}
      {!form.areUnread ? (
        <Choice
          label={t("batch.currency")}
          value={currency}
          onChange={setCurrency}
          choices={currencies.map((one) => [one, one.toUpperCase()])}
        />
      ) : (
        <Field
          label={t("batch.currency")}
          value={currency}
          onChange={setCurrency}
          maxLength={3}
          hint={t("batch.currencyHow")}
          fault={form.isUnknown ? t("batch.currencyUnknown") : null}
        />
      )}
      <Field
        label={t("payment.amount")}
        value={form.text}
        onChange={form.setText}
        inputMode="decimal"
        fault={form.fault}
      />
      <Segments
        label={t("payment.method")}
        shown
        options={METHODS.map((one) => ({ value: one, text: t(`methods.${one}`) }))}
        value={form.method}
        onChange={form.setMethod}
      />
      <Field
        label={t("payment.receivedOn")}
        type="date"
        value={form.day}
        max={form.today}
        onChange={form.setDay}
      />
      <Field
        label={t("payment.reference")}
        value={form.reference}
        onChange={form.setReference}
        maxLength={200}
        hint={t("money.unknown.referenceHint")}
      />
      <Field label={t("payment.note")} value={form.note} onChange={form.setNote} maxLength={500} />
    </DrawerPart>
  )
}

/** Asks whether this is the money that was recorded before. */
function Looks({ form, on }: { form: ReturnType<typeof useForm>; on: string }) {
  const { t, day } = useWords()
  const said = t("money.unknown.looks", {
    method: t(`methods.${form.method}`),
    reference: form.reference.trim(),
    date: day(on),
  })
  return (
    <Tick checked={form.isAnother} onChange={form.setAnother} label={t("payment.duplicate.another")}>
      {said}
    </Tick>
  )
}
