import { toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type { ListedTransactionView, OrderAnswer, OrderOfCode } from "../../../../types/http"
import { request, type RequestError } from "../../../lib/client"
import { rememberRefusal } from "../../../lib/use-may"
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
  // Sent again after a broken connection, the same is done once.
  const last = useRef({ version: 0, key: "" })

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
    if (last.current.version !== read.version)
      last.current = { version: read.version, key: crypto.randomUUID() }
    const done = await edit({ body: { cells, version: read.version }, key: last.current.key })
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
      const { text, remedy } = refusalWords(error, "manage", speech)
      toast.error(t("lists.put.none", { id: order.display_id }), { description: `${text} ${remedy}` })
      return false
    } finally {
      setPending(false)
    }
  }
  return { put, isPending }
}
