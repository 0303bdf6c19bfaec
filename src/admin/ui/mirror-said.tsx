import { toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { MirrorView } from "../../types/http"
import { request, type RequestError } from "../lib/client"
import { errorWords } from "../lib/errors"
import { methodLabel } from "../lib/labels"
import { moneyFormat } from "../lib/money"
import { rememberRefusal, useMay } from "../lib/use-may"
import { useWords } from "../lib/use-words"
import { GuardedButton } from "./no-right"

/** Why the store does not count it: the refusal's code, or how far it has come. */
export const mirrorReason = ({ refusal, attempts, state }: MirrorView): string =>
  refusal ? refusal.code : attempts > 0 ? "failing" : state

/** What of which money the store's order does not count, and what to do. */
export function MirrorSaid({ mirror }: { mirror: MirrorView }) {
  const { t, locale } = useWords()
  const { payment, method, attempts, amount, currency_code: currency, digits } = mirror
  const reason = mirrorReason(mirror)
  const means = method === null ? "" : methodLabel(method, t)
  const { money } = moneyFormat(locale, currency, digits)
  const values = { amount: money(amount), payment: `${means} ${payment}`.trim(), count: attempts }
  return (
    <>
      {t(`mirror.what.${reason}`, values)}
      <span className="text-ui-fg-subtle block">{t(`mirror.cure.${reason}`)}</span>
    </>
  )
}

/** Tells the store once more, now. */
export function RetryButton({ id, named }: { id: string; named?: string }) {
  const { t, has } = useWords()
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
      aria-label={named}
      aria-disabled={isPending}
      data-retry=""
      onClick={() => !isPending && mutate()}
    >
      {t("mirror.retry")}
    </GuardedButton>
  )
}
