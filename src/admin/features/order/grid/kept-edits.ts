import type { OrderReconciliation } from "../../../../types/http"
import { decimalOf, minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type { Put } from "./edits"
import type { GridStore } from "./grid-store"

/** A change that is not saved, with what the cell showed when it was made. */
export interface KeptEdit extends Put {
  readonly was: bigint
}

export interface KeptEdits {
  readonly version: number
  readonly edits: readonly KeptEdit[]
}

const keyOf = (orderId: string): string => `medusa-plugin-reconciliation:${orderId}`

/** Keeps what is not saved in this tab: a reload or a broken connection loses nothing. */
export function keepEdits({ order, unsaved, before }: GridStore): void {
  const key = keyOf(order.id)
  if (unsaved.length === 0) {
    sessionStorage.removeItem(key)
    return
  }
  const edits = unsaved.map(({ row, column, amount }) => ({
    row,
    column: column.toString(),
    amount: decimalOf(amount, order.digits),
    was: decimalOf(before.cells.get(row, column.toString()) ?? 0n, order.digits),
  }))
  sessionStorage.setItem(key, JSON.stringify({ version: order.version, edits }))
}

interface Stored {
  readonly version: number
  readonly edits: readonly {
    readonly row: string
    readonly column: string
    readonly amount: string
    readonly was: string
  }[]
}

/** What was kept of an order; null when nothing was, or it cannot be read. */
export function keptEdits({ id, digits }: Pick<OrderReconciliation, "id" | "digits">): KeptEdits | null {
  return readStored(id, ({ version, edits }) => ({
    version,
    edits: edits.map(({ row, column, amount, was }) => ({
      row,
      column,
      units: minorUnitsOf(amount, digits),
      was: minorUnitsOf(was, digits),
    })),
  }))
}

/** How many changes of an order are kept: known also while the order itself cannot be read. */
export const keptCount = (orderId: string): number => readStored(orderId, ({ edits }) => edits.length) ?? 0

function readStored<Read>(orderId: string, read: (stored: Stored) => Read): Read | null {
  const stored = sessionStorage.getItem(keyOf(orderId))
  if (stored === null) return null
  try {
    return read(JSON.parse(stored) as Stored)
  } catch {
    sessionStorage.removeItem(keyOf(orderId))
    return null
  }
}

export interface Merge {
  /** What only this person changed, or both to the same: it goes on without a question. */
  readonly own: readonly KeptEdit[]
  /** What both changed, each otherwise, with what the other one put. */
  readonly both: readonly (KeptEdit & { readonly theirs: bigint })[]
  readonly agreed: readonly KeptEdit[]
}

/** Two people changed an order: which amounts need a choice. A cell that is gone cannot be changed any more. */
export function mergeOf(
  edits: readonly KeptEdit[],
  shownAt: (row: string, column: string) => bigint | null,
): Merge {
  const known = edits.flatMap((edit) => {
    const theirs = shownAt(edit.row, edit.column)
    return theirs === null ? [] : [{ ...edit, theirs }]
  })
  return {
    own: known.filter(({ was, theirs, units }) => theirs === was && units !== theirs),
    both: known.filter(({ was, theirs, units }) => theirs !== was && units !== theirs),
    agreed: known.filter(({ theirs, units }) => units === theirs),
  }
}
