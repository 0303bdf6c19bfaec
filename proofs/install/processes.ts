import { spawn, type ChildProcess } from "node:child_process"
import { createServer } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"

const PATIENCE_MS = 180_000
const TAIL_CHARACTERS = 4_000
const running = new Set<ChildProcess>()

// Nothing outlives this process, whatever ended it.
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL")
})

export interface Place {
  readonly cwd: string
  /** Added to the environment of a shop. */
  readonly env?: Readonly<Record<string, string>>
}

/** The environment of a shop, not that of an npm script or a test. */
function environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const own =
    /^(npm_(package|lifecycle|command|config_local_prefix|execpath|config_loglevel)|NODE_OPTIONS|NODE_ENV|JEST|LOG_LEVEL|DATABASE_URL)/
  const kept = Object.entries(process.env).filter(([name]) => !own.test(name))
  return { ...Object.fromEntries(kept), MEDUSA_DISABLE_TELEMETRY: "1", ...more }
}

/** A program's whole output, for whoever wants to know why it failed. */
function launch(words: readonly string[], { cwd, env = {} }: Place) {
  const child = spawn(process.execPath, words, {
    cwd,
    env: environment(env),
    stdio: ["ignore", "pipe", "pipe"],
  })
  running.add(child)
  let output = ""
  for (const pipe of [child.stdout, child.stderr])
    pipe.on("data", (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<number>((resolve) => {
    child.once("error", () => resolve(1))
    child.once("close", (status) => resolve(status ?? 1))
  }).finally(() => running.delete(child))
  return { child, ended, output: () => output }
}

/** Runs a Node program to its end; one that fails is an error with the end of its output. */
export async function run(words: readonly string[], place: Place): Promise<string> {
  const { ended, output } = launch(words, place)
  const status = await ended
  if (status !== 0)
    throw new Error(`${words.join(" ")} ended with status ${status}:\n${output().slice(-TAIL_CHARACTERS)}`)
  return output()
}

export interface Running {
  readonly address: string
  readonly stop: () => Promise<void>
}

/** Starts the store and waits until it answers. */
export async function serve(words: readonly string[], place: Place): Promise<Running> {
  const port = await freePort()
  const { child, ended, output } = launch([...words, "--port", String(port), "--host", "localhost"], place)
  const address = `http://localhost:${port}`
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM")
    await Promise.race([ended, sleep(10_000)])
    child.kill("SIGKILL")
    await ended
  }
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- asked again until it answers
    if (await healthy(address)) return { address, stop }
    if (child.exitCode !== null || Date.now() > deadline) {
      // oxlint-disable-next-line no-await-in-loop -- the loop ends here
      await stop()
      throw new Error(`the store did not start:\n${output().slice(-TAIL_CHARACTERS)}`)
    }
    // oxlint-disable-next-line no-await-in-loop -- asked again until it answers
    await sleep(250)
  }
}

const healthy = async (address: string): Promise<boolean> =>
  await fetch(`${address}/health`).then(
    ({ ok }) => ok,
    () => false,
  )

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once("error", reject)
    probe.listen(0, "localhost", () => {
      const address = probe.address()
      probe.close(() =>
        address !== null && typeof address === "object"
          ? resolve(address.port)
          : reject(new Error("no port")),
      )
    })
  })
}
