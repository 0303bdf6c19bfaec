import { useQuery, useQueryClient, type UseMutationResult } from "@tanstack/react-query"
import { useCallback, useEffect, useState } from "react"
import type { AllocationsPreview, OrderReconciliation } from "../../../../types/http"
import type { RequestError } from "../../../lib/client"
import { useSending } from "../../../lib/use-sent-once"
import { previewChange, useDeleteAllocations, useUndoChange, type EditedOrder } from "../use-edits"
import { orderKey } from "../use-order-reconciliation"
import { historyKey } from "./use-history"

type Order = Pick<OrderReconciliation, "id" | "version">

/** What every request carries that takes amounts back. */
interface Common {
  version: number
  cascade?: boolean
  reason?: string
}

export interface TakingBack {
  /** What it would do; undefined while that is asked, and when it is refused. */
  preview: AllocationsPreview | undefined
  error: RequestError | null
  /** The order moved on since this was opened; what is shown is what stands now. */
  isMovedOn: boolean
  isSending: boolean
  /** Whether the error is of doing it; else of looking at it. */
  isAct: boolean
  /** Does what was shown, with all that was said to rest on it. */
  send: (reason: string) => void
  /** Sends the very same again where it was sent, else asks anew. */
  retry: () => void
}

/** Undoes a change of an order, or makes again what an undo took back, after a look at what that comes to. */
export function useUndo(order: Order, changeId: string, onDone: (edited: EditedOrder) => void): TakingBack {
  const { mutateAsync, ...sending } = useUndoChange(order.id)
  return useTakingBack(order, {
    name: ["undo", changeId],
    look: (body, signal) =>
      previewChange(order.id, "undo", { body: { ...body, change_id: changeId }, signal }),
    send: async (body, key) =>
      mutateAsync({ body: { ...body, change_id: changeId }, key }, { onSuccess: onDone }),
    sending,
  })
}

/** Takes back what some columns of an order pay on it, all of them when none are named, after a look. */
export function useDeletion(
  order: Order,
  columns: readonly string[] | undefined,
  onDone: (edited: EditedOrder) => void,
): TakingBack {
  const { mutateAsync, ...sending } = useDeleteAllocations(order.id)
  const named = columns && { columns: [...columns] }
  return useTakingBack(order, {
    name: ["deletion", columns],
    look: (body, signal) =>
      previewChange(order.id, "allocations/delete", { body: { ...body, ...named }, signal }),
    send: async (body, key) => mutateAsync({ body: { ...body, ...named }, key }, { onSuccess: onDone }),
    sending,
  })
}

interface Act {
  name: readonly unknown[]
  look: (body: Common, signal: AbortSignal) => Promise<AllocationsPreview>
  send: (body: Common, key: string) => Promise<EditedOrder>
  sending: Pick<UseMutationResult<EditedOrder, RequestError>, "isPending" | "error"> & {
    variables: { body: { version: number } } | undefined
  }
}

/**
 * When the order has moved on it is read again; as soon as whoever shows it has the new version, the preview is made
 * anew, and nothing was done meanwhile.
 */
function useTakingBack({ id, version }: Order, { name, look, send, sending }: Act): TakingBack {
  const [opened] = useState(version)
  const readAgain = useReadAgain(id)
  const once = useSending<Common>()
  const [sent, setSent] = useState<Common | null>(null)
  const asked = useQuery<AllocationsPreview, RequestError>({
    queryKey: ["reconciliation", "preview", id, ...name, version],
    queryFn: ({ signal }) => look({ version }, signal),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })
  const { isPending, variables } = sending
  // What was refused of a version before says nothing of this one; what was not answered may have made this one.
  const refused = once.isOpen() || variables?.body.version === version ? sending.error : null
  const error = refused ?? asked.error
  const isStale = error?.body?.code === "version_stale"
  const preview = isStale ? undefined : asked.data

  useEffect(() => {
    if (isStale) readAgain()
  }, [isStale, readAgain])

  const go = (body: Common): void => {
    if (isPending) return
    setSent(body)
    // What it is refused for stands in the mutation's error.
    once.send(body, send).catch(() => undefined)
  }
  return {
    preview,
    isAct: refused !== null,
    error: isStale ? null : error,
    isMovedOn: isStale || version !== opened,
    isSending: isPending,
    send: (reason) => {
      if (!preview) return
      const body: Common = {
        version: preview.base_version,
        ...(preview.dependants.length > 0 && { cascade: true }),
        ...(reason.trim() !== "" && { reason: reason.trim() }),
      }
      go(body)
    },
    retry: () => (refused && sent ? go(sent) : void asked.refetch()),
  }
}

function useReadAgain(orderId: string): () => void {
  const client = useQueryClient()
  return useCallback(() => {
    void client.invalidateQueries({ queryKey: orderKey(orderId) })
    void client.invalidateQueries({ queryKey: historyKey(orderId) })
  }, [client, orderId])
}
