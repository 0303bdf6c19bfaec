import type { DocumentHistory } from "../../src/modules/reconciliation/domain/posting/document-state"
import { decimalOf } from "../../src/modules/reconciliation/domain/money"
import { historyOf } from "../../src/modules/reconciliation/ingest/history"
import { HostTimeline } from "../../test/support/host-timeline"

/** What an independent count says of an order, in minor units. */
export interface Count {
  readonly owed: bigint
  readonly moneyIn: bigint
  readonly moneyOut: bigint
}

/**
 * An order as the shop's side sees it: every command goes to the host's timeline and, apart from it, to a
 * count of a few sums. Amounts are whole minor units, so that nothing needs rounding.
 */
export class ModelOrder {
  private readonly timeline: HostTimeline
  private readonly lines = new Map<string, bigint>()
  private credited = 0n
  private moneyIn = 0n
  private readonly captured = [0n, 0n]
  private moneyOut = 0n
  private canceled = false
  private moneyRows = 0

  constructor(
    readonly id: string,
    private readonly digits: number,
    {
      customerId,
      currency,
      lines,
      giftCard,
      at,
      rates = {},
    }: {
      customerId: string
      currency: string
      lines: bigint[]
      giftCard: bigint
      at: string
      rates?: Readonly<Record<string, readonly number[]>>
    },
  ) {
    this.timeline = new HostTimeline({ orderId: id, customerId, currency, placedAt: at, rates })
    lines.forEach((total, index) => this.lines.set(LINES[index] ?? "A", total))
    this.timeline.place(Object.fromEntries([...this.lines].map(([name, total]) => [name, this.text(total)])))
    if (giftCard > 0n) {
      this.timeline.credit(null, { amount: this.text(giftCard), reference: "gift-card" })
      this.moneyIn += giftCard
    }
  }

  get isCanceled(): boolean {
    return this.canceled
  }

  count(): Count {
    const lines = [...this.lines.values()].reduce((sum, total) => sum + total, 0n)
    return {
      owed: this.canceled ? 0n : lines - this.credited,
      moneyIn: this.moneyIn,
      moneyOut: this.moneyOut,
    }
  }

  /** Deletes a capture, as if it had never been. */
  vanish(capture: string): void {
    this.timeline.vanish(capture)
  }

  capture(at: string, amount: bigint, payment: number): void {
    this.timeline.capture(at, this.text(amount), { id: this.next("cap"), payment: `pay_${payment}` })
    this.captured[payment] = (this.captured[payment] ?? 0n) + amount
    this.moneyIn += amount
  }

  /** Gives back a share of what a payment still holds; nothing when it holds nothing. */
  refund(
    at: string,
    { share, payment, credited }: { share: number; payment: number; credited: boolean },
  ): void {
    const amount = ((this.captured[payment] ?? 0n) * BigInt(share)) / 100n
    if (amount === 0n) return
    this.captured[payment] = (this.captured[payment] ?? 0n) - amount
    this.moneyOut += amount
    this.timeline.refund(at, this.text(amount), { id: this.next("ref"), payment: `pay_${payment}` })
    if (credited && !this.canceled) this.credit(at.replace(".000Z", ".500Z"), amount)
  }

  edit(at: string, line: number, total: bigint | null): void {
    const name = LINES[line] ?? "A"
    if (total === null) this.lines.delete(name)
    else this.lines.set(name, total)
    this.timeline.edit(at, { [name]: total === null ? null : this.text(total) })
  }

  credit(at: string, amount: bigint): void {
    this.credited += amount
    this.timeline.credit(at, { amount: this.text(amount), reference: "goodwill" })
  }

  payOut(at: string, amount: bigint): void {
    this.moneyOut += amount
    this.timeline.credit(at, { amount: `-${this.text(amount)}`, reference: "gift-card" })
  }

  cancel(at: string): void {
    this.canceled = true
    this.timeline.cancel(at)
  }

  /** The order has another customer from then on. */
  giveTo(at: string, customerId: string): void {
    this.timeline.giveTo(at, customerId)
  }

  /** A read of the host that began at a moment, for a ledger that holds versions up to `known`. */
  read(known: number, readAt: string): DocumentHistory {
    return historyOf({
      order: this.timeline.order(),
      versions: this.timeline.versionsSince(known),
      changes: this.timeline.confirmedChanges(),
      digits: this.digits,
      readAt,
      timeZone: "UTC",
      moneyReferences: ["gift-card"],
      paymentMethods: {},
      settledBefore: null,
    })
  }

  private text(amount: bigint): string {
    return decimalOf(amount, this.digits)
  }

  private next(kind: string): string {
    this.moneyRows += 1
    return `${kind}${String(this.moneyRows).padStart(4, "0")}`
  }
}

const LINES = ["A", "B", "C", "D", "ship"]
