import type { CreditedLine, Repayment } from "./document-state"
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

/** Which paid lines a refund gives back when nobody says: those paid last, or all in proportion. */
export type RefundLines = "newest_first" | "pro_rata"

interface CreditToSplit {
  /** Minor units, above zero. */
  readonly amount: bigint
  /** Lines written off in a claim or on their way back. */
  readonly likely: readonly CreditedLine[]
  /** What the refund behind the credit gives back, where there is one. */
  readonly repays?: Repayment | undefined
  readonly refundLines: RefundLines
}

/**
 * Decides which lines an order-level credit lowers: the lines an admin chose; else those it was most
 * likely given for (written off in a claim, on their way back), then the lines that the refunded payment
 * paid, newest first, then every line in proportion to its worth. No line goes below zero; what none
 * can take goes to the line worth most.
 */
export function splitCredit(
  ledger: WorkingLedger,
  { amount, likely, repays, refundLines }: CreditToSplit,
): CreditShare[] {
  const lines = ledger.lines().filter((line) => line.class !== "rounding")
  const split = new Split(lines, amount)
  for (const { lineKey, amount: chosen } of repays?.lines ?? [])
    split.give(lineKey, chosen - ledger.unspentCredit(lineKey))
  const credited = new Map(lines.map((line) => [line.lineKey, line.credited]))
  // What earlier credit lines gave such a line is paid back already.
  for (const { lineKey, worth } of likely) split.give(lineKey, worth - (credited.get(lineKey) ?? 0n))
  if (refundLines === "newest_first") {
    for (const paid of ledger.newestPayments(repays?.captures)) split.give(paid.lineKey, paid.amount)
  }
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
