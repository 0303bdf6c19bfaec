import type { QueryClient } from "@tanstack/react-query"

/** Under it all totals of what is unreconciled are kept. */
export const totalsKey = ["reconciliation", "totals"] as const

/** Lists of transactions of all accounts. */
export const listKey = ["reconciliation", "list"] as const

/** What is unreconciled is read again where it is shown: an order has changed. */
export function refreshUnreconciled(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: listKey })
  void client.invalidateQueries({ queryKey: totalsKey })
}
