import { ExclamationCircle } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import type { Right } from "../../../types/rights"
import { errorWords } from "../../lib/errors"
import type { RequestError } from "../../lib/client"
import type { ListedOrder } from "./listed"
import type { PaymentSpeech } from "./speech"

interface PreviewErrorProps {
  error: RequestError | null
  /** Whether nobody knows if it was recorded. */
  isUnanswered: boolean
  orders: readonly ListedOrder[]
  speech: PaymentSpeech
  onRetry: () => void
}

/** Why this cannot be recorded as it stands, with its code and the way out; what was typed stays. */
export function PreviewError({ error, isUnanswered, orders, speech, onRetry }: PreviewErrorProps) {
  if (!error) return null
  const { body } = error
  if (!body || body.code === "right_missing" || isUnanswered)
    return <Unanswered error={error} isUnanswered={isUnanswered} speech={speech} onRetry={onRetry} />
  const { t, serverLang } = speech
  const said = errorWords(body, speech)
  const lang = said.ofServer ? serverLang : undefined
  const order = orders.find(({ id }) => id === body.ids["order_id"])
  return (
    <div
      role="alert"
      className="border-ui-border-base flex items-start gap-x-2 border-t px-6 py-3"
      data-refusal={body.code}
    >
      <span aria-hidden className="text-ui-tag-red-icon mt-1 shrink-0">
        <ExclamationCircle />
      </span>
      <div className="flex min-w-0 flex-col gap-y-1">
        <Text size="small" weight="plus" lang={lang} className="break-words">
          {order && `${t("payment.order", { id: order.display_id })}: `}
          {said.text}
        </Text>
        <Text size="small" lang={lang} className="text-ui-fg-subtle break-words">
          {said.remedy}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("errors.code")} <code>{body.code}</code>
        </Text>
      </div>
    </div>
  )
}

/** Of a payment that gives up a rest, the right to write off may be what lacks. */
const lackingOf = ({ body }: RequestError, { has }: Pick<PaymentSpeech, "has">): Right =>
  has(`rights.${body?.ids["right"]}`) ? (body?.ids["right"] as Right) : "manage"

/** No answer of ours: the way is broken, or it is not for this reader. */
function Unanswered({
  error,
  isUnanswered,
  speech,
  onRetry,
}: Omit<PreviewErrorProps, "orders" | "error"> & { error: RequestError }) {
  const { t } = speech
  const isForbidden = error.status === 401 || error.status === 403
  const key = isUnanswered ? "payment.unanswered" : `errors.${error.status === null ? "network" : "server"}`
  return (
    <div
      role="alert"
      className="border-ui-border-base flex flex-col items-start gap-y-1 border-t px-6 py-3"
      data-refusal={error.body?.code ?? "network"}
    >
      <Text size="small" weight="plus">
        {isForbidden
          ? t("noRight.change", { right: t(`rights.${lackingOf(error, speech)}`) })
          : t(`${key}.title`)}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t(isForbidden ? "noRight.ask" : `${key}.remedy`)}
      </Text>
      {!isForbidden && (
        <Button size="small" variant="secondary" type="button" onClick={onRetry}>
          {t("errors.retry")}
        </Button>
      )}
    </div>
  )
}
