import type { CreditedLine, RepaidLine, Repayment } from "./document-state"
import { least } from "../money"
import { sharesOf } from "../shares"
import type { TaxPart } from "../open-item"
import { taxesOfShare } from "../tax-parts"
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
 * can take goes to the line worth most. A refund pays back what was received: it goes the same way over
 * what each line has received, and only what no line received goes by what lines are worth.
 */
export function splitCredit(
  ledger: WorkingLedger,
  { amount, likely, repays, refundLines }: CreditToSplit,
): CreditShare[] {
  const lines = ledger.lines().filter((line) => line.class !== "rounding")
  const split = new Split(lines, amount, repays && ledger.received())
  const chosen = repays?.lines ?? []
  for (const { lineKey, lowers = 0n } of chosen) split.lower(lineKey, lowers)
  const claims = claimsOn(ledger, {
    lines,
    likely,
    chosen: chosen.filter(({ lowers }) => lowers === undefined),
  })
  const meetClaims = (): void => {
    for (const claim of claims) claim.wanted -= split.give(claim.lineKey, claim.wanted)
  }
  meetClaims()
  if (refundLines === "newest_first") {
    for (const paid of ledger.newestPayments(repays?.captures)) split.give(paid.lineKey, paid.amount)
  }
  split.spread()
  split.goByWorth()
  meetClaims()
  split.spread()
  split.forceOnLargest()
  return split.shares()
}

interface Claim {
  readonly lineKey: string
  wanted: bigint
}

/** What is asked for by line: what an admin chose first, then the likely lines. */
function claimsOn(
  ledger: WorkingLedger,
  {
    lines,
    likely,
    chosen,
  }: {
    lines: readonly LineStanding[]
    likely: readonly CreditedLine[]
    chosen: readonly RepaidLine[]
  },
): Claim[] {
  const credited = new Map(lines.map((line) => [line.lineKey, line.credited]))
  return [
    ...chosen.map(({ lineKey, amount }) => ({ lineKey, wanted: amount - ledger.unspentCredit(lineKey) })),
    // What earlier credit lines gave such a line is paid back already.
    ...likely.map(({ lineKey, worth }) => ({ lineKey, wanted: worth - (credited.get(lineKey) ?? 0n) })),
  ]
}

class Split {
  private readonly room: Map<string, bigint>
  private readonly given = new Map<string, bigint>()

  /** @param most what each line may be given at first; without it, as much as it is worth */
  constructor(
    private readonly lines: readonly LineStanding[],
    public left: bigint,
    most?: ReadonlyMap<string, bigint>,
  ) {
    this.room = new Map(
      lines.map(({ lineKey, net }) => {
        const room = most ? least(net, most.get(lineKey) ?? 0n) : net
        return [lineKey, room > 0n ? room : 0n]
      }),
    )
  }

  /** @returns what the line was given */
  give(lineKey: string, wanted: bigint): bigint {
    const amount = least(wanted, least(this.left, this.room.get(lineKey) ?? 0n))
    if (amount <= 0n) return 0n
    this.room.set(lineKey, (this.room.get(lineKey) as bigint) - amount)
    this.add(lineKey, amount)
    return amount
  }

  /**
   * Lowers a line as it was decided before the host made the refund, also where the line has received less by the
   * time the ledger hears of it: the money left for this line.
   */
  lower(lineKey: string, wanted: bigint): void {
    const { net = 0n } = this.lines.find((line) => line.lineKey === lineKey) ?? {}
    const amount = least(wanted, least(this.left, net))
    if (amount <= 0n) return
    const room = (this.room.get(lineKey) ?? 0n) - amount
    this.room.set(lineKey, room > 0n ? room : 0n)
    this.add(lineKey, amount)
  }

  /** From now on a line may be given all that it is worth. */
  goByWorth(): void {
    for (const { lineKey, net } of this.lines) {
      const room = net - (this.given.get(lineKey) ?? 0n)
      this.room.set(lineKey, room > 0n ? room : 0n)
    }
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
