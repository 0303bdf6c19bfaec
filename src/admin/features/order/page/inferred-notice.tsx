import { Alert } from "@medusajs/ui"
import { useState } from "react"
import type { OrderReconciliation } from "../../../../types/http"
import { useWords } from "../../../lib/use-words"
import { GuardedButton } from "../../../ui/no-right"
import { Refusal } from "../history/refusal"
import { useConfirmOrder } from "../use-edits"

/** Says that amounts were inferred when the order was brought in, until a person has looked and says so. */
export function InferredNotice({ order, canEdit }: { order: OrderReconciliation; canEdit: boolean }) {
  const { t } = useWords()
  const { mutate, isPending, error } = useConfirmOrder(order.id)
  const { version } = order
  // Of one version it is confirmed once, however often that is sent.
  const [keys] = useState(() => new Map<number, string>())
  const confirm = () => {
    const key = keys.get(version) ?? crypto.randomUUID()
    keys.set(version, key)
    mutate({ body: { version }, key })
  }
  if (order.inferred === 0) return null
  return (
    <div className="px-6 py-4" data-inferred={order.inferred}>
      <Alert variant="info">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <span>{t("page.inferredWhy", { count: order.inferred })}</span>
          <GuardedButton right="manage" allowed={canEdit} isLoading={isPending} onClick={confirm}>
            {t("page.confirm")}
          </GuardedButton>
        </div>
        {error && <Refusal error={error} right="manage" isAct onRetry={confirm} />}
      </Alert>
    </div>
  )
}
