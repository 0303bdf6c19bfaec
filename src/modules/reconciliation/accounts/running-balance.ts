import type { LedgerPlace } from "../items/keyset"

/** Minor units, charges positive. */
export interface SumRow {
  readonly amount: string
}

/** What happened from a moment to the next one, counted from 1; bucket 0 is before the first. */
export interface BucketRow extends SumRow {
  readonly bucket: number
}

/** What a transaction at a moment comes to. */
export interface NamedSumRow extends LedgerPlace, SumRow {}

interface Sums {
  /** In order. */
  readonly moments: readonly bigint[]
  readonly between: readonly BucketRow[]
  readonly at: readonly NamedSumRow[]
  /** All that ever happened, where what came later was summed; null where what came before was. */
  readonly total: bigint | null
}

/** An account's charges less payments up to and with any transaction at some moments, in minor units. */
export class RunningBalance {
  /** By moment, all that happened before it. */
  private readonly before = new Map<string, bigint>()
  /** By moment, what happened at it. */
  private readonly at = new Map<string, NamedSumRow[]>()

  constructor({ moments, between, at, total }: Sums) {
    const sums = new Map(between.map(({ bucket, amount }) => [bucket, BigInt(amount)]))
    const later = [...sums].reduce((sum, [bucket, amount]) => (bucket > 0 ? sum + amount : sum), 0n)
    let sum = total === null ? (sums.get(0) ?? 0n) : total - later
    for (const [index, moment] of moments.entries()) {
      if (index > 0) sum += sums.get(index) ?? 0n
      this.before.set(moment.toString(), sum)
    }
    for (const one of at) this.at.set(one.moment, [...(this.at.get(one.moment) ?? []), one])
  }

  after({ moment, name }: LedgerPlace): bigint {
    const sameMoment = this.at.get(moment) ?? []
    return sameMoment
      .filter((one) => one.name <= name)
      .reduce((sum, { amount }) => sum + BigInt(amount), this.before.get(moment) ?? 0n)
  }
}
