import { candidateOf, itemAfter } from "../allocation/candidate"
import { put } from "../allocation/fill"
import type { Candidate, Proposal } from "../allocation/strategy"
import { undoneReversalKeyOf } from "../key"
import type { OpenItem } from "../open-item"

/**
 * Takes a reversal back that was recorded by mistake: against each of its postings on an account stands a credit that
 * settles it, so nothing is owed again. What the money had paid it pays as before, because that was never released.
 *
 * @param posted what the reversal posted there, with nothing settled any more
 */
export function planUndoneReversal(
  posted: readonly Candidate[],
  { at, on }: { readonly at: string; readonly on: string },
): { readonly items: readonly OpenItem[]; readonly proposals: readonly Proposal[] } {
  const made = posted.map((reversed, index) => {
    const { item } = reversed
    const credit = candidateOf(
      {
        ...item,
        id: -BigInt(index + 1),
        side: "credit",
        key: undoneReversalKeyOf(item),
        lineKey: null,
        position: 0,
        occurredAt: at < item.occurredAt ? item.occurredAt : at,
        occurredOn: on < item.occurredOn ? item.occurredOn : on,
        dueOn: null,
        allocated: 0n,
      },
      { placedAt: item.occurredAt, placedOn: item.occurredOn },
    )
    // What was taken back of no line had been applied to nothing, and is not now.
    const rule = item.lineKey === null ? "reversed_rest" : "reversal_undone"
    const proposal = put(credit, reversed, { amount: item.amount, rule })
    return { item: itemAfter(credit), proposal }
  })
  return { items: made.map(({ item }) => item), proposals: made.map(({ proposal }) => proposal) }
}
