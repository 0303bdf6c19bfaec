import type {
  MatchingCode,
  OwnerType,
  RunAmounts,
  RunCounts,
  RunKind,
  RunLaterView,
  RunLeftView,
  RunMoveView,
  RunOrderLeftView,
  RunScope,
  RunState,
  RunView,
} from "../../../types/http"
import { matchingCode } from "../domain/matching-code"
import { decimalOf } from "../domain/money"
import type { LeftRecord, OrderLeftRecord } from "./types"

interface CountsRow {
  done: number
  failed: number
  changed: number
  placed: number
  allocations: number
  settled: number
  exact_broken: number
  left_count: number
  amounts: { currency_code: string; digits: number; before: string; moved: string }[] | null
}

export interface RunRow extends CountsRow {
  id: string
  kind: RunKind
  undoes_run_id: string | null
  undone_by: string | null
  state: RunState
  strategy: string | null
  is_cascade: boolean | null
  scope: RunScope
  in_scope: number
  accounts: number
  actor_type: "system" | "user" | "api-key"
  actor_id: string | null
  cause: string
  recorded_at: string
  started_at: string | null
  ended_at: string | null
  cancelled_by: string | null
}

export function viewOfRun(row: RunRow): RunView {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    undoes: row.undoes_run_id,
    undone_by: row.undone_by,
    scope: row.scope,
    strategy: row.strategy,
    cascade: row.is_cascade,
    // Whoever asks the host for names fills it in.
    actor: { type: row.actor_type, id: row.actor_id, name: null },
    cause: row.cause,
    created_at: row.recorded_at,
    started_at: row.started_at,
    ended_at: row.ended_at,
    cancelled_by: row.cancelled_by,
    in_scope: row.in_scope,
    accounts: row.accounts,
    counts: countsOf(row),
  }
}

export function countsOf(row: CountsRow): RunCounts {
  return {
    done: row.done,
    changed: row.changed,
    failed: row.failed,
    placed: row.placed,
    allocations: row.allocations,
    settled_orders: row.settled,
    left: row.left_count,
    amounts: (row.amounts ?? []).map(amountsOf),
  }
}

function amountsOf({
  currency_code,
  digits,
  before,
  moved,
}: NonNullable<CountsRow["amounts"]>[number]): RunAmounts {
  const [was, placed] = [BigInt(before), BigInt(moved)]
  return {
    currency_code,
    digits,
    before: decimalOf(was, digits),
    moved: decimalOf(placed, digits),
    after: decimalOf(was - placed, digits),
  }
}

interface OwnerRow {
  account_id: string
  owner_type: OwnerType
  owner_id: string
  owner_name: string | null
  owner_company: string | null
  currency_code: string
  digits: number
}

export interface MoveRow extends OwnerRow {
  change_id: string
  first_id: string
  credit_item_id: string
  items: number
  amount: string
  gone: string
  rules: string[]
  kind: string
  title: string
  method: string | null
  occurred_on: string
  credit_display_id: string | null
  order_id: string | null
  display_id: string | null
  rank: number | null
  order_open: string
}

interface Placed {
  chunk_id: string
  place: number
}

type MoneyLeftRow = OwnerRow &
  Placed & { entry: LeftRecord; order_id: string | null; display_id: string | null }

/** An entry of what a run left: money of an account, or an order. */
export type LeftRow = MoneyLeftRow | (Placed & { entry: OrderLeftRecord })

export const isOfOrder = (row: LeftRow): row is Placed & { entry: OrderLeftRecord } => "order_id" in row.entry

const ofAccount = (
  row: OwnerRow,
): Pick<RunMoveView, "account_id" | "owner" | "currency_code" | "digits"> => ({
  account_id: row.account_id,
  owner: {
    account_id: row.account_id,
    type: row.owner_type,
    id: row.owner_id,
    name: row.owner_name,
    company: row.owner_company,
  },
  currency_code: row.currency_code,
  digits: row.digits,
})

export function viewOfMove(row: MoveRow): RunMoveView {
  const { digits } = row
  return {
    ...ofAccount(row),
    change_id: row.change_id,
    credit: {
      id: row.credit_item_id,
      kind: row.kind,
      title: row.title,
      method: row.method,
      occurred_on: row.occurred_on,
      display_id: row.credit_display_id,
    },
    order:
      row.order_id === null || row.display_id === null
        ? null
        : {
            id: row.order_id,
            display_id: row.display_id,
            open: decimalOf(BigInt(row.order_open), digits),
            code: codeOf(row),
          },
    amount: decimalOf(BigInt(row.amount), digits),
    items: row.items,
    rules: row.rules,
    taken_back: decimalOf(BigInt(row.gone), digits),
  }
}

function codeOf({ rank, order_open: open }: MoveRow): MatchingCode | null {
  if (rank === null) return null
  const closed = open === "0"
  return { rank, code: matchingCode(rank, closed), closed }
}

export function viewOfLeft({ entry, ...row }: MoneyLeftRow, later: RunLaterView | null): RunLeftView {
  const { order_id: orderId, display_id: number } = row
  return {
    ...ofAccount(row),
    credit_item_id: entry.credit_item_id,
    debit_item_id: entry.debit_item_id ?? null,
    order: orderId === null || number === null ? null : { id: orderId, display_id: number },
    amount: decimalOf(BigInt(entry.amount), row.digits),
    // oxlint-disable-next-line no-unsafe-type-assertion -- the room's own records hold no other words
    reason: entry.reason as RunLeftView["reason"],
    equal_orders: entry.equal_orders ?? 0,
    dependants: [...(entry.dependants ?? [])],
    later,
    error: entry.error ?? null,
  }
}

export const viewOfOrderLeft = ({ entry }: { readonly entry: OrderLeftRecord }): RunOrderLeftView => ({
  order_id: entry.order_id,
  display_id: entry.display_id,
  reason: entry.reason,
  error: entry.error ?? null,
})
