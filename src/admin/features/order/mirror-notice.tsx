import { Alert, toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { MirrorView } from "../../../types/http"
import { request, type RequestError } from "../../lib/client"
import { errorWords } from "../../lib/errors"
import { methodLabel } from "../../lib/labels"
import { rememberRefusal, useMay } from "../../lib/use-may"
import { GuardedButton } from "../../ui/no-right"
import { useOrderView } from "./use-order-view"

/** What of the account's money the store's own order does not count, or is still to take back; why, and what to do. */
export function MirrorNotice() {
  const { order, t } = useOrderView()
  if (order.mirrors.length === 0) return null
  return (
    <Alert variant="warning" data-notice="mirrors">
      <strong className="txt-compact-small-plus">{t("mirror.title")}</strong>
      <ul className="mt-1 flex flex-col gap-y-2">
        {order.mirrors.map((mirror) => (
          <Mirror key={mirror.id} mirror={mirror} />
        ))}
      </ul>
    </Alert>
  )
}

function Mirror({ mirror }: { mirror: MirrorView }) {
  const { t, money } = useOrderView()
  const { refusal, payment, method, attempts } = mirror
  const reason = refusal ? refusal.code : attempts > 0 ? "failing" : mirror.state
  const means = method === null ? "" : methodLabel(method, t)
  const values = { amount: money(mirror.amount), payment: `${means} ${payment}`.trim(), count: attempts }
  return (
    <li data-mirror={reason} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
      <span className="min-w-0 break-words">
        {t(`mirror.what.${reason}`, values)}
        <span className="text-ui-fg-subtle block">{t(`mirror.cure.${reason}`)}</span>
      </span>
      <RetryButton id={mirror.id} />
    </li>
  )
}

function RetryButton({ id }: { id: string }) {
  const { t, has } = useOrderView()
  const client = useQueryClient()
  const { mutate, isPending } = useMutation<unknown, RequestError>({
    mutationFn: () => request(`/admin/reconciliation/mirrors/${id}/retry`, { method: "POST" }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["reconciliation"] }),
    onError: (error) => {
      rememberRefusal(client, error)
      const said = error.body && errorWords(error.body, { t, has })
      toast.error(t("mirror.retryFailed"), {
        description: said ? `${said.text} ${said.remedy}` : error.message,
      })
    },
  })
  return (
    <GuardedButton
      right="manage"
      allowed={useMay("manage")}
      aria-disabled={isPending}
      onClick={() => !isPending && mutate()}
    >
      {t("mirror.retry")}
    </GuardedButton>
  )
}
