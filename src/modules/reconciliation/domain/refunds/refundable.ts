import { rowKindOf } from "../key"
import type { Row } from "../order/matrix"
import {
  isLineCredit,
  isWriteOff,
  openAmount,
  signedAmount,
  type Allocation,
  type OpenItem,
} from "../open-item"
import type { PinnedLine } from "../instalments/pinned-line"
import { throughTransfers } from "../posting/transfer"

/** Rows that were chosen for a refund: of one that was made, or of one that is being made. */
export interface RefundOfRows {
  /** The refund's key in the ledger; null while the host is being asked. */
  readonly key: string | null
  readonly lines: readonly PinnedLine[]
}

export interface OrderInLedger {
  readonly documentId: bigint
  readonly rows: readonly Row[]
  readonly items: readonly OpenItem[]
  readonly allocations: readonly Allocation[]
  readonly chosen: readonly RefundOfRows[]
}

/** What one row may still be paid back by choice, and what of that the order owes already. */
export interface RefundableRow {
  readonly most: bigint
  /** Credit of the row that settles nothing yet: a refund takes that before the row is lowered. */
  readonly waiting: bigint
  /** Chosen of the row by refunds that its credits have not paid yet. */
  readonly pending: bigint
}

/**
 * By key, what each row of an order may be paid back: what it received and still holds, and its credit that
 * waits, less what earlier refunds chose of it and its credits have not paid yet. The rounding is nobody's money.
 */
export function refundableRows({ documentId, ...stored }: OrderInLedger): ReadonlyMap<string, RefundableRow> {
  // What an order owed or had left when it went to another account is told as if it had stayed in one.
  const folded = throughTransfers(documentId, stored.items, stored.allocations)
  const order = { ...stored, ...folded }
  const waiting = waitingByLine(order.items.filter((item) => item.documentId === documentId))
  const pending = pendingByLine(order)
  const writtenOff = writtenOffByLine(order)
  return new Map(
    order.rows
      .filter((row) => !isRounding(row))
      .map((row) => {
        const credit = waiting.of(row.key)
        const promised = pending.of(row.key)
        const left = heldBy(row) - writtenOff.of(row.key) + credit - promised
        return [row.key, { most: left > 0n ? left : 0n, waiting: credit, pending: promised }]
      }),
  )
}

/**
 * What a row holds of what it received: below zero when it gave back more than that. Its credit that waits is
 * not held any more, but may be paid out.
 */
const heldBy = ({ allocated }: Row): bigint => allocated

export const isRounding = ({ key }: Pick<Row, "key">): boolean => rowKindOf(key) === "rounding"

function waitingByLine(items: readonly OpenItem[]): Sums {
  const waiting = new Sums()
  for (const item of items) {
    if (item.lineKey !== null && isLineCredit(item)) waiting.add(item.lineKey, openAmount(item))
  }
  return waiting
}

/** What was given up of a row settles it, but nobody paid that. */
function writtenOffByLine({ items, allocations }: Omit<OrderInLedger, "documentId">): Sums {
  const byId = new Map(items.map((item) => [item.id, item]))
  const writtenOff = new Sums()
  for (const { creditItemId, debitItemId, amount } of allocations) {
    const lineKey = byId.get(debitItemId)?.lineKey ?? null
    const credit = byId.get(creditItemId)
    if (lineKey !== null && credit && isWriteOff(credit)) writtenOff.add(lineKey, amount)
  }
  return writtenOff
}

/**
 * A refund of chosen rows is paid by the credits of those rows, which the host writes a moment after the refund,
 * or, when it broke off, never: until then the rows seem to hold what was paid out for them.
 */
function pendingByLine({ items, allocations, chosen }: Omit<OrderInLedger, "documentId">): Sums {
  const pending = new Sums()
  const standing = new Sums()
  for (const item of items) standing.add(item.key, signedAmount(item))
  const given = givenByLine(items, allocations)
  for (const { key, lines } of chosen) {
    // What the host took back again was paid to nobody; what the ledger has not read yet was.
    const isGone = key !== null && standing.has(key) && standing.of(key) <= 0n
    if (isGone) continue
    for (const { lineKey, amount } of lines) {
      const left = amount - (key === null ? 0n : given.of(`${key} ${lineKey}`))
      if (left > 0n) pending.add(lineKey, left)
    }
  }
  return pending
}

function givenByLine(items: readonly OpenItem[], allocations: readonly Allocation[]): Sums {
  const byId = new Map(items.map((item) => [item.id, item]))
  const given = new Sums()
  for (const { creditItemId, debitItemId, amount } of allocations) {
    const [credit, debit] = [byId.get(creditItemId), byId.get(debitItemId)]
    if (credit && debit && credit.lineKey !== null && debit.kind === "refund")
      given.add(`${debit.key} ${credit.lineKey}`, amount)
  }
  return given
}

class Sums {
  private readonly sums = new Map<string, bigint>()

  add(name: string, amount: bigint): void {
    this.sums.set(name, this.of(name) + amount)
  }

  has(name: string): boolean {
    return this.sums.has(name)
  }

  of(name: string): bigint {
    return this.sums.get(name) ?? 0n
  }
}
