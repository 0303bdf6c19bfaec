import { setTimeout as sleep } from "node:timers/promises"
import type { RunView } from "../../src/types/http"
import type { TestStore } from "../../integration-tests/setup/store"
import { eventually } from "../crash/points/host"
import type { Machines } from "./machines"

/** A bus gives what a killed worker had begun to another one after half a minute. */
const PATIENCE = 180_000
const RUN_PATIENCE = 900_000
/** Captures of one order, in major units: no two alike, so that none is taken for another. */
const SHARES = [10, 21, 32]

export interface Burst {
  readonly captures: number
  readonly seconds: number
  /** Whether all came to the ledger by themselves, or some only by the sweep. */
  readonly bySweep: boolean
}

/** A run that has ended, and how long it took. */
export type EndedRun = Pick<RunView, "state" | "counts"> & { readonly seconds: number }

/** Captures parts of all orders at once; of one order one after the other, as the host wants it. */
export async function captureAll(
  machines: Machines,
  store: TestStore,
  orderIds: readonly string[],
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<Burst> {
  const began = Date.now()
  const payments = await Promise.all(orderIds.map(async (orderId) => await store.payment(orderId)))
  const wanted = orderIds.length * SHARES.length
  let many = 0
  let reachHalf = (): void => undefined
  const half = new Promise<void>((resolve) => (reachHalf = resolve))
  await Promise.all([
    ...payments.map(async ({ id }, index) => {
      for (const share of SHARES) {
        // oxlint-disable-next-line no-await-in-loop -- the host refuses two at once
        await store.act(`payments/${id}/capture`, { amount: share + index / 100 })
        many += 1
        if (many === Math.floor(wanted / 2)) reachHalf()
      }
    }),
    half.then(meanwhile),
  ])
  const known = async (): Promise<boolean> => (await knownCaptures(machines)) === wanted
  const bySelf = await eventually(known, PATIENCE)
  const seconds = (Date.now() - began) / 1000
  if (!bySelf) {
    await machines.workers[0]?.ask({ does: "sweep" })
    await eventually(known)
  }
  return { captures: await knownCaptures(machines), seconds, bySweep: !bySelf }
}

async function knownCaptures({ database }: Machines): Promise<number> {
  const { count } = await database.row<{ count: number }>(
    "select count(*)::int as count from reconciliation_open_item where key like 'cap:%'",
  )
  return count
}

/** Reconciles all accounts by a run, as somebody at a server does; gives it when it has ended. */
export async function runAll(
  store: TestStore,
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<EndedRun> {
  const began = Date.now()
  const body = { strategy: "oldest_first" }
  const { run } = await store.act<{ run: RunView }>("reconciliation/runs", body, {
    "idempotency-key": "cluster",
  })
  await meanwhile()
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    const { run: now } = await store.get<{ run: RunView }>(`reconciliation/runs/${run.id}`)
    if (["finished", "failed", "cancelled"].includes(now.state))
      return { ...now, seconds: (Date.now() - began) / 1000 }
    if (Date.now() - began > RUN_PATIENCE)
      throw new Error(`the run is still ${now.state}: ${JSON.stringify(now.counts)}`)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await sleep(200)
  }
}
