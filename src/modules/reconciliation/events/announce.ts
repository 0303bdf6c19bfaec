import type { HostEvents } from "../mirrors/announce"

/** Says of orders, by the ledger's numbers, that a change may have moved their state. */
export const STATES_MOVED = "reconciliation.states_moved"

/**
 * Tells the host's bus of the orders that a change touched, once it is committed. What the bus loses, the sweep finds: so it
 * is no failure of the change that the bus cannot be told.
 */
export function movedBy(container: HostEvents): (documentIds: readonly bigint[]) => void {
  const bus = Object.keys(container).includes("event_bus") ? container.event_bus : undefined
  return (documentIds) => {
    const data = { document_ids: documentIds.map(String) }
    void bus?.emit([{ name: STATES_MOVED, data }]).catch(() => undefined)
  }
}
