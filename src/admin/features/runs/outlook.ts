import { decimalOf, minorUnitsOf } from "../../../modules/reconciliation/domain/money"
import type {
  RunAmounts,
  RunCounts,
  RunLeftView,
  RunMoveView,
  RunOrderLeftView,
  RunPreview,
} from "../../../types/http"

/** What several answers of one preview come to. */
export interface Outlook {
  /** Accounts of the scope; null of an undo. */
  readonly inScope: number | null
  readonly counts: RunCounts
  readonly pairsBroken: number
  /** Changes made since, of which an undo takes amounts back. */
  readonly laterChanges: number
  readonly moves: readonly RunMoveView[]
  readonly left: readonly RunLeftView[]
  /** Orders that a back-fill would leave. */
  readonly leftOrders: readonly RunOrderLeftView[]
  /** How the orders of a back-fill would stand; null of another run. */
  readonly orders: RunPreview["orders"]
  /** Whether all accounts were looked at. */
  readonly isWhole: boolean
}

/** More rows than these nobody reads. */
const MOST_ROWS = 100

/** Adds up the answers of a preview, each of the accounts after those of the one before; currency by currency. */
export function summed(pages: readonly RunPreview[]): Outlook {
  const sum = (of: (page: RunPreview) => number): number =>
    pages.reduce((before, page) => before + of(page), 0)
  return {
    inScope: pages[0]?.in_scope ?? null,
    counts: {
      done: sum(({ counts }) => counts.done),
      changed: sum(({ counts }) => counts.changed),
      failed: sum(({ counts }) => counts.failed),
      placed: sum(({ counts }) => counts.placed),
      allocations: sum(({ counts }) => counts.allocations),
      settled_orders: sum(({ counts }) => counts.settled_orders),
      left: sum(({ counts }) => counts.left),
      amounts: amountsOf(pages.flatMap(({ counts }) => counts.amounts)),
    },
    pairsBroken: sum(({ exact_pairs_broken: broken }) => broken),
    laterChanges: sum(({ later_changes: later }) => later),
    moves: pages.flatMap(({ moves }) => moves).slice(0, MOST_ROWS),
    left: pages.flatMap(({ left }) => left).slice(0, MOST_ROWS),
    leftOrders: pages.flatMap(({ left_orders: left }) => left).slice(0, MOST_ROWS),
    orders: pages.some(({ orders }) => orders !== null)
      ? {
          full: sum(({ orders }) => orders?.full ?? 0),
          partial: sum(({ orders }) => orders?.partial ?? 0),
          none: sum(({ orders }) => orders?.none ?? 0),
          contradicting: sum(({ orders }) => orders?.contradicting ?? 0),
        }
      : null,
    isWhole: pages.at(-1)?.next_cursor === null,
  }
}

function amountsOf(all: readonly RunAmounts[]): RunAmounts[] {
  const known = new Map<string, RunAmounts>()
  for (const one of all) {
    const before = known.get(one.currency_code)
    known.set(one.currency_code, before ? added(before, one) : one)
  }
  return [...known.values()].toSorted((one, other) => (one.currency_code < other.currency_code ? -1 : 1))
}

function added(one: RunAmounts, other: RunAmounts): RunAmounts {
  const { digits } = one
  const sum = (of: "before" | "moved" | "after"): string =>
    decimalOf(minorUnitsOf(one[of], digits) + minorUnitsOf(other[of], digits), digits)
  return { ...one, before: sum("before"), moved: sum("moved"), after: sum("after") }
}

/** Whether before less what was moved is after, to the last unit. */
export function agrees({ before, moved, after, digits }: RunAmounts): boolean {
  return minorUnitsOf(before, digits) - minorUnitsOf(moved, digits) === minorUnitsOf(after, digits)
}

/** What an undo took back, without its sign. */
export const withoutSign = (amount: string): string => amount.replace(/^-/, "")
