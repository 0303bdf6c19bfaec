import type { Candidate, Strategy } from "../allocation/strategy"

/** An order that is owed for, and what each policy would put on it. Amounts are minor units. */
export interface OwedOrder {
  readonly documentId: bigint | null
  readonly open: bigint
  readonly by: Readonly<Record<string, bigint>>
}

/** What each policy would do with one amount of money that lies on an account: asked of the strategies, on copies. */
export function laterExample(
  money: Candidate,
  debits: readonly Candidate[],
  strategies: Readonly<Record<string, Strategy>>,
): OwedOrder[] {
  const open = new Map<bigint | null, bigint>()
  for (const { item, open: left } of debits)
    open.set(item.documentId, (open.get(item.documentId) ?? 0n) + left)
  const put = Object.entries(strategies).map(([name, strategy]) => {
    const sums = new Map<bigint | null, bigint>()
    for (const { debit, amount } of strategy([{ ...money }], debits.map(copied)))
      sums.set(debit.documentId, (sums.get(debit.documentId) ?? 0n) + amount)
    return [name, sums] as const
  })
  return [...open]
    .filter(([, left]) => left > 0n)
    .map(([documentId, left]) => ({
      documentId,
      open: left,
      by: Object.fromEntries(put.map(([name, sums]) => [name, sums.get(documentId) ?? 0n])),
    }))
}

const copied = (candidate: Candidate): Candidate => ({ ...candidate })
