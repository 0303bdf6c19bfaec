import { Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import type { RefundablePaymentView } from "../../../../types/http"
import { request, type RequestError } from "../../../lib/client"
import { meansLabel } from "../../../lib/labels"
import { DrawerPart } from "../../account/acts/act-drawer"
import { Choice, Field } from "../../account/acts/fields"
import { useOrderView } from "../../order/use-order-view"
import type { RefundDraft, RefundReading } from "./draft"

interface RefundFieldsProps {
  draft: RefundDraft
  payments: readonly RefundablePaymentView[]
  reading: RefundReading
  onChange: (change: Partial<RefundDraft>) => void
}

/** As the server takes it. */
const LONGEST_NOTE = 500

/** Which payment is paid back, and why. */
export function RefundFields({ draft, payments, reading, onChange }: RefundFieldsProps) {
  const { t, amount, dayInSentence: day, locale } = useOrderView()
  const reasons = useReasons()
  const named = ({ refundable, captured, occurred_on: on, ...one }: RefundablePaymentView): string =>
    t("orderActs.refund.payment", {
      means: meansLabel({ ...one, detail: null }, t) ?? t("kinds.payment"),
      date: day(on),
      left: amount(refundable),
      of: amount(captured),
    })
  const paidBy = reading.paidBy.map((one) =>
    t("names.dated", { what: meansLabel(one, t) ?? t(`kinds.${one.kind}`), date: day(one.occurred_on) }),
  )
  return (
    <DrawerPart title={t("orderActs.refund.the")}>
      <div className="reconciliation-pair">
        <div className="flex min-w-0 flex-col gap-y-1" data-through="">
          <Choice
            label={t("orderActs.refund.through")}
            value={reading.payment?.payment_id ?? ""}
            onChange={(paymentId) => onChange({ paymentId })}
            choices={payments.map((one) => [one.payment_id, named(one)])}
          />
          <Text
            size="xsmall"
            aria-live="polite"
            className={reading.isBeyondPayment ? "text-ui-tag-red-text" : "text-ui-fg-subtle"}
          >
            {reading.isBeyondPayment && reading.payment
              ? t("orderActs.refund.tooMuchOfPayment", { amount: amount(reading.payment.refundable) })
              : paidBy.length > 0
                ? t("orderActs.refund.paidBy", {
                    money: new Intl.ListFormat(locale, { type: "conjunction" }).format(paidBy),
                  })
                : draft.paymentId === null && t("orderActs.refund.newestFirst")}
          </Text>
        </div>
        {reasons.length > 0 && (
          <Choice
            label={t("orderActs.refund.reason")}
            value={draft.reasonId}
            onChange={(reasonId) => onChange({ reasonId })}
            choices={[
              ["", t("orderActs.refund.noReason")],
              ...reasons.map(({ id, label }) => [id, label] as const),
            ]}
          />
        )}
      </div>
      <Field
        label={t("orderActs.refund.note")}
        value={draft.note}
        onChange={(note) => onChange({ note })}
        maxLength={LONGEST_NOTE}
        hint={t("orderActs.refund.noteHint")}
      />
    </DrawerPart>
  )
}

interface Reason {
  readonly id: string
  readonly label: string
}

/** The store's own reasons; none for who may not see them. */
function useReasons(): readonly Reason[] {
  const { data = [] } = useQuery<Reason[], RequestError>({
    queryKey: ["reconciliation", "refund reasons"],
    queryFn: async ({ signal }) =>
      (await request<{ refund_reasons: Reason[] }>("/admin/refund-reasons?limit=100", { signal }))
        .refund_reasons,
    staleTime: 60_000,
    retry: false,
  })
  return data
}
