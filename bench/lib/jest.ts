import { spawn } from "node:child_process"
import path from "node:path"
import type { Server } from "./task"

const root = path.join(__dirname, "..", "..")

/** Where the hosts of the integration tests look for PostgreSQL. */
export function onServer(server: Server): Record<string, string> {
  const { hostname, port, username, password } = new URL(server.url)
  return { DB_HOST: hostname, DB_PORT: port, DB_USERNAME: username, DB_PASSWORD: password }
}

/** What jest printed, whether or not its tests passed; the report that a spec leaves says how it went. */
export function runJest(config: string, variables: Readonly<Record<string, string>>): Promise<string> {
  const words = [
    "--experimental-vm-modules",
    "--no-warnings",
    path.join(root, "node_modules", "jest", "bin", "jest.js"),
    "--config",
    config,
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
