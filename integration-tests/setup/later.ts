import { sweep } from "../../src/workflows/sweep/sweep"
import { ledgerOf } from "../../src/workflows/ledger-of"
import type { Host } from "./host"

/** Sweeps as the host's job does, when so many minutes have gone by since now. */
export async function sweepAfter(host: Host, minutes: number): Promise<{ read: number; changed: number }> {
  const ledger = ledgerOf(host.container())
  const read = ledger.readWatermark.bind(ledger)
  ledger.readWatermark = async () => {
    const { at, now } = await read()
    return { at, now: new Date(Date.parse(now) + minutes * 60_000).toISOString() }
  }
  try {
    return await sweep(host.container())
  } finally {
    Reflect.deleteProperty(ledger, "readWatermark")
  }
}
