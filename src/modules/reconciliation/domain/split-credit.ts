import type { CreditedLine } from "./document-state"
import { least } from "./money"
import { sharesOf } from "./shares"
import type { TaxPart } from "./open-item"
import { taxesOfShare } from "./tax-parts"
import type { LineStanding, WorkingLedger } from "./working-ledger"

export interface CreditShare {
  readonly lineKey: string
  readonly position: number
  readonly amount: bigint
  /** The tax contained in it. */
  readonly taxes: readonly TaxPart[]
}

/**
 * Decides which lines an order-level credit lowers: the lines it was most likely given for (written
 * off in a claim, on their way back), then the lines paid last, then every line in proportion to its worth.
 * No line goes below zero; what none can take goes to the line worth most.
 */
export function splitCredit(
  ledger: WorkingLedger,
  amount: bigint,
  likely: readonly CreditedLine[],
): CreditShare[] {
  const lines = ledger.lines().filter((line) => line.class !== "rounding")
  const split = new Split(lines, amount)
  const credited = new Map(lines.map((line) => [line.lineKey, line.credited]))
  // What earlier credit lines gave such a line is paid back already.
  for (const { lineKey, worth } of likely) split.give(lineKey, worth - (credited.get(lineKey) ?? 0n))
  for (const paid of ledger.newestPayments()) split.give(paid.lineKey, paid.amount)
  split.spread()
  split.forceOnLargest()
  return split.shares()
}

class Split {
  private readonly room: Map<string, bigint>
  private readonly given = new Map<string, bigint>()

  constructor(
    private readonly lines: readonly LineStanding[],
    public left: bigint,
  ) {
    this.room = new Map(lines.map((line) => [line.lineKey, line.net > 0n ? line.net : 0n]))
  }

  give(lineKey: string, wanted: bigint): void {
    const amount = least(wanted, least(this.left, this.room.get(lineKey) ?? 0n))
    if (amount <= 0n) return
    this.room.set(lineKey, (this.room.get(lineKey) as bigint) - amount)
    this.add(lineKey, amount)
  }

  spread(): void {
    const rooms = [...this.room].filter(([, room]) => room > 0n)
    const total = rooms.reduce((sum, [, room]) => sum + room, 0n)
    const money = least(this.left, total)
    if (money === 0n) return
    const shares = sharesOf(
      money,
      rooms.map(([, room]) => room),
      total,
    )
    rooms.forEach(([lineKey], index) => this.give(lineKey, shares[index] as bigint))
  }

  forceOnLargest(): void {
    if (this.left === 0n) return
    const [line, ...others] = this.lines
    if (!line) return
    const largest = others.reduce((best, one) => (one.first.amount > best.first.amount ? one : best), line)
    this.add(largest.lineKey, this.left)
  }

  shares(): CreditShare[] {
    return this.lines.flatMap(({ lineKey, first, net, taxes }) => {
      const amount = this.given.get(lineKey) ?? 0n
      if (amount === 0n) return []
      // More than the line is worth contains no more than its tax.
      const taxed = least(amount, net > 0n ? net : 0n)
      return [{ lineKey, position: first.position, amount, taxes: taxesOfShare(taxes, taxed, net) }]
    })
  }

  private add(lineKey: string, amount: bigint): void {
    this.given.set(lineKey, (this.given.get(lineKey) ?? 0n) + amount)
    this.left -= amount
  }
}
