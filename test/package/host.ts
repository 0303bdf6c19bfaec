import { spawn, type ChildProcess } from "node:child_process"
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { Client } from "pg"

const root = path.resolve(__dirname, "..", "..")

/** A store of its own, outside this checkout, that has the plugin from the packed tarball as a shop would. */
export interface PackedHost {
  folder: string
  run: (command: string, ...words: string[]) => Promise<string>
  start: () => Promise<string>
  remove: () => Promise<void>
}

interface Manifest {
  version: string
  devDependencies: Record<string, string>
}

const config = (databaseUrl: string) => `
const { defineConfig } = require("@medusajs/framework/utils")
const everywhere = "http://localhost"
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: ${JSON.stringify(databaseUrl)},
    http: { storeCors: everywhere, adminCors: everywhere, authCors: everywhere, jwtSecret: "test", cookieSecret: "test" },
  },
  admin: { disable: true },
  plugins: [{ resolve: "medusa-plugin-reconciliation", options: {} }],
})
`

export async function createPackedHost(): Promise<PackedHost> {
  const packed = (await execute(root, process.execPath, ["scripts/pack.mjs"])).trim().split("\n").at(-1) ?? ""
  const folder = mkdtempSync(path.join(tmpdir(), "reconciliation-host-"))
  const run = async (command: string, ...words: string[]) => await execute(folder, command, words)
  cpSync(packed, path.join(folder, "plugin.tgz"))
  rmSync(path.dirname(packed), { recursive: true, force: true })

  const database = `packed_host_${process.pid}`
  const server = databaseServer()
  await statement(server, `create database ${database}`)
  writeManifest(folder)
  writeFileSync(path.join(folder, "medusa-config.js"), config(`${server}/${database}`))

  let store: ChildProcess | undefined
  return {
    folder,
    run,
    start: async () => {
      const port = await freePort()
      store = await startStore(folder, port)
      return `http://localhost:${port}`
    },
    remove: async () => {
      await stopStore(store)
      await statement(server, `drop database ${database} with (force)`)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * The host's dependencies, at the versions this repository is tested with. It has no lock file, as a shop that
 * is set up today has none: npm decides where each package goes.
 */
function writeManifest(folder: string) {
  const ours = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as Manifest
  const names = ["@medusajs/admin-sdk", "@medusajs/cli", "@medusajs/framework", "@medusajs/medusa"]
  const shared = [...names, "@medusajs/draft-order", "@medusajs/ui", "react", "react-dom"]
  const pinned = Object.fromEntries(shared.map((name) => [name, ours.devDependencies[name] ?? ""]))
  const manifest = {
    name: "packed-host",
    version: "0.0.0",
    private: true,
    dependencies: { ...pinned, "medusa-plugin-reconciliation": "file:plugin.tgz" },
  }
  writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest, null, 2))
}

function databaseServer() {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  return `postgres://${DB_USERNAME}:${DB_PASSWORD}@${DB_HOST}:${DB_PORT}`
}

async function statement(server: string, text: string) {
  const client = new Client(`${server}/postgres`)
  await client.connect()
  await client.query(text)
  await client.end()
}

/** The environment of a shop, not of a test or of an npm script. */
function environment(): NodeJS.ProcessEnv {
  const own =
    /^(npm_(package|lifecycle|command|config_local_prefix)|DB_|NODE_OPTIONS|NODE_ENV|JEST|LOG_LEVEL|DATABASE_URL)/
  const kept = Object.entries(process.env).filter(([name]) => !own.test(name))
  return { ...Object.fromEntries(kept), MEDUSA_DISABLE_TELEMETRY: "1" }
}

async function execute(cwd: string, command: string, words: string[]): Promise<string> {
  const child = spawn(command, words, { cwd, env: environment(), stdio: ["ignore", "pipe", "pipe"] })
  let output = ""
  for (const pipe of [child.stdout, child.stderr])
    pipe.on("data", (chunk: Buffer) => (output += chunk.toString()))
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject)
    child.once("close", resolve)
  })
  if (status !== 0)
    throw new Error(`${command} ${words.join(" ")} ended with status ${status ?? "none"}:\n${output}`)
  return output
}

async function startStore(folder: string, port: number) {
  const medusa = path.join(folder, "node_modules", "@medusajs", "cli", "cli.js")
  const child = spawn(process.execPath, [medusa, "start", "--port", String(port), "--host", "localhost"], {
    cwd: folder,
    env: environment(),
    stdio: ["ignore", "pipe", "pipe"],
  })
  let output = ""
  for (const pipe of [child.stdout, child.stderr])
    pipe.on("data", (chunk: Buffer) => (output += chunk.toString()))
  const deadline = Date.now() + 180_000
  for (;;) {
    if (child.exitCode !== null)
      throw new Error(`medusa start ended with status ${child.exitCode}:\n${output}`)
    if (Date.now() > deadline) throw new Error(`medusa start was not ready in three minutes:\n${output}`)
    const healthy = await fetch(`http://localhost:${port}/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (healthy) return child
    await sleep(250)
  }
}

async function stopStore(store: ChildProcess | undefined) {
  if (!store || store.exitCode !== null) return
  const exited = new Promise((resolve) => store.once("exit", resolve))
  store.kill("SIGTERM")
  await Promise.race([exited, sleep(10_000)])
  store.kill("SIGKILL")
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once("error", reject)
    probe.listen(0, "localhost", () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      )
    })
  })
}
