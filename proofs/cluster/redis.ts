import { spawn } from "node:child_process"
import { once } from "node:events"
import { createServer, type AddressInfo } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"

export interface RunningRedis {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** A Redis of its own that keeps nothing on disk. Throws with the line that installs it where there is none. */
export async function startRedis(): Promise<RunningRedis> {
  const port = await freePort()
  const words = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
  const server = spawn("redis-server", words, { stdio: ["ignore", "pipe", "inherit"] })
  const stop = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const gone = once(server, "exit")
    server.kill("SIGKILL")
    await gone
  }
  process.once("exit", () => server.kill("SIGKILL"))
  await Promise.race([ready(server.stdout), failure(server)])
  server.stdout.resume()
  return { url: `redis://127.0.0.1:${port}`, stop }
}

async function ready(output: NodeJS.ReadableStream): Promise<void> {
  let said = ""
  const heard = (chunk: Buffer): void => {
    said += chunk.toString()
  }
  output.on("data", heard)
  for (let waited = 0; !said.includes("Ready to accept connections"); waited += 20) {
    if (waited > 10_000) throw new Error(`Redis did not start: ${said}`)
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    await sleep(20)
  }
  output.off("data", heard)
}

async function failure(server: ReturnType<typeof spawn>): Promise<never> {
  const [error] = (await once(server, "error")) as [NodeJS.ErrnoException]
  if (error.code !== "ENOENT") throw error
  throw new Error("The proof needs Redis. Install it with:\n  apt-get install -y redis-server")
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1")
  await once(probe, "listening")
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, "close")
  return port
}
