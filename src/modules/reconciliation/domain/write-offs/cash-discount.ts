import { candidateOf, itemAfter } from "../allocation/candidate"
import { put } from "../allocation/fill"
import type { Candidate, Proposal } from "../allocation/strategy"
import { discountKeyOf } from "../key"
import type { OpenItem, TaxPart } from "../open-item"
import { sharesOf } from "../shares"
import { taxIn } from "../tax"

export interface DiscountDescription {
  /** Its name, under which all of its parts stand. */
  readonly id: string
  readonly documentId: bigint
  readonly occurredAt: string
  readonly occurredOn: string
  readonly glAccount: string | null
  /** The id that its first part takes among the items of its change; −1 where there are no others. */
  readonly firstId?: bigint
}

export interface DiscountPlan {
  /** One credit for each debit, wholly allocated to it. */
  readonly items: readonly OpenItem[]
  readonly proposals: readonly Proposal[]
}

/** What a debit has open of what a discount is shared among. */
export interface Share {
  readonly debit: Candidate
  /** Minor units: what its part is measured by, at most what it has open. */
  readonly weight: bigint
}

/**
 * Plans a cash discount: it is spread over the debits in proportion to what each has open, by largest remainder, and
 * lowers the tax of each by what that part of it contains. It is planned before the money of its change, so that the
 * tax of the money is what is left.
 *
 * @param amount minor units, above zero, at most the sum of the weights
 * @param among in line order
 */
export function planCashDiscount(
  amount: bigint,
  among: readonly Share[],
  { firstId = -1n, ...description }: DiscountDescription,
): DiscountPlan {
  const weights = among.map(({ weight }) => weight)
  const shares = sharesOf(
    amount,
    weights,
    weights.reduce((sum, weight) => sum + weight, 0n),
  )
  const items: OpenItem[] = []
  const proposals: Proposal[] = []
  for (const [place, { debit }] of among.entries()) {
    const part = shares[place] ?? 0n
    if (part === 0n) continue
    const number = items.length + 1
    const item = partOf(debit, { ...description, amount: part, number, firstId })
    const credit = candidateOf(item, { placedAt: item.occurredAt, placedOn: item.occurredOn })
    proposals.push(put(credit, debit, { amount: part, rule: "cash_discount" }))
    items.push(itemAfter(credit))
  }
  return { items, proposals }
}

interface Part extends DiscountDescription {
  readonly amount: bigint
  /** From 1. */
  readonly number: number
  readonly firstId: bigint
}

function partOf(
  debit: Candidate,
  { id, number, firstId, documentId, amount, occurredAt, occurredOn, glAccount }: Part,
): OpenItem {
  const taxes = taxesOf(debit, amount)
  return {
    id: firstId - BigInt(number - 1),
    documentId,
    side: "credit",
    kind: "cash_discount",
    key: discountKeyOf(id, number),
    sequence: 1,
    lineKey: debit.item.lineKey,
    position: debit.item.position,
    title: "Cash discount",
    reference: id,
    method: null,
    writeOffKind: "cash_discount",
    occurredAt,
    occurredOn,
    dueOn: null,
    amount,
    allocated: 0n,
    taxes,
    taxesAllocated: taxes.map(() => 0n),
    glAccount,
  }
}

/** What the debit's own allocation takes of each tax; a rate that comes to nothing is left out. */
function taxesOf({ item, open, taxed }: Candidate, amount: bigint): TaxPart[] {
  const parts = taxIn(amount, {
    total: item.amount,
    allocated: item.amount - open,
    taxes: item.taxes.map((tax) => tax.amount),
    taken: taxed,
  })
  return item.taxes.flatMap((tax, rate) => {
    const part = parts[rate] ?? 0n
    return part === 0n ? [] : [{ ...tax, amount: part }]
  })
}

/** Plans the undoing of one part: a counter item under its key stands against it. */
export function planUndoOfPart(
  original: Candidate,
  { firstId, occurredAt, occurredOn }: { firstId: bigint; occurredAt: string; occurredOn: string },
): { item: OpenItem; proposal: Proposal } {
  const { item: part } = original
  const item: OpenItem = {
    ...part,
    id: firstId,
    side: "debit",
    sequence: part.sequence + 1,
    occurredAt,
    occurredOn,
    allocated: 0n,
    taxesAllocated: part.taxes.map(() => 0n),
  }
  const counter = candidateOf(item, { placedAt: occurredAt, placedOn: occurredOn })
  const proposal = put(original, counter, { amount: part.amount, rule: "write_off_undone" })
  return { item: itemAfter(counter), proposal }
}
