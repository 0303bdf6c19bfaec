import { createContext, useContext, useMemo } from "react"
import type { OrderReconciliation } from "../../../types/http"
import { moneyFormat, type MoneyFormat } from "../../lib/money"
import { useWords, type Words } from "../../lib/use-words"

/** What every part of the card needs: the answer, the words and how this order's money is written. */
export interface OrderView extends Words, MoneyFormat {
  order: OrderReconciliation
}

const OrderViewContext = createContext<OrderView | null>(null)

export const OrderViewProvider = OrderViewContext.Provider

/** The view to provide, null until the order has been read. */
export function useNewOrderView(order: OrderReconciliation | undefined): OrderView | null {
  const words = useWords()
  return useMemo(
    () =>
      order ? { order, ...words, ...moneyFormat(words.locale, order.currency_code, order.digits) } : null,
    [order, words],
  )
}

export function useOrderView(): OrderView {
  const view = useContext(OrderViewContext)
  if (!view) {
    throw new Error("useOrderView is used outside OrderViewProvider")
  }
  return view
}
