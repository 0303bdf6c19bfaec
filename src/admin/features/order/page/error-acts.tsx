import { Button, toast, usePrompt } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { OrderDiagnosis, OrderReconciliation, RebuildView } from "../../../../types/http"
import { request, type RequestError } from "../../../lib/client"
import { refreshLedger } from "../../../lib/refresh"
import { useMay } from "../../../lib/use-may"
import { useWords } from "../../../lib/use-words"
import { GuardedButton } from "../../../ui/no-right"
import { Refusal } from "../history/refusal"
import { ReconcileButton } from "../reconcile-button"
import { orderKey, orderPath } from "../use-order-reconciliation"

interface Rebuilt {
  readonly order: OrderReconciliation
  readonly rebuilt: RebuildView
}

/** Asks, with what it would do, and then deletes the order from the books and creates it anew. */
function useRebuild(order: OrderReconciliation) {
  const { t } = useWords()
  const ask = usePrompt()
  const client = useQueryClient()
  const path = `${orderPath(order.id)}/rebuild`
  return useMutation<Rebuilt | null, RequestError>({
    mutationFn: async () => {
      const body = { version: order.version }
      const preview = await request<{ rebuilt: RebuildView }>(`${path}/preview`, { method: "POST", body })
      const { taken_back: taken, posted } = preview.rebuilt
      const isMeant = await ask({
        title: t("checks.rebuild"),
        description: `${t("checks.rebuildText")} ${t("checks.rebuildAsk", { taken, posted })}`,
        confirmText: t("checks.rebuild"),
        cancelText: t("checks.cancel"),
      })
      if (!isMeant) return null
      return request<Rebuilt>(path, { method: "POST", body, idempotencyKey: crypto.randomUUID() })
    },
    onSuccess: (done) => {
      if (!done) return
      client.setQueryData(orderKey(order.id), done.order)
      refreshLedger(client)
      toast.success(t("checks.rebuilt"))
    },
  })
}

/** Copies what whoever supports the store needs to know of the order. */
function useDiagnosis(orderId: string) {
  const { t } = useWords()
  return useMutation<unknown, RequestError>({
    mutationFn: async () => {
      const { diagnosis } = await request<{ diagnosis: OrderDiagnosis }>(`${orderPath(orderId)}/diagnosis`)
      await navigator.clipboard.writeText(JSON.stringify(diagnosis, null, 2))
    },
    onSuccess: () => {
      toast.success(t("checks.copied"))
    },
  })
}

/** Of an order in error: it is read again, deleted and created anew from the shop's rows, or its diagnosis is copied for support. */
export function ErrorActs({ order }: { order: OrderReconciliation }) {
  const { t } = useWords()
  const mayDelete = useMay("delete")
  const rebuild = useRebuild(order)
  const copy = useDiagnosis(order.id)
  if (order.state !== "error") return null
  const error = rebuild.error ?? copy.error
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4" data-error-acts="">
      <div className="flex flex-wrap gap-2">
        <ReconcileButton orderId={order.id} label={t("checks.again")} />
        <GuardedButton
          right="delete"
          allowed={mayDelete}
          isLoading={rebuild.isPending}
          onClick={() => rebuild.mutate()}
        >
          {t("checks.rebuild")}
        </GuardedButton>
        <Button
          size="small"
          variant="secondary"
          type="button"
          isLoading={copy.isPending}
          onClick={() => copy.mutate()}
        >
          {t("checks.copy")}
        </Button>
      </div>
      {error && <Refusal error={error} right="delete" onRetry={() => rebuild.mutate()} />}
    </div>
  )
}
