import { Container, Heading, Text, Textarea, toast } from "@medusajs/ui"
import { useId, useMemo, useState } from "react"
import { useSearchParams } from "react-router-dom"
import type { RecordedPaymentsView } from "../../../../types/http"
import { amountTextOf } from "../../../lib/amount-text-of"
import { moneyFormat } from "../../../lib/money"
import { useDigits } from "../../../lib/use-digits"
import { useMay } from "../../../lib/use-may"
import { useToday } from "../../../lib/use-today"
import { useWords } from "../../../lib/use-words"
import { ErrorState } from "../../../ui/error-state"
import { LeaveGuard } from "../../../ui/leave-guard"
import { GuardedButton } from "../../../ui/no-right"
import { Stylesheet } from "../../../ui/stylesheet"
import type { Method } from "../draft"
import { PaymentStyles } from "../styles"
import { CheckTable } from "./check-table"
import { MOST_ROWS, pastedRows } from "./pasted"
import { SharedFields } from "./shared-fields"
import { useBatchRecording, useCheck } from "./use-batch"
import { answersOf, beyondMost, bodyOfRows, linesLeft } from "./answers"

/** Many payments at once, pasted from a spreadsheet: each row is checked before any is recorded. */
export default function BatchPage() {
  const { t } = useWords()
  const batch = useBatch()
  const { text, rows, digits } = batch
  const tooMany = beyondMost(rows)
  const field = useId()
  return (
    <Container className="divide-y overflow-hidden p-0" data-reconciliation="">
      <PaymentStyles />
      <Stylesheet />
      <LeaveGuard unsaved={text.trim() === "" ? 0 : Math.max(rows.length, 1)} />
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Heading level="h1">{t("batch.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("batch.about")}
        </Text>
      </div>
      <SharedFields {...batch.shared} />
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <label htmlFor={field} className="txt-compact-small-plus">
          {t("batch.rows")}
        </label>
        <Textarea
          id={field}
          value={text}
          rows={6}
          readOnly={batch.recording.isSending}
          spellCheck={false}
          aria-describedby={`${field}-how`}
          data-pasted=""
          onChange={({ target }) => batch.type(target.value)}
        />
        <Text id={`${field}-how`} size="xsmall" className="text-ui-fg-subtle">
          {t("batch.how")}
        </Text>
      </div>
      {tooMany !== null && (
        <div role="alert" className="px-6 py-4" data-too-many={tooMany}>
          <Text size="small" className="text-ui-fg-error">
            {t("batch.tooMany", { most: MOST_ROWS, pasted: tooMany })}
          </Text>
        </div>
      )}
      {rows.length > 0 && digits !== undefined && (
        <CheckTable
          rows={rows}
          answers={batch.answers}
          isAsked={tooMany === null}
          currencyCode={batch.currencyCode}
          digits={digits}
          others={batch.others}
          onAnother={({ name }, isAnother) => batch.setAnother({ name, isAnother })}
        />
      )}
      <BatchFailure batch={batch} />
      <BatchFooter batch={batch} />
    </Container>
  )
}

/** What is the same for all rows, the rows as they stand there, and what the server says of each. */
function useBatch() {
  const { t, locale } = useWords()
  const today = useToday()
  const [search] = useSearchParams()
  const [currency, setCurrency] = useState(search.get("currency") ?? "")
  const [method, setMethod] = useState<Method>("cheque")
  const [receivedOn, setReceivedOn] = useState(today)
  const [text, setText] = useState("")
  const currencyCode = currency.trim().toLowerCase()
  const digits = useDigits(currencyCode)
  const rows = useMemo(() => {
    if (digits === undefined) return []
    const as = amountTextOf(locale, { currency_code: currencyCode, digits })
    return pastedRows(text, { method, receivedOn, as })
  }, [text, method, receivedOn, locale, currencyCode, digits])
  const [others, setOthers] = useState<ReadonlySet<string>>(new Set())
  const body = useMemo(() => bodyOfRows(rows, currencyCode, others), [rows, currencyCode, others])
  const { checked, error, retry } = useCheck(body)
  const recording = useBatchRecording((done: RecordedPaymentsView) => {
    toast.success(t("batch.recorded", { count: done.recorded }))
    // What was not recorded is still there to be corrected.
    setText(linesLeft(rows, done))
  })
  const isKnown = digits !== undefined || currencyCode.length < 3
  /** Whatever is changed makes other payments of them; what is being sent stays as it is. */
  const edited =
    <Value,>(change: (value: Value) => void) =>
    (value: Value): void => {
      if (recording.isSending) return
      recording.reset()
      change(value)
    }
  return {
    text,
    type: edited(setText),
    rows,
    others,
    setAnother: edited(({ name, isAnother }: { name: string; isAnother: boolean }) =>
      setOthers((now) => new Set([...[...now].filter((one) => one !== name), ...(isAnother ? [name] : [])])),
    ),
    body,
    checked,
    error,
    retry,
    recording,
    currencyCode,
    digits,
    answers: answersOf(rows, checked),
    shared: {
      currency,
      isKnown,
      method,
      receivedOn,
      today,
      onCurrency: edited(setCurrency),
      onMethod: edited(setMethod),
      onReceivedOn: edited(setReceivedOn),
    },
  }
}

/** Why they were not recorded, or not checked; what was sent is sent again as it was. */
function BatchFailure({ batch: { recording, error, retry } }: { batch: ReturnType<typeof useBatch> }) {
  const { t } = useWords()
  if (!recording.error) return error && <ErrorState error={error} onRetry={retry} />
  return (
    <ErrorState
      error={recording.error}
      title={t(recording.isUnanswered ? "batch.unanswered" : "batch.failed")}
      kept={recording.isUnanswered ? t("batch.once") : undefined}
      onRetry={recording.again}
    />
  )
}

/** How many are left out, and the button that says how many are recorded and what they come to. */
function BatchFooter({ batch }: { batch: ReturnType<typeof useBatch> }) {
  const { t, locale } = useWords()
  const mayManage = useMay("manage")
  const { body, checked, rows, recording, error, currencyCode, digits } = batch
  const count = checked?.recorded ?? 0
  // Where every row can be recorded, all of them are or none: nothing is left out that was not said before.
  const isPart = count < (body?.rows.length ?? 0)
  const { isUnanswered } = recording
  const canSend = (isUnanswered || (count > 0 && !error)) && !recording.isSending
  const send = () => {
    if (!canSend) return
    // Checked now, what was recorded would be left out, which asks for something else: the very same is sent.
    if (isUnanswered) recording.again()
    else if (body) recording.send({ ...body, ...(isPart && { only_valid: true }) })
  }
  const total =
    checked && digits !== undefined ? moneyFormat(locale, currencyCode, digits).amount(checked.amount) : ""
  return (
    <div className="flex flex-wrap items-center justify-end gap-2 px-6 py-4">
      <output className="txt-compact-xsmall text-ui-fg-subtle reconciliation-payment-note">
        {checked && count < rows.length && t("batch.others", { count: rows.length - count })}
      </output>
      <GuardedButton
        right="manage"
        allowed={mayManage}
        variant={mayManage ? "primary" : "secondary"}
        aria-disabled={!canSend}
        aria-busy={recording.isSending}
        data-record-batch=""
        onClick={send}
      >
        {count === 0 ? t("batch.act") : t("batch.actAmount", { count, amount: total })}
      </GuardedButton>
    </div>
  )
}
