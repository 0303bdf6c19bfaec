import { useMutation, useQueryClient } from "@tanstack/react-query"
import type {
  AllocationsChangeView,
  AllocationsPreview,
  DeleteAllocationsBody,
  EditAllocationsBody,
  OrderReconciliation,
  UndoChangeBody,
} from "../../../types/http"
import { request, type RequestError } from "../../lib/client"
import { refreshUnreconciled } from "../../lib/unreconciled"
import { orderKey, orderPath } from "./use-order-reconciliation"

/** What a change of an order's allocations is answered. */
export interface EditedOrder {
  edit: AllocationsChangeView
  order: OrderReconciliation
}

interface Bodies {
  allocations: EditAllocationsBody
  "allocations/delete": DeleteAllocationsBody
  undo: UndoChangeBody
  /** The version that the person has seen. */
  confirm: { version: number }
}

/** A change to make: its key is made once, so that sending it again after a broken connection does it once. */
interface Sent<Path extends keyof Bodies> {
  body: Bodies[Path]
  key?: string
}

/** Changes an order's allocations; what is answered takes the place of what was read. */
function useChange<Path extends keyof Bodies>(orderId: string, path: Path) {
  const client = useQueryClient()
  return useMutation<EditedOrder, RequestError, Sent<Path>>({
    mutationFn: async ({ body, key = crypto.randomUUID() }) =>
      request<EditedOrder>(`${orderPath(orderId)}/${path}`, { method: "POST", body, idempotencyKey: key }),
    onSuccess: ({ order }) => {
      client.setQueryData(orderKey(orderId), order)
      void client.invalidateQueries({ queryKey: ["reconciliation", "history", orderId] })
      // What lies unapplied on its account, which the page offers, is another amount now.
      void client.invalidateQueries({
        queryKey: ["reconciliation", "account that is paid", order.account_id],
      })
      refreshUnreconciled(client)
    },
  })
}

export const useEditAllocations = (orderId: string) => useChange(orderId, "allocations")
export const useDeleteAllocations = (orderId: string) => useChange(orderId, "allocations/delete")
export const useConfirmOrder = (orderId: string) => useChange(orderId, "confirm")
export const useUndoChange = (orderId: string) => useChange(orderId, "undo")

/** What a change would do; nothing is changed. */
export async function previewChange<Path extends keyof Bodies>(
  orderId: string,
  path: Path,
  { body, signal }: { body: Bodies[Path]; signal?: AbortSignal },
): Promise<AllocationsPreview> {
  const asked = await request<{ preview: AllocationsPreview }>(`${orderPath(orderId)}/${path}/preview`, {
    method: "POST",
    body,
    ...(signal && { signal }),
  })
  return asked.preview
}
