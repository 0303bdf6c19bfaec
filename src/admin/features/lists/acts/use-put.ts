import { toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type {
  EditAllocationsBody,
  ListedTransactionView,
  OrderAnswer,
  OrderOfCode,
} from "../../../../types/http"
import { request, type RequestError } from "../../../lib/client"
import { rememberRefusal } from "../../../lib/use-may"
import { useSending } from "../../../lib/use-sent-once"
import { refreshUnreconciled } from "../../../lib/unreconciled"
import { filled } from "../../account/acts/use-line-order"
import { refusalWords } from "../../order/history/refusal-words"
import { useEditAllocations } from "../../order/use-edits"
import { orderKey, orderPath } from "../../order/use-order-reconciliation"
import { useWayBack } from "../../order/use-way-back"
import { useListSpeech } from "../use-list-speech"
import { useBegin } from "./row-acts"

interface Put {
  /** True once it is done. */
  readonly put: () => Promise<boolean>
  readonly isPending: boolean
}

/**
 * Puts money or a credit on the one order that owes exactly as much, at once, with the way back in a message. Where less
 * of it would find room by now, the drawer shows what would happen instead.
 */
export function usePut(one: ListedTransactionView, order: OrderOfCode): Put {
  const speech = useListSpeech()
  const { t, amountOf } = speech
  const client = useQueryClient()
  const begin = useBegin()
  const { mutateAsync: edit } = useEditAllocations(order.id)
  const offerBack = useWayBack(order.id)
  const [isPending, setPending] = useState(false)
  const sending = useSending<EditAllocationsBody>()

  const place = async (itemId: string): Promise<boolean> => {
    const { open, digits } = one
    const read = await client.fetchQuery<OrderAnswer>({
      queryKey: orderKey(order.id),
      queryFn: async ({ signal }) =>
        (await request<{ order: OrderAnswer }>(orderPath(order.id), { signal })).order,
      staleTime: 0,
    })
    const { cells, amount } = filled(read.read ? read : undefined, { itemId, open, digits })
    if (minorUnitsOf(amount, digits) !== minorUnitsOf(open, digits)) {
      begin({ act: "apply", one })
      return false
    }
    const done = await sending.send({ cells, version: read.version }, async (body, key) =>
      edit({ body, key }),
    )
    // Put back and put once more, it is another act.
    sending.forget()
    const said = { amount: amountOf(one)(open), id: order.display_id }
    offerBack(done, (_, isUndone) => ({ title: t(isUndone ? "lists.put.undone" : "lists.put.done", said) }))
    return true
  }
  const put = async (): Promise<boolean> => {
    if (isPending || one.item_id === null) return false
    setPending(true)
    try {
      return await place(one.item_id)
    } catch (failure) {
      const error = failure as RequestError
      rememberRefusal(client, error)
      if (error.status === 409) refreshUnreconciled(client)
      const { text, remedy } = refusalWords(
        { status: error.status, body: error.body, isAct: true },
        "manage",
        speech,
      )
      toast.error(t("lists.put.none", { id: order.display_id }), { description: `${text} ${remedy}` })
      return false
    } finally {
      setPending(false)
    }
  }
  return { put, isPending }
}
