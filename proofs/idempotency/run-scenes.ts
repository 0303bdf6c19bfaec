import type { Host } from "../../integration-tests/setup/host"
import { ledgerOf } from "../../src/workflows/ledger-of"
import type { Call } from "./call"

const CONTEXT = { actor: { type: "user", id: "user_1" }, cause: "scene" } as const
/** A currency in which nobody owes anything, so that no worker adds a row meanwhile. */
const NOTHING = { currency_code: "usd" }

/** Runs over many accounts. */
export function runScenes(open: () => Host): Readonly<Record<string, () => Promise<Call>>> {
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
  return {
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
  }
}
