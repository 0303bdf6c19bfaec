import { fork } from "node:child_process"
import path from "node:path"

/** What a measuring process says: a line for whoever watches, and once how it ended. */
export type Message<Measured> =
  { readonly say: string } | { readonly measured: Measured } | { readonly failed: string }

/**
 * Has a process that is a host measure itself, so that its CPU is counted and no other's: it is sent its order, and answers by
 * messages.
 *
 * @param file a module of a process that `answerOrders` answers in
 */
export async function measureInHost<Measured>(
  file: string,
  {
    order,
    database,
    say,
  }: { readonly order: object; readonly database: string; readonly say: (line: string) => void },
): Promise<Measured> {
  const child = fork(file, {
    execArgv: ["--require", path.join(__dirname, "sources.cjs")],
    env: {
      ...process.env,
      NODE_ENV: "test",
      LOG_LEVEL: "error",
      DATABASE_URL: database,
      MEDUSA_DISABLE_TELEMETRY: "1",
      TS_NODE_TRANSPILE_ONLY: "true",
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  })
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  try {
    return await new Promise<Measured>((resolve, reject) => {
      child.once("error", reject)
      child.once("exit", (code, signal) => reject(new Error(`the host ended with ${code ?? String(signal)}`)))
      child.on("message", (message: Message<Measured> | number) => {
        // The host says by itself where it listens.
        if (typeof message === "number") return
        if ("say" in message) say(message.say)
        else if ("measured" in message) resolve(message.measured)
        else reject(new Error(message.failed))
      })
      child.send(order)
    })
  } finally {
    child.kill("SIGKILL")
    await gone
  }
}

/** The other side of it: measures what it is ordered, once. */
export function answerOrders<Order, Measured>(
  measure: (order: Order, say: (line: string) => void) => Promise<Measured>,
): void {
  const tell = (message: Message<Measured>): void => {
    process.send?.(message)
  }
  // Whoever gave the order is gone.
  process.once("disconnect", () => process.exit())
  process.once("message", (order: Order) => {
    measure(order, (line) => tell({ say: line })).then(
      (measured) => tell({ measured }),
      (error: unknown) => tell({ failed: error instanceof Error ? String(error.stack) : String(error) }),
    )
  })
}
