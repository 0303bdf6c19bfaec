import type { Host } from "../../integration-tests/setup/host"
import { silence } from "../../integration-tests/setup/silence"
import type { TestStore } from "../../integration-tests/setup/store"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { readOld } from "../../src/workflows/runs/read-old"
import type { Call } from "./call"
import { setUpScenes } from "./set-up-scenes"

const CONTEXT = { actor: { type: "user", id: "user_1" }, cause: "scene" } as const
/** A currency in which nobody owes anything, so that no worker adds a row meanwhile. */
const NOTHING = { currency_code: "usd" }

/** An order, paid by half, of which no event tells. @returns its id */
export async function unheard(host: Host, store: TestStore, email: string): Promise<string> {
  const restore = silence(host)
  const id = await store.checkOut([0, 1], email)
  await store.capture(id, 50)
  restore()
  return id
}

/** Runs over many accounts, and back-fills, and the set-up that starts one. @param old makes an order that the ledger does not know, and gives its id */
export function runScenes(
  open: () => Host,
  old: () => Promise<string>,
): Readonly<Record<string, () => Promise<Call>>> {
  const started = async (): Promise<string> => {
    const { runs } = ledgerOf(open().container())
    return (await runs.start({ scope: NOTHING, context: CONTEXT })).id
  }
  /** One of which a worker holds a chunk. */
  const inWork = async (): Promise<string> => {
    const id = await started()
    await open().sql(
      `insert into reconciliation_run_chunk (run_id, account_ids, lease_holder, lease_until)
       select ?, array[min(id)], 'scene', now() + interval '1 hour' from reconciliation_account`,
      [id],
    )
    return id
  }
  const finished = async (): Promise<string> => {
    const id = await started()
    await ledgerOf(open().container()).runs.work("scene")
    return id
  }
  /** An order that a back-fill has brought in. */
  const broughtIn = async (): Promise<string> => {
    const orderId = await old()
    const container = open().container()
    const { runs } = ledgerOf(container)
    await runs.start({ kind: "backfill", scope: {}, context: CONTEXT })
    await runs.work("scene", async (orderIds) => readOld(container, orderIds))
    return orderId
  }
  return {
    "post orders/{id}/confirm": async () => ({
      path: `orders/${await broughtIn()}/confirm`,
      body: {},
      other: { body: { version: 1 } },
    }),
    "post runs": async () => ({
      path: "runs",
      body: NOTHING,
      other: { body: { ...NOTHING, strategy: "exact_match" } },
    }),
    "post runs/{id}/cancel": async () => ({
      path: `runs/${await inWork()}/cancel`,
      body: {},
      other: { path: `runs/${await inWork()}/cancel` },
      movesOn: true,
    }),
    "post runs/{id}/undo": async () => ({
      path: `runs/${await finished()}/undo`,
      body: {},
      other: { body: { dependants: "keep" } },
    }),
    // Last: it sets the day on which the books begin, and a back-fill brings in what was placed before it.
    ...setUpScenes(open),
  }
}
