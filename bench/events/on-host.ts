import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { onServer, runJest } from "../lib/jest"
import type { Server } from "../lib/task"

/** What a real host's histories came to. */
export interface HostReport {
  readonly histories: number
  readonly actions: number
  readonly events: number
  readonly dropped: number
  readonly doubled: number
  readonly swept: number
  /** Histories that differ from the clean run before the sweep, and after it with the first rows that do. */
  readonly unswept: number
  readonly different: readonly string[]
}

/** Boots one real host, as the integration tests do, and lets histories happen in it; see on-host.spec.ts. */
export async function runOnHost(server: Server, histories: number): Promise<HostReport> {
  const folder = mkdtempSync(path.join(tmpdir(), "reconciliation-events-"))
  const report = path.join(folder, "report.json")
  try {
    const output = await runJest(path.join(__dirname, "jest.config.cjs"), {
      ...onServer(server),
      EVENTS_HISTORIES: String(histories),
      EVENTS_REPORT: report,
    })
    try {
      return JSON.parse(readFileSync(report, "utf8")) as HostReport
    } catch {
      throw new Error(`the host's part ended without a report:\n${output.slice(-4_000)}`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
