/** The part of the host's event bus that the ledger uses. */
interface EventBus {
  emit: (events: { readonly name: string; readonly data: unknown }[]) => Promise<void>
}

/** What the host's container gives a module besides its database; tests without a host give none of it. */
export interface HostEvents {
  readonly event_bus?: EventBus
}

/** Says of an order that the mirror of its money is to be brought up to the ledger. */
export const MIRRORS_WANTED = "reconciliation.mirrors_wanted"

/**
 * Each order that is told begins a workflow of the host at once. A chunk of a run may touch thousands: those are left to the
 * job, which takes them one after the other.
 */
const MOST_AT_ONCE = 50

/**
 * Tells the host's bus of orders once a change is committed. What the bus loses, a job finds: so it is no failure of the
 * change that the bus cannot be told.
 */
export function wantedBy(container: HostEvents): (orderIds: readonly string[]) => void {
  const bus = Object.keys(container).includes("event_bus") ? container.event_bus : undefined
  return (orderIds) => {
    if (orderIds.length > MOST_AT_ONCE) return
    const events = orderIds.map((id) => ({ name: MIRRORS_WANTED, data: { order_id: id } }))
    void bus?.emit(events).catch(() => undefined)
  }
}
