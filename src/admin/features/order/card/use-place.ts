import { useQueryClient } from "@tanstack/react-query"
import { useMemo, useRef } from "react"
import type { RequestError } from "../../../lib/client"
import { rememberRefusal } from "../../../lib/use-may"
import type { PlaceStep } from "../next-step"
import { placedWords } from "../step-words"
import { useEditAllocations } from "../use-edits"
import { orderKey } from "../use-order-reconciliation"
import { useOrderView } from "../use-order-view"
import { useWayBack } from "../use-way-back"

interface Place {
  readonly place: (step: PlaceStep) => Promise<boolean>
  readonly isPending: boolean
  /** Why nothing was placed. */
  readonly error: RequestError | null
}

/** Places what a step says, at once, with the way back in a message: undo, and then redo. */
export function usePlace(): Place {
  const { order, t, amount } = useOrderView()
  const { version } = order
  const client = useQueryClient()
  const { mutateAsync: edit, isPending, error, reset } = useEditAllocations(order.id)
  const offerBack = useWayBack(order.id)
  // Sent again after a broken connection, the same is done once.
  const key = useMemo(() => `${order.id} ${version} ${crypto.randomUUID()}`, [order.id, version])
  const isBusy = useRef(false)
  const place = async (step: PlaceStep): Promise<boolean> => {
    if (isBusy.current) return false
    isBusy.current = true
    reset()
    try {
      const done = await edit({ body: { cells: [...step.cells], version }, key })
      if (done.edit.change_id !== null)
        offerBack(done, (_, isUndone) => ({
          title: isUndone
            ? t("card.undone", { amount: amount(step.amount) })
            : placedWords(step, { t, amount }),
        }))
      return true
    } catch (failure) {
      rememberRefusal(client, failure as RequestError)
      if ((failure as RequestError).status === 409)
        await client.invalidateQueries({ queryKey: orderKey(order.id) })
      return false
    } finally {
      isBusy.current = false
    }
  }
  return { place, isPending, error }
}
