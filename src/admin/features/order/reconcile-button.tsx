import { ArrowPath } from "@medusajs/icons"
import { clx, toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import type { RequestError } from "../../lib/client"
import { errorWords } from "../../lib/errors"
import { wishLateWords } from "../../lib/late"
import { rememberRefusal, useMay } from "../../lib/use-may"
import { useWords } from "../../lib/use-words"
import { GuardedButton } from "../../ui/no-right"
import { useReconcileOrder } from "./use-order-reconciliation"

interface ReconcileButtonProps {
  orderId: string
  className?: string
  /** What it says where the order is known to be read already. */
  label?: string
}

/** Has the server read the order again and allocate what can be, and says how it went. */
export function ReconcileButton({ orderId, className, label }: ReconcileButtonProps) {
  const { t, has } = useWords()
  const client = useQueryClient()
  const { mutate, isPending } = useReconcileOrder(orderId)
  const explain = async ({ body, message }: RequestError) => {
    if (body) await wishLateWords()
    const said = body && errorWords(body, { t, has })
    toast.error(t("reconcile.failed"), { description: said ? `${said.text} ${said.remedy}` : message })
  }
  const reconcile = () =>
    mutate(undefined, {
      onSuccess: () => toast.success(t("reconcile.done")),
      onError: (error) => {
        rememberRefusal(client, error)
        void explain(error)
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
      {isPending ? t("reconcile.pending") : (label ?? t("reconcile.action"))}
    </GuardedButton>
  )
}
