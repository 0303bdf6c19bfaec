import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useMemo, useState, useSyncExternalStore } from "react"
import type { OrderAnswer, OrderReconciliation } from "../../../../types/http"
import { request } from "../../../lib/client"
import { stateWords } from "../../../lib/state-words"
import { amountTextOf } from "../../../lib/amount-text-of"
import type { GridTerms } from "../grid/grid-view"
import { useLabels } from "../grid/use-labels"
import { useEditAllocations, type EditedOrder } from "../use-edits"
import { orderKey, orderPath } from "../use-order-reconciliation"
import { useOrderView } from "../use-order-view"
import { useWayBack } from "../use-way-back"
import { Desk, type DeskApi, type DeskState } from "./desk"
import { useToday } from "../../../lib/use-today"

/** The desk of an order: made once, told of every version that comes. */
export function useDesk(order: OrderReconciliation, canEdit: boolean): { desk: Desk; state: DeskState } {
  const { locale } = useOrderView()
  const labels = useLabels()
  const today = useToday()
  const api = useDeskApi(order.id)
  const terms = useMemo<GridTerms>(
    () => ({
      order,
      as: amountTextOf(locale, order),
      today,
      canEdit,
      titleOf: labels.column,
    }),
    [order, locale, canEdit, labels, today],
  )
  const tell = useTelling(order.id)
  const [desk] = useState(() => new Desk(terms, api, tell))
  useEffect(() => desk.arrive(terms), [desk, terms])
  return { desk, state: useSyncExternalStore(desk.subscribe, desk.read) }
}

function useDeskApi(orderId: string): DeskApi {
  const client = useQueryClient()
  const { mutateAsync: save } = useEditAllocations(orderId)
  return {
    save: async (body) => save({ body }),
    read: async () => {
      const { order } = await request<{ order: OrderAnswer }>(orderPath(orderId))
      client.setQueryData(orderKey(orderId), order)
      return order
    },
  }
}

/** Says what was saved, with the way back. */
function useTelling(orderId: string): (done: EditedOrder) => void {
  const { t, amount } = useOrderView()
  const offerBack = useWayBack(orderId)
  return (saved) =>
    offerBack(saved, ({ order, edit }, isUndone) => ({
      title: t(isUndone ? "grid.save.undone" : "grid.save.saved", {
        id: order.display_id,
        state: stateWords(order.state, order.plan && amount(order.plan.not_covered), t),
      }),
      description: isUndone
        ? t("grid.save.counter")
        : t("grid.save.entry", {
            count: edit.allocated.length + edit.released.length,
            entry: edit.change_id ?? "",
          }),
    }))
}
