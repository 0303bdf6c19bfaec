import { sweep } from "../../src/workflows/sweep/sweep"
import { ledgerOf } from "../../src/workflows/ledger-of"
import type { Host } from "./host"

/** Sweeps as the host's job does, when so many minutes have gone by since now. */
export async function sweepAfter(host: Host, minutes: number): Promise<{ read: number; changed: number }> {
  const memory = ledgerOf(host.container()).sweep
  const read = memory.readWatermark.bind(memory)
  memory.readWatermark = async () => {
    const { at, now } = await read()
    return { at, now: new Date(Date.parse(now) + minutes * 60_000).toISOString() }
  }
  try {
    return await sweep(host.container())
  } finally {
    Reflect.deleteProperty(memory, "readWatermark")
  }
}
