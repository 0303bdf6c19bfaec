import type { Proposal } from "../domain/allocation/strategy"
import { debtOf } from "../domain/open-item"
import type { Account } from "../ledger/rows"
import type { LeftRecord, OrderLeftRecord } from "./types"

interface Sum {
  readonly digits: number
  before: bigint
  moved: bigint
}

/** What was counted of a chunk's accounts; amounts are minor units, by currency. */
export class Tally {
  changed = 0
  placed = 0
  allocations = 0
  settled = 0
  exactBroken = 0
  readonly left: (LeftRecord | OrderLeftRecord)[] = []
  /** What an undo takes back of what was put since. */
  readonly later: bigint[] = []
  readonly amounts = new Map<string, Sum>()

  /** @param before what of the account's money and credit pays nothing. @param moved what is placed of it, or taken back */
  money({ currencyCode, digits }: Account, before: bigint, moved: bigint): void {
    const sum = this.amounts.get(currencyCode) ?? { digits, before: 0n, moved: 0n }
    sum.before += before
    sum.moved += moved
    this.amounts.set(currencyCode, sum)
  }

  /** Counts an account, or an order, as changed, and amounts: all of one credit on one order is one. */
  put(moves: readonly Pick<Proposal, "credit" | "debit">[]): void {
    if (moves.length === 0) return
    this.changed += 1
    this.allocations += moves.length
    this.placed += new Set(moves.map(({ credit, debit }) => `${credit.id} ${debtOf(debit)}`)).size
  }

  /** As the chunk's row keeps it. */
  parameters(): unknown[] {
    const amounts = [...this.amounts].map(([currency, { digits, before, moved }]) => [
      currency,
      { digits, before: before.toString(), moved: moved.toString() },
    ])
    return [
      this.changed,
      this.placed,
      this.allocations,
      this.settled,
      this.exactBroken,
      this.left.length,
      JSON.stringify(Object.fromEntries(amounts)),
      JSON.stringify(this.left),
    ]
  }
}
