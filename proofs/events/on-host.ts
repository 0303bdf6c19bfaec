import type { Server } from "../../bench/lib/task"
import { runOnHost } from "../../bench/lib/on-host"

/** What a real host's histories came to. */
export interface HostReport {
  readonly histories: number
  /** Those that the host itself noted alike in both runs. */
  readonly compared: number
  readonly actions: number
  readonly events: number
  readonly dropped: number
  readonly doubled: number
  readonly swept: number
  /** Histories that differ from the clean run before the sweep, and after it with the first rows that do. */
  readonly unswept: number
  readonly different: readonly string[]
}

/** Boots one real host and lets histories happen in it; see on-host.spec.ts. */
export async function liveOnHost(server: Server, histories: number): Promise<HostReport> {
  return runOnHost<HostReport>(server, __dirname, { EVENTS_HISTORIES: String(histories) })
}
