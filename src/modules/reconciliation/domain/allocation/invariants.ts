import type { Proposal } from "./strategy"
import { openAmount, type Allocation, type OpenItem } from "../open-item"
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

type Live = Pick<Allocation, "creditItemId" | "debitItemId" | "amount" | "creditTaxes" | "debitTaxes">

/** What an allocation takes of one item. */
interface Taken {
  readonly amount: bigint
  readonly taxes: readonly bigint[]
}

/**
 * Checks that stored items and allocations agree: each counter is the sum of its live allocations, also of
 * each tax, no item takes or gives more than it is worth, and one that is wholly allocated has all its tax
 * allocated.
 */
export function violationsOfLedger(items: readonly OpenItem[], live: readonly Live[]): Violation[] {
  const taken = new Map<bigint, Taken[]>()
  const take = (id: bigint, amount: bigint, taxes: readonly bigint[]): void => {
    const known = taken.get(id)
    if (known) known.push({ amount, taxes })
    else taken.set(id, [{ amount, taxes }])
  }
  for (const { creditItemId, debitItemId, amount, creditTaxes, debitTaxes } of live) {
    take(creditItemId, amount, creditTaxes)
    take(debitItemId, amount, debitTaxes)
  }
  return items.flatMap((item) => {
    const parts = taken.get(item.id) ?? []
    return [
      ...violationsOfCounter(item, parts),
      ...(item.taxes.length > 0 ? violationsOfTax(item, parts) : []),
    ]
  })
}

function violationsOfCounter(item: OpenItem, parts: readonly Taken[]): Violation[] {
  const sum = parts.reduce((total, { amount }) => total + amount, 0n)
  const broken: Violation[] = []
  if (sum !== item.allocated) {
    broken.push(wrong(item, "counter_drifted", `counts ${item.allocated}, its rows sum to ${sum}`))
  }
  if (item.allocated < 0n || item.allocated > item.amount) {
    broken.push(wrong(item, "over_allocated", `of ${item.amount} has ${item.allocated} allocated`))
  }
  return broken
}

function violationsOfTax(item: OpenItem, parts: readonly Taken[]): Violation[] {
  const taxes = item.taxes.map(({ amount }) => amount)
  const broken: Violation[] = []
  taxes.forEach((tax, rate) => {
    const counted = item.taxesAllocated[rate] ?? 0n
    const sum = parts.reduce((total, part) => total + (part.taxes[rate] ?? 0n), 0n)
    if (counted !== sum) {
      broken.push(wrong(item, "tax_drifted", `counts ${counted} of tax ${rate}, its rows sum to ${sum}`))
    }
    if (item.allocated === item.amount && counted !== tax) {
      broken.push(wrong(item, "tax_left", `is allocated with ${counted} of its ${tax} of tax ${rate}`))
    }
  })
  // An adjustment that lowers one rate's tax and raises another's has parts of either sign.
  const within = taxes.every((tax) => tax >= 0n) && sumOf(taxes) <= item.amount
  for (const part of within ? parts : []) {
    if (part.taxes.some((tax) => tax < 0n) || sumOf(part.taxes) > part.amount) {
      broken.push(wrong(item, "tax_out_of_bounds", `has ${part.taxes.join(" + ")} of tax in ${part.amount}`))
    }
  }
  return broken
}

function wrong({ id, key }: OpenItem, code: string, detail: string): Violation {
  return { code, ids: { item_id: id.toString() }, detail: `${key} ${detail}` }
}

const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n)
