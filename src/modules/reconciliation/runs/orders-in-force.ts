import { accountBusy } from "../ledger/database"
import type { HostOrders } from "./types"

/** So often orders are read of which the settings are changed before they are posted. */
const READS = 3

/** Whether orders were told by these settings. Asked within a transaction, which keeps those in force until it ends. */
export function areToldBy(version: string, { histories }: HostOrders): boolean {
  return histories.every(({ settings }) => settings === undefined || settings === version)
}

/**
 * Reads orders of the host with no transaction open, for the host reads by connections of its own, of the same pool, and does
 * in one what is to be done with them.
 *
 * @param act gives undefined, and does nothing, where they were told by settings that are in force no longer
 * @throws account_busy where the settings are changed faster than orders are read
 */
export async function withOrders<Result>(
  read: () => Promise<HostOrders>,
  act: (orders: HostOrders) => Promise<Result | undefined>,
): Promise<Result> {
  for (let reads = 1; ; reads += 1) {
    // oxlint-disable-next-line no-await-in-loop -- another read follows only where the settings were changed after this one
    const result = await act(await read())
    if (result !== undefined) return result
    if (reads === READS) throw accountBusy()
  }
}
