import type { ChildProcess } from "node:child_process"
import { startProcess } from "../child"

/** Through the ledger, or row by row without a transaction: the negative control. */
export type Way = "ledger" | "stepwise"

export interface Orders {
  readonly url: string
  readonly way: Way
  readonly connections: number
}

/** One step of one scenario. */
export interface Work {
  readonly scenario: number
  readonly step: number
}

/** A step that is done, and whether it changed the ledger; or why it failed. */
export type Answer = Work & ({ readonly changed: boolean } | { readonly error: string })

let started = 0

export interface LedgerProcess {
  readonly child: ChildProcess
  /** What PostgreSQL calls its connections. */
  readonly name: string
}

/** Starts a process of the ledger; it is ready for work when this resolves. */
export async function startLedger(orders: Orders): Promise<LedgerProcess> {
  started += 1
  const name = `crash_${started}`
  const url = new URL(orders.url)
  url.searchParams.set("application_name", name)
  return { child: await startProcess("ledger", { ...orders, url: url.href } satisfies Orders), name }
}
