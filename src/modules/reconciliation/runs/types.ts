import type { RunKind, RunLeftView, RunOrderLeftView, RunScope, RunState } from "../../../types/http"
import type { DocumentHistory } from "../domain/posting/document-state"
import type { ChangeContext } from "../ledger/change"
import type { ChosenStrategy } from "../settings/strategies"

/** The most accounts, and about the most open items, that one chunk has: so long its accounts are locked. */
export const CHUNK = { accounts: 200, items: 2_000 } as const
/** The most orders of one chunk of a back-fill: as many as are read of the host at once. */
export const ORDERS_A_CHUNK = 100

/** A run as it is started; an undo has no strategy of its own. */
export interface NewRun {
  /** Below zero in a dry run, which takes no number of those that people see. */
  readonly id?: bigint | undefined
  readonly kind: RunKind
  readonly scope: RunScope
  /** Null where each order has its own, and of an undo. */
  readonly strategy: string | null
  readonly undoes?: Undone | undefined
  readonly context: ChangeContext
}

export interface Undone {
  readonly runId: bigint
  readonly cascade: boolean
  /** Whether it was a back-fill: then its undo is one of orders. */
  readonly ofOrders: boolean
}

/** A chunk with what its worker must know of its run. */
export interface Chunk {
  readonly id: bigint
  readonly runId: bigint
  /** None of a back-fill and of its undo, which have orders instead, by the host's ids. */
  readonly accountIds: readonly bigint[]
  readonly orderIds: readonly string[]
  readonly scope: RunScope
  readonly strategy: string | null
  readonly undoes: Omit<Undone, "ofOrders"> | null
  readonly context: ChangeContext
}

export interface ChunkRow {
  id: string
  run_id: string
  account_ids: string[]
  order_ids: string[]
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
    orderIds: row.order_ids,
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
  /** Of an undo: the allocation as the run made it. */
  readonly allocation_id?: string
  readonly amount: string
  readonly reason: string
  readonly equal_orders?: number
  readonly dependants?: readonly string[]
  readonly error?: string
}

/** The same of an order that a back-fill or its undo left. */
export interface OrderLeftRecord {
  readonly order_id: string
  readonly display_id: string | null
  readonly reason: RunOrderLeftView["reason"]
  readonly error?: string
}

/** Orders as the host shows them, told as histories, and those that could not be read. */
export interface HostOrders {
  readonly histories: readonly ReadHistory[]
  readonly failures: readonly { readonly orderId: string; readonly error: unknown }[]
}

interface ReadHistory extends DocumentHistory {
  /** When the sweep must read it again whatever the host's marks say. */
  readonly recheckAt?: string | null
}

/** Reads orders of the host, with no transaction of the ledger open. */
export type ReadOrders = (orderIds: readonly string[]) => Promise<HostOrders>

/** What an undo would leave. */
export interface Resting {
  readonly left: readonly RunLeftView[]
  readonly leftOrders: readonly RunOrderLeftView[]
  /** Whether that is all of it; else there may be more, of which nobody has looked. */
  readonly isAll: boolean
}
