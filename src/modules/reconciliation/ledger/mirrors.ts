import { isUndoingReversal } from "../domain/key"
import { isOnAccount } from "../domain/open-item"
import type { PlannedChange } from "./change"
import type { Session } from "./database"
import { wantMirrors } from "./want-mirrors.sql"

interface Pair {
  /** Null where it is unknown which of the deposit's orders are concerned. */
  readonly documentId: bigint | null
  readonly creditItemId: bigint
}

/** Whether a change moves money on account that lies, or comes to lie, on an order; decided in memory. */
export const movesDeposits = (change: PlannedChange): boolean => pairsOf(change).length > 0

interface Written {
  readonly change: PlannedChange
  readonly id: bigint
}

/** Brings the outbox of the mirror up to changes that were just written, each of another account, in their transaction. */
export async function mirrorDeposits(session: Session, written: readonly Written[]): Promise<void> {
  const pairs = written.flatMap(({ change, id }) => pairsOf(change).map((pair) => ({ ...pair, id })))
  if (pairs.length === 0) return
  const rows = await session.run<{ order_id: string }>(wantMirrors, [
    pairs.map(({ id }) => id),
    pairs.map(({ documentId }) => documentId),
    pairs.map(({ creditItemId }) => creditItemId),
    session.mirroring?.isOn === true,
  ])
  for (const { order_id: orderId } of rows) session.mirroring?.announce(orderId)
}

/**
 * Pairs of an order and a deposit of which a change moves something. A reversal takes nothing off: it reopens what the money
 * had paid, there or where a credit of it has gone since, by items that name the money; its undo closes them. Of whatever
 * kind that was; the statement leaves out what is no deposit.
 */
function pairsOf({ items, releases = [], proposals, kind }: PlannedChange): Pair[] {
  const pairs: Pair[] = []
  for (const { credit, debit } of releases) {
    if (isOnAccount(credit) && debit.documentId !== null)
      pairs.push({ documentId: debit.documentId, creditItemId: credit.id })
  }
  for (const { credit, debit } of proposals) {
    if (isOnAccount(credit) && debit.documentId !== null)
      pairs.push({ documentId: debit.documentId, creditItemId: credit.id })
  }
  // An order that changes hands brings its reversals along; they are the same ones.
  if (kind !== "reversal") return pairs
  for (const item of items) {
    const { documentId, reversesItemId, side } = item
    if (!reversesItemId) continue
    if (side === "debit") pairs.push({ documentId, creditItemId: reversesItemId })
    // The undo names no order: it brings back what was mirrored before, on whatever order, and nothing that never was.
    if (side === "debit" || isUndoingReversal(item))
      pairs.push({ documentId: null, creditItemId: reversesItemId })
  }
  return pairs
}
