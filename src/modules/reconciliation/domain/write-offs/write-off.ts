import { nameIn } from "../key"
import { candidateOf } from "../allocation/candidate"
import { fill, put } from "../allocation/fill"
import { byLine, byOccurrence } from "../allocation/order-of"
import type { Candidate, Proposal } from "../allocation/strategy"
import { isCharge, isLineCredit, isMoneyIn, isWriteOff, type OpenItem, type Side } from "../open-item"

/** A short payment that is given up, a surplus that is kept, what banks took on the way, or a discount for paying early. */
export type WriteOffKind = "short_payment" | "surplus" | "bank_charges" | "cash_discount"

/** @throws Error of an item that is no write-off, or whose kind nobody knows */
export function writeOffKindOf({ id, writeOffKind }: Pick<OpenItem, "id" | "writeOffKind">): WriteOffKind {
  if (writeOffKind && Object.hasOwn(TITLES, writeOffKind)) return writeOffKind as WriteOffKind
  throw new Error(`open item ${id} has no kind of a write-off: ${writeOffKind}`)
}

/** What an order, or money on account, has to write off, in the order in which it is taken. */
export function openForWriteOff(candidates: readonly Candidate[], kind: WriteOffKind): Candidate[] {
  const open = candidates.filter((candidate) => candidate.open > 0n)
  if (kind === "surplus") {
    const money = open.filter(({ item }) => isMoneyIn(item)).toSorted(byOccurrence)
    // Last, because a line's credit says what a refund that is still to come is for; left-over money does not.
    const lineCredits = open.filter(({ item }) => isLineCredit(item)).toSorted(byOccurrence)
    return [...money, ...lineCredits]
  }
  const debits = open.filter(({ item }) => item.side === "debit").toSorted(byLine)
  const lines = debits.filter(({ item }) => isCharge(item))
  // A discount lowers what lines cost; a refund costs nothing.
  if (kind === "cash_discount") return lines
  return [...lines, ...debits.filter((debit) => !lines.includes(debit))]
}

/**
 * What stands written off among some items, in minor units. A short payment given up and a surplus kept do not cancel
 * out: somebody decided on each. What was undone has a later posting under its key.
 */
export function standingIn(items: readonly OpenItem[]): bigint {
  const writeOffs = items.filter(isWriteOff)
  const undone = new Set(writeOffs.flatMap(({ key, sequence }) => (sequence > 1 ? [key] : [])))
  return writeOffs.reduce((sum, { key, amount }) => (undone.has(key) ? sum : sum + amount), 0n)
}

export interface WriteOffDescription {
  readonly key: string
  readonly kind: WriteOffKind
  readonly documentId: bigint | null
  readonly occurredAt: string
  readonly occurredOn: string
  readonly glAccount: string | null
  /** The id that its item takes among those of its change; −1 where it is the first. */
  readonly firstId?: bigint
}

export interface WriteOffPlan {
  readonly item: OpenItem
  readonly proposals: readonly Proposal[]
}

/** Plans a write-off: one item against what is open, no tax in it, wholly settled at once. */
export function planWriteOff(
  amount: bigint,
  open: readonly Candidate[],
  description: WriteOffDescription,
): WriteOffPlan {
  const side: Side = description.kind === "surplus" ? "debit" : "credit"
  const item = itemOf(description, { side, amount, sequence: 1 })
  const candidate = candidateOf(item, { placedAt: item.occurredAt, placedOn: item.occurredOn })
  const proposals =
    side === "credit" ? fill([candidate], open, "written_off") : fill(open, [candidate], "surplus_kept")
  return { item: { ...item, allocated: amount }, proposals }
}

/**
 * Plans the undoing: a counter item under the same key stands against the first, whose allocations are
 * released, so what had been written off is open as before.
 *
 * @param original the first item, wholly open again
 */
export function planUndo(
  original: Candidate,
  description: Omit<WriteOffDescription, "documentId" | "key">,
): WriteOffPlan {
  const { key, documentId, amount, side, sequence } = original.item
  const opposite: Side = side === "credit" ? "debit" : "credit"
  const item = itemOf({ ...description, key, documentId }, { side: opposite, amount, sequence: sequence + 1 })
  const counter = candidateOf(item, { placedAt: item.occurredAt, placedOn: item.occurredOn })
  const [credit, debit] = side === "credit" ? [original, counter] : [counter, original]
  const proposal = put(credit, debit, { amount, rule: "write_off_undone" })
  return { item: { ...item, allocated: amount }, proposals: [proposal] }
}

const TITLES: Readonly<Record<WriteOffKind, string>> = {
  short_payment: "Write-off",
  surplus: "Surplus kept",
  bank_charges: "Bank charges",
  cash_discount: "Cash discount",
}

function itemOf(
  { key, kind, documentId, occurredAt, occurredOn, glAccount, firstId = -1n }: WriteOffDescription,
  { side, amount, sequence }: { side: Side; amount: bigint; sequence: number },
): OpenItem {
  return {
    id: firstId,
    documentId,
    side,
    kind: "write_off",
    key,
    sequence,
    lineKey: null,
    position: 0,
    title: TITLES[kind],
    reference: nameIn("writeOff", { key }) ?? key,
    method: null,
    writeOffKind: kind,
    occurredAt,
    occurredOn,
    dueOn: null,
    amount,
    allocated: 0n,
    taxes: [],
    taxesAllocated: [],
    glAccount,
  }
}
