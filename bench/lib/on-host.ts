import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { onServer, runJest } from "./jest"
import type { Server } from "./task"

/** Names the file in which an on-host.spec.ts writes what it found. */
export const REPORT = "PROOF_REPORT"

/**
 * Runs the on-host.spec.ts of a proof's folder, in which one real host is booted as the integration tests boot it, and
 * gives what it reported.
 */
export async function runOnHost<Report>(
  server: Server,
  proof: string,
  variables: Readonly<Record<string, string>>,
): Promise<Report> {
  const folder = mkdtempSync(path.join(tmpdir(), "reconciliation-proof-"))
  const report = path.join(folder, "report.json")
  try {
    const output = await runJest(path.join(proof, "jest.config.cjs"), {
      ...onServer(server),
      ...variables,
      [REPORT]: report,
    })
    try {
      return JSON.parse(readFileSync(report, "utf8")) as Report
    } catch {
      throw new Error(`the host's part ended without a report:\n${output.slice(-4_000)}`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
