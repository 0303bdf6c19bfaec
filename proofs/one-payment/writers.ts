import { fork, type ChildProcess } from "node:child_process"
import path from "node:path"
import type { MatrixWay } from "../matrix-writers/saves"
import type { Way } from "./attempts"

/** What a process of writers is told to do. */
export interface Order {
  readonly url: string
  readonly way: Way | MatrixWay
  readonly writers: number
  readonly attempts: number
  /** The number of its first attempt. */
  readonly first: number
}

/** What its attempts came to: how many went through, and the others by PostgreSQL's code. */
export interface Report {
  readonly done: number
  readonly refused: Readonly<Record<string, number>>
}

/** Starts a process for each order, lets all of them go at once when each is connected, and adds up. */
export async function runWriters(orders: readonly Order[]): Promise<Report> {
  const processes = await Promise.all(orders.map(start))
  const reports = await Promise.all(
    processes.map(async (one) => {
      const report = nextMessage<Report>(one)
      one.send("go")
      return await report
    }),
  )
  const refused: Record<string, number> = {}
  for (const report of reports) {
    for (const [code, count] of Object.entries(report.refused)) refused[code] = (refused[code] ?? 0) + count
  }
  return { done: reports.reduce((total, report) => total + report.done, 0), refused }
}

async function start(order: Order): Promise<ChildProcess> {
  const proofs = path.join(__dirname, "..")
  const child = fork(path.join(proofs, "writers.ts"), {
    execArgv: ["--require", path.join(proofs, "..", "bench", "lib", "sources.cjs")],
  })
  const ready = nextMessage<string>(child)
  child.send(order)
  await ready
  return child
}

function nextMessage<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const gone = (status: number | null): void =>
      reject(new Error(`a process of writers ended with ${status}`))
    child.once("exit", gone)
    child.once("message", (message) => {
      child.off("exit", gone)
      resolve(message as Message)
    })
  })
}
