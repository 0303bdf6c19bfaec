import type { QueryClient } from "@tanstack/react-query"

/** Everything that the admin shows of the ledger is read again: a change of an account changes its orders too. */
export function refreshLedger(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ["reconciliation"] })
}

/** The same after an act; what was previewed is done, and asked again it would be refused while the drawer closes. */
export function refreshAfterAct(client: QueryClient): void {
  void client.invalidateQueries({
    queryKey: ["reconciliation"],
    predicate: ({ queryKey: [, of] }) => of !== "preview",
  })
}
