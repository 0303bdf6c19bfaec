import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import type { Server } from "./task"

const root = path.join(__dirname, "..", "..")

/** Where an on-host.spec.ts writes what it found. */
export const REPORT = "PROOF_REPORT"

/**
 * Runs a proof's on-host.spec.ts, in which one real host is booted as the integration tests boot it, and gives what
 * it reported.
 */
export async function runOnHost<Report>(
  server: Server,
  proof: string,
  variables: Readonly<Record<string, string>>,
): Promise<Report> {
  const folder = mkdtempSync(path.join(tmpdir(), "reconciliation-proof-"))
  const report = path.join(folder, "report.json")
  const { hostname, port, username, password } = new URL(server.url)
  try {
    const output = await runJest(proof, {
      DB_HOST: hostname,
      DB_PORT: port,
      DB_USERNAME: username,
      DB_PASSWORD: password,
      [REPORT]: report,
      ...variables,
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

function runJest(proof: string, variables: Readonly<Record<string, string>>): Promise<string> {
  const words = [
    "--experimental-vm-modules",
    "--no-warnings",
    path.join(root, "node_modules", "jest", "bin", "jest.js"),
    "--config",
    path.join(__dirname, "on-host.config.cjs"),
    "--rootDir",
    root,
    "--runInBand",
    "--forceExit",
    `bench/${proof}/`,
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
