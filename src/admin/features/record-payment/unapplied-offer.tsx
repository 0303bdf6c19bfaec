import { InformationCircle } from "@medusajs/icons"
import { Text, toast } from "@medusajs/ui"
import type { OrderReconciliation } from "../../../types/http"
import { errorWords } from "../../lib/errors"
import { isZero, moneyFormat } from "../../lib/money"
import { useWords } from "../../lib/use-words"
import { GuardedButton } from "../../ui/no-right"
import { useOffer } from "./use-applying"

/** Offers what lies unapplied on the customer's account to an order that owes something; nothing is applied by itself. */
export default function UnappliedOffer({
  order,
  mayManage,
}: {
  order: OrderReconciliation
  mayManage: boolean
}) {
  const { t, has, locale } = useWords()
  const { amount } = moneyFormat(locale, order.currency_code, order.digits)
  const offer = useOffer(
    order,
    ({ unapplied_used: used }) => toast.success(t("unapplied.applied", { amount: amount(used) })),
    ({ body, message }) => {
      const said = body && errorWords(body, { t, has })
      toast.error(said?.text ?? message, { description: said?.remedy ?? "" })
    },
  )
  if (!offer) return null
  const { lies, takes, isSending, apply } = offer
  const takesNothing = takes !== null && isZero(takes)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-6 py-3" data-offer={lies}>
      <span aria-hidden className="text-ui-fg-subtle shrink-0">
        <InformationCircle />
      </span>
      <Text size="small" className="min-w-0 flex-1 break-words">
        {order.customer
          ? t("unapplied.lies", { amount: amount(lies), name: order.customer.name })
          : t("unapplied.liesNobody", { amount: amount(lies) })}
        {takesNothing && ` ${t("unapplied.nothing")}`}
      </Text>
      {!takesNothing && (
        <GuardedButton
          right="manage"
          allowed={mayManage}
          aria-disabled={takes === null || isSending}
          aria-busy={takes === null || isSending}
          onClick={apply}
        >
          {takes === null ? t("unapplied.looking") : t("unapplied.apply", { amount: amount(takes) })}
        </GuardedButton>
      )}
    </div>
  )
}
