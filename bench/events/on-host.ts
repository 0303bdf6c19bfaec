import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
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

const root = path.join(__dirname, "..", "..")

/** Boots one real host, as the integration tests do, and lets histories happen in it; see on-host.spec.ts. */
export async function runOnHost(server: Server, histories: number): Promise<HostReport> {
  const folder = mkdtempSync(path.join(tmpdir(), "reconciliation-events-"))
  const report = path.join(folder, "report.json")
  const { hostname, port, username, password } = new URL(server.url)
  try {
    const output = await runJest({
      DB_HOST: hostname,
      DB_PORT: port,
      DB_USERNAME: username,
      DB_PASSWORD: password,
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

function runJest(variables: Readonly<Record<string, string>>): Promise<string> {
  const words = [
    "--experimental-vm-modules",
    "--no-warnings",
    path.join(root, "node_modules", "jest", "bin", "jest.js"),
    "--config",
    path.join(__dirname, "jest.config.cjs"),
    "--rootDir",
    root,
    "--runInBand",
    "--forceExit",
  ]
  const env = {
    ...process.env,
    NODE_ENV: "test",
    LOG_LEVEL: "error",
    MEDUSA_DISABLE_TELEMETRY: "1",
    ...variables,
  }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] })
    let output = ""
    for (const pipe of [child.stdout, child.stderr])
      pipe.on("data", (chunk: Buffer) => (output += chunk.toString()))
    child.once("error", reject)
    child.once("close", () => resolve(output))
  })
}
