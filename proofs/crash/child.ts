import { fork, type ChildProcess } from "node:child_process"
import path from "node:path"

const bench = path.join(__dirname, "..", "..", "bench")

interface ProcessOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Drops what it writes to its standard output. */
  readonly silent?: boolean
  /** Is told everything that the process says. */
  readonly heard?: (message: unknown) => void
}

/** Starts one of the processes of this folder, tells it what to do, and waits until it says that it is ready. */
export async function startProcess(
  name: "ledger" | "host" | "worker",
  orders: object,
  { env = {}, silent = false, heard }: ProcessOptions = {},
): Promise<ChildProcess> {
  const child = fork(path.join(__dirname, "processes", `${name}.ts`), {
    execArgv: ["--require", path.join(bench, "lib", "sources.cjs")],
    env: { ...process.env, ...env },
    stdio: silent ? ["ignore", "ignore", "inherit", "ipc"] : "inherit",
  })
  children.add(child)
  child.once("exit", () => children.delete(child))
  if (heard) child.on("message", heard)
  const ready = answerOf<unknown>(child, (message) => message === "ready")
  child.send(orders)
  await ready
  return child
}

/** The next message that is meant; rejects when the process ends first. */
export function answerOf<Message>(
  child: ChildProcess,
  isMeant: (message: unknown) => boolean,
): Promise<Message> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null, signal: string | null): void =>
      reject(new Error(`the process ended with ${code ?? signal}`))
    const heard = (message: unknown): void => {
      if (!isMeant(message)) return
      child.off("exit", gone)
      child.off("message", heard)
      resolve(message as Message)
    }
    child.once("exit", gone)
    child.on("message", heard)
  })
}

/** kill -9; resolves when the process is gone and everything it had said before has been heard. */
export async function killHard(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once("exit", () => resolve())
  })
  const heard = new Promise<void>((resolve) => {
    if (child.connected) child.once("disconnect", () => resolve())
    else resolve()
  })
  child.kill("SIGKILL")
  await Promise.all([gone, heard])
}

const children = new Set<ChildProcess>()
// Nothing outlives this process, whatever ended it.
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL")
})
