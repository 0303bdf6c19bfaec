import type { DocumentHistory } from "../../../src/modules/reconciliation/domain/posting/document-state"
import { decimalOf } from "../../../src/modules/reconciliation/domain/money"
import { historyOf } from "../../../src/modules/reconciliation/ingest/history"
import type { RefundChoice } from "../../../src/modules/reconciliation/ingest/repayments"
import { HostTimeline } from "../host-timeline"
import { CURRENCIES } from "./options"

/** What an independent count says of an order, in minor units. */
export interface HostCount {
  /** Lines less credits; nothing of a cancelled order. */
  readonly owed: bigint
  readonly moneyIn: bigint
  readonly moneyOut: bigint
  /** No money was given back, and none that came was taken back by its provider. */
  readonly onlyCaptures: boolean
  /** Of each rate, what the lines contain, each rounded by itself; nothing of a cancelled order. */
  readonly taxes: ReadonlyMap<string, bigint>
  readonly isCanceled: boolean
  /** The customer that the order belongs to. */
  readonly owner: string
}

export interface HostPayment {
  readonly id: string
  readonly payment: string
  readonly amount: bigint
  readonly direction: "in" | "out"
}

interface RefundOfChoice {
  readonly amount: bigint
  readonly payment: string
  /** What the ledger knows the choice by. */
  readonly mark: string
  /** The host fails after the money has left. */
  readonly breaksOff: boolean
}

interface Opening {
  readonly id: string
  readonly digits: number
  readonly currency?: string
  readonly customerId: string
  readonly at: string
  readonly lines: readonly bigint[]
  readonly giftCard: bigint
  readonly rates: Readonly<Record<string, readonly number[]>>
}

export const LINE_NAMES = ["A", "B", "C", "D", "E", "ship"]

/**
 * An order as the shop's side sees it: every command goes to the host's timeline and, apart from it, to a
 * count of a few sums. Amounts are whole minor units, so that nothing needs rounding.
 */
export class HostOrder {
  readonly id: string
  readonly lines = new Map<string, bigint>()
  readonly money: HostPayment[] = []
  isCanceled = false
  /** A return was announced: what the host owes for it, it counts from then on. */
  hasReturns = false
  /** The host has moved on and the ledger has not heard of it. */
  isUnheard = true
  private readonly timeline: HostTimeline
  private readonly digits: number
  private readonly rates: Opening["rates"]
  private credited = 0n
  private giftCards = 0n
  private rows = 0
  private hasLostCaptures = false
  /** What was refunded and the host does not count, by its sums; below zero when it counts too much. */
  private uncounted = 0n
  /** Refunds that the host broke off, each with its payment. */
  private readonly brokenOff = new Map<string, string>()
  /** The customer that the order belongs to. */
  owner: string

  constructor({ id, digits, currency = CURRENCIES[digits] ?? "eur", ...opening }: Opening) {
    const { customerId, at, lines, giftCard, rates } = opening
    this.id = id
    this.digits = digits
    this.rates = rates
    this.owner = customerId
    this.timeline = new HostTimeline({ orderId: id, customerId, currency, placedAt: at, rates })
    lines.forEach((total, index) => this.lines.set(LINE_NAMES[index] ?? "A", total))
    this.timeline.place(Object.fromEntries([...this.lines].map(([name, total]) => [name, this.text(total)])))
    if (giftCard === 0n) return
    this.timeline.credit(null, { amount: this.text(giftCard), reference: "gift-card" })
    this.giftCards = giftCard
  }

  /** What is to be paid, by this side's own count; below zero when too much was paid. */
  get balance(): bigint {
    const { owed, moneyIn, moneyOut } = this.count()
    return owed - moneyIn + moneyOut
  }

  count(): HostCount {
    const sum = (direction: "in" | "out"): bigint =>
      this.money.reduce((total, row) => (row.direction === direction ? total + row.amount : total), 0n)
    const lines = [...this.lines.values()].reduce((total, amount) => total + amount, 0n)
    return {
      owed: this.isCanceled ? 0n : lines - this.credited,
      moneyIn: sum("in") + this.giftCards,
      moneyOut: sum("out"),
      onlyCaptures: !this.hasLostCaptures && this.money.every(({ direction }) => direction === "in"),
      taxes: this.isCanceled ? new Map() : this.taxes(),
      isCanceled: this.isCanceled,
      owner: this.owner,
    }
  }

  private taxes(): Map<string, bigint> {
    const taxes = new Map<string, bigint>()
    for (const [name, total] of this.lines) {
      const rates = this.rates[name] ?? []
      const whole = BigInt(rates.reduce((sum, rate) => sum + rate, 100))
      for (const rate of rates) {
        const size = (total < 0n ? -total : total) * BigInt(rate)
        const tax = (2n * size + whole) / (2n * whole)
        taxes.set(`vat${rate}`, (taxes.get(`vat${rate}`) ?? 0n) + (total < 0n ? -tax : tax))
      }
    }
    return taxes
  }

  capture(at: string, amount: bigint, payment = `pay_${this.id}`): void {
    const id = this.next("cap")
    this.timeline.capture(at, this.text(amount), { id, payment })
    this.money.push({ id, payment, amount, direction: "in" })
    this.isUnheard = true
  }

  /** What a payment still holds. */
  refundable(payment: string): bigint {
    const rows = this.money.filter((row) => row.payment === payment)
    return rows.reduce((sum, { direction, amount }) => (direction === "in" ? sum + amount : sum - amount), 0n)
  }

  refund(at: string, amount: bigint, payment: string): void {
    const id = this.next("ref")
    this.timeline.refund(at, this.text(amount), { id, payment })
    this.countLate(payment, amount)
    this.money.push({ id, payment, amount, direction: "out" })
    this.isUnheard = true
  }

  /** What the host says is to be paid: it does not know of refunds that it broke off. Below zero it owes. */
  get pending(): bigint {
    const lines = [...this.lines.values()].reduce((total, amount) => total + amount, 0n)
    const { moneyIn, moneyOut } = this.count()
    return lines - this.credited - moneyIn + moneyOut - this.uncounted
  }

  /**
   * A refund that was made for chosen rows. The host writes a credit line for what it did not owe; where it breaks
   * off, neither that nor the refund is counted, and with the next good one the broken one is, at that one's amount.
   *
   * @returns the refund's id in the ledger's key, and the version of its credit line where it wrote one
   */
  refundRows(
    at: () => string,
    { amount, payment, mark, breaksOff }: RefundOfChoice,
  ): { refundId: string; version: number | null } {
    const { pending } = this
    const id = this.next("ref")
    this.timeline.refund(at(), this.text(amount), { id, payment, mark })
    this.money.push({ id, payment, amount, direction: "out" })
    this.isUnheard = true
    const refundId = `${this.id}_${id}`
    if (breaksOff) {
      this.timeline.leaveUncounted(id)
      this.brokenOff.set(id, payment)
      this.uncounted += amount
      return { refundId, version: null }
    }
    this.countLate(payment, amount)
    const owed = pending < 0n ? -pending : 0n
    if (amount <= owed) return { refundId, version: null }
    this.credit(at(), amount - owed, null)
    return { refundId, version: this.timeline.hostVersion }
  }

  /** The host counts what it broke off of a payment with the payment's next refund, at that one's amount. */
  private countLate(payment: string, amount: bigint): void {
    this.timeline.countLate(payment)
    for (const [broken, of] of this.brokenOff) {
      if (of !== payment) continue
      this.brokenOff.delete(broken)
      this.uncounted -= amount
    }
  }

  /** The provider takes a row back, and the host deletes it. */
  vanish(id: string): void {
    if (this.money.some((row) => row.id === id && row.direction === "in")) this.hasLostCaptures = true
    if (this.brokenOff.delete(id)) this.uncounted -= this.money.find((row) => row.id === id)?.amount ?? 0n
    this.timeline.vanish(id)
    this.money.splice(
      this.money.findIndex((row) => row.id === id),
      1,
    )
    this.isUnheard = true
  }

  setLines(at: string, totals: Readonly<Record<string, bigint | null>>): void {
    for (const [name, total] of Object.entries(totals)) {
      if (total === null) this.lines.delete(name)
      else this.lines.set(name, total)
    }
    const texts = Object.entries(totals).map(
      ([name, total]) => [name, total === null ? null : this.text(total)] as const,
    )
    this.timeline.edit(at, Object.fromEntries(texts))
    this.isUnheard = true
  }

  request(at: string, line: string): void {
    this.hasReturns = true
    this.timeline.mark(at, line, { requested: 1 })
    this.isUnheard = true
  }

  credit(at: string, amount: bigint, reference: string | null = "goodwill"): void {
    this.credited += amount
    this.timeline.credit(at, { amount: this.text(amount), ...(reference !== null && { reference }) })
    this.isUnheard = true
  }

  /** A transfer that the other customer accepted. */
  giveTo(at: string, customerId: string): void {
    this.timeline.giveTo(at, customerId)
    this.owner = customerId
    this.isUnheard = true
  }

  cancel(at: string): void {
    this.isCanceled = true
    this.timeline.cancel(at)
    this.isUnheard = true
  }

  uncancel(): void {
    this.isCanceled = false
    this.timeline.uncancel()
    this.isUnheard = true
  }

  /** A read of the host that began at a moment, for a ledger that holds versions up to `known`. */
  history(known: number, readAt: string, refundChoices: readonly RefundChoice[] = []): DocumentHistory {
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
      refundChoices,
    })
  }

  private text(amount: bigint): string {
    return decimalOf(amount, this.digits)
  }

  private next(kind: string): string {
    this.rows += 1
    return `${kind}${String(this.rows).padStart(4, "0")}`
  }
}
