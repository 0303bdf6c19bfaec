import type { RunLeftView, RunScope, RunState } from "../../../types/http"
import type { ChangeContext } from "../ledger/change"
import type { ChosenStrategy } from "../settings/strategies"

/** The most accounts, and about the most open items, that one chunk has: so long its accounts are locked. */
export const CHUNK = { accounts: 200, items: 2_000 } as const

/** A run as it is started; an undo has no strategy of its own. */
export interface NewRun {
  /** Below zero in a dry run, which takes no number of those that people see. */
  readonly id?: bigint | undefined
  readonly scope: RunScope
  readonly strategy: string | null
  readonly undoes?: { readonly runId: bigint; readonly cascade: boolean } | undefined
  readonly context: ChangeContext
}

/** A chunk with what its worker must know of its run. */
export interface Chunk {
  readonly id: bigint
  readonly runId: bigint
  readonly accountIds: readonly bigint[]
  readonly scope: RunScope
  readonly strategy: string | null
  readonly undoes: { readonly runId: bigint; readonly cascade: boolean } | null
  readonly context: ChangeContext
}

export interface ChunkRow {
  id: string
  run_id: string
  account_ids: string[]
  scope: RunScope
  strategy: string | null
  undoes_run_id: string | null
  is_cascade: boolean | null
  actor_type: ChangeContext["actor"]["type"]
  actor_id: string | null
  cause: string
  state: RunState
}

export function chunkOf(row: ChunkRow): Chunk {
  return {
    id: BigInt(row.id),
    runId: BigInt(row.run_id),
    accountIds: row.account_ids.map(BigInt),
    scope: row.scope,
    strategy: row.strategy,
    undoes:
      row.undoes_run_id === null
        ? null
        : { runId: BigInt(row.undoes_run_id), cascade: row.is_cascade === true },
    context: {
      actor: { type: row.actor_type, id: row.actor_id },
      cause: row.cause,
      runId: BigInt(row.run_id),
    },
  }
}

/** How the accounts of a run are planned. */
export interface RunTerms {
  readonly strategy: ChosenStrategy
  /** Leave what belongs to an order to that order, and what a person set free to people: nobody stands behind the run. */
  readonly byPolicy: boolean
  readonly onlyDeposits: boolean
  /** Counts the exact pairs that the strategy breaks. */
  readonly pairs: boolean
}

/** An entry of what a run left, as it is kept; amounts are minor units as text. */
export interface LeftRecord {
  readonly account_id: string
  readonly credit_item_id: string | null
  readonly debit_item_id?: string
  readonly amount: string
  readonly reason: string
  readonly equal_orders?: number
  readonly dependants?: readonly string[]
  readonly error?: string
}

/** What an undo would leave. */
export interface Resting {
  readonly left: readonly RunLeftView[]
  /** Whether that is all of it. */
  readonly isAll: boolean
}
