import type { Proposal } from "./allocate/strategy"
import { openAmount, type OpenItem } from "./open-item"
import type { Release } from "./release"

/** A rule of the ledger that something breaks. */
export interface Violation {
  readonly code: string
  readonly ids: Readonly<Record<string, string>>
  readonly detail: string
}

/**
 * Checks a plan against the items it was made on, independently of how it was made. The database
 * checks the same once more when it is applied.
 */
export function violationsOfPlan(
  proposals: readonly Proposal[],
  releases: readonly Release[] = [],
): Violation[] {
  const taken = new Map<OpenItem, bigint>()
  const violations: Violation[] = releasedTwice(releases)
  for (const { credit, debit, allocation } of releases) {
    for (const item of [credit, debit]) taken.set(item, (taken.get(item) ?? 0n) - allocation.amount)
  }
  for (const proposal of proposals) {
    const { credit, debit, amount } = proposal
    if (amount <= 0n)
      violations.push(violation("allocation_not_positive", proposal, `${amount} is not above zero`))
    if (credit.side !== "credit" || debit.side !== "debit") {
      violations.push(violation("sides_swapped", proposal, `${credit.side} was put on ${debit.side}`))
    }
    for (const item of [credit, debit]) taken.set(item, (taken.get(item) ?? 0n) + amount)
  }
  for (const [item, amount] of taken) {
    if (amount > openAmount(item)) {
      violations.push({
        code: "over_allocated",
        ids: { item_id: item.id.toString() },
        detail: `${item.key} has ${openAmount(item)} open and the plan takes ${amount}`,
      })
    }
  }
  return violations
}

function releasedTwice(releases: readonly Release[]): Violation[] {
  const seen = new Set<bigint>()
  return releases.flatMap(({ allocation: { id, releases: released } }) => {
    const again = seen.has(id) || released !== null
    seen.add(id)
    return again
      ? [
          {
            code: "released_twice",
            ids: { allocation_id: id.toString() },
            detail: `allocation ${id} is not live`,
          },
        ]
      : []
  })
}

/** Releases of what fulfils a planned payment: only its plan may make them. */
export function boundReleases(releases: readonly Release[]): Release[] {
  return releases.filter(({ allocation }) => allocation.instalmentId !== null)
}

function violation(code: string, { credit, debit }: Proposal, detail: string): Violation {
  return { code, ids: { credit_item_id: credit.id.toString(), debit_item_id: debit.id.toString() }, detail }
}

/**
 * Checks that stored items and allocations agree: each counter is the sum of its live allocations,
 * and no item takes or gives more than it is worth.
 */
export function violationsOfLedger(
  items: readonly OpenItem[],
  live: readonly { readonly creditItemId: bigint; readonly debitItemId: bigint; readonly amount: bigint }[],
): Violation[] {
  const sums = new Map<bigint, bigint>()
  for (const { creditItemId, debitItemId, amount } of live) {
    for (const id of [creditItemId, debitItemId]) sums.set(id, (sums.get(id) ?? 0n) + amount)
  }
  return items.flatMap((item) => {
    const sum = sums.get(item.id) ?? 0n
    const ids = { item_id: item.id.toString() }
    const broken: Violation[] = []
    if (sum !== item.allocated) {
      broken.push({
        code: "counter_drifted",
        ids,
        detail: `${item.key} counts ${item.allocated}, its rows sum to ${sum}`,
      })
    }
    if (item.allocated < 0n || item.allocated > item.amount) {
      broken.push({
        code: "over_allocated",
        ids,
        detail: `${item.key} of ${item.amount} has ${item.allocated} allocated`,
      })
    }
    return broken
  })
}
