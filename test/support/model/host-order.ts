import type { DocumentHistory } from "../../../src/modules/reconciliation/domain/document-state"
import { decimalOf } from "../../../src/modules/reconciliation/domain/money"
import { historyOf } from "../../../src/modules/reconciliation/ingest/history"
import { HostStory } from "../host-story"
import { CURRENCIES } from "./options"

/** What an independent count says of an order, in minor units. */
export interface HostCount {
  /** Lines less credits; nothing of a cancelled order. */
  readonly owed: bigint
  readonly moneyIn: bigint
  readonly moneyOut: bigint
  /** No money was given back, and none that came was taken back by its provider. */
  readonly onlyCaptures: boolean
}

export interface HostPayment {
  readonly id: string
  readonly payment: string
  readonly amount: bigint
  readonly direction: "in" | "out"
}

interface Opening {
  readonly id: string
  readonly digits: number
  readonly customerId: string
  readonly at: string
  readonly lines: readonly bigint[]
  readonly giftCard: bigint
  readonly rates: Readonly<Record<string, readonly number[]>>
}

export const LINE_NAMES = ["A", "B", "C", "D", "E", "ship"]

/**
 * An order as the shop's side sees it: every command goes to the host's story and, apart from it, to a
 * count of a few sums. Amounts are whole minor units, so that nothing needs rounding.
 */
export class HostOrder {
  readonly id: string
  readonly lines = new Map<string, bigint>()
  readonly money: HostPayment[] = []
  isCanceled = false
  /** The host has moved on and the ledger has not heard of it. */
  isUnheard = true
  private readonly story: HostStory
  private readonly digits: number
  private credited = 0n
  private giftCards = 0n
  private rows = 0
  private hasLostCaptures = false
  /** The customer that the order belongs to. */
  owner: string

  constructor({ id, digits, customerId, at, lines, giftCard, rates }: Opening) {
    this.id = id
    this.digits = digits
    this.owner = customerId
    const currency = CURRENCIES[digits] ?? "eur"
    this.story = new HostStory({ orderId: id, customerId, currency, placedAt: at, rates })
    lines.forEach((total, index) => this.lines.set(LINE_NAMES[index] ?? "A", total))
    this.story.place(Object.fromEntries([...this.lines].map(([name, total]) => [name, this.text(total)])))
    if (giftCard === 0n) return
    this.story.credit(null, { amount: this.text(giftCard), reference: "gift-card" })
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
    }
  }

  capture(at: string, amount: bigint, payment = `pay_${this.id}`): void {
    const id = this.next("cap")
    this.story.capture(at, this.text(amount), { id, payment })
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
    this.story.refund(at, this.text(amount), { id, payment })
    this.money.push({ id, payment, amount, direction: "out" })
    this.isUnheard = true
  }

  /** The provider takes a row back, and the host deletes it. */
  vanish(id: string): void {
    if (this.money.some((row) => row.id === id && row.direction === "in")) this.hasLostCaptures = true
    this.story.vanish(id)
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
    this.story.edit(at, Object.fromEntries(texts))
    this.isUnheard = true
  }

  request(at: string, line: string): void {
    this.story.mark(at, line, { requested: 1 })
    this.isUnheard = true
  }

  credit(at: string, amount: bigint): void {
    this.credited += amount
    this.story.credit(at, { amount: this.text(amount), reference: "goodwill" })
    this.isUnheard = true
  }

  /** A transfer that the other customer accepted. */
  giveTo(at: string, customerId: string): void {
    this.story.giveTo(at, customerId)
    this.owner = customerId
    this.isUnheard = true
  }

  cancel(at: string): void {
    this.isCanceled = true
    this.story.cancel(at)
    this.isUnheard = true
  }

  uncancel(): void {
    this.isCanceled = false
    this.story.uncancel()
    this.isUnheard = true
  }

  /** A read of the host that began at a moment, for a ledger that holds versions up to `known`. */
  history(known: number, readAt: string): DocumentHistory {
    return historyOf({
      order: this.story.order(),
      versions: this.story.versionsSince(known),
      changes: this.story.confirmedChanges(),
      digits: this.digits,
      readAt,
      timeZone: "UTC",
      moneyReferences: ["gift-card"],
      settledBefore: null,
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
