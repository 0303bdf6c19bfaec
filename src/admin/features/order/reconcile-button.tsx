import { ArrowPath } from "@medusajs/icons"
import { clx, toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { errorWords } from "../../lib/errors"
import { rememberRefusal, useMay } from "../../lib/use-may"
import { useWords } from "../../lib/use-words"
import { GuardedButton } from "../../ui/no-right"
import { useReconcileOrder } from "./use-order-reconciliation"

/** Has the server read the order again and allocate what can be, and says how it went. */
export function ReconcileButton({ orderId, className }: { orderId: string; className?: string }) {
  const { t, has } = useWords()
  const client = useQueryClient()
  const { mutate, isPending } = useReconcileOrder(orderId)
  const reconcile = () =>
    mutate(undefined, {
      onSuccess: () => toast.success(t("reconcile.done")),
      onError: (error) => {
        rememberRefusal(client, error)
        const said = error.body && errorWords(error.body, { t, has })
        toast.error(t("reconcile.failed"), {
          description: said ? `${said.text} ${said.remedy}` : error.message,
        })
      },
    })
  // Not `disabled` while it runs: a disabled button would lose the keyboard focus.
  return (
    <GuardedButton
      right="run"
      allowed={useMay("run")}
      aria-disabled={isPending}
      className={className}
      onClick={() => !isPending && reconcile()}
    >
      <ArrowPath aria-hidden className={clx(isPending && "reconciliation-spin")} />
      {t(isPending ? "reconcile.pending" : "reconcile.action")}
    </GuardedButton>
  )
}
