import fc from "fast-check"
import { HostTimeline, type TimelineOptions } from "./host-timeline"

/** One thing that happens to an order; amounts are whole numbers of the smallest host unit, 10⁻⁴. */
export type Happening =
  | { readonly does: "capture"; readonly amount: number; readonly payment: number }
  | { readonly does: "refund"; readonly share: number; readonly credited: number; readonly payment: number }
  | { readonly does: "edit"; readonly line: number; readonly total: number }
  | { readonly does: "remove"; readonly line: number }
  | { readonly does: "credit"; readonly amounts: readonly number[] }
  | { readonly does: "claim" | "request"; readonly line: number }
  | { readonly does: "giveBack"; readonly amount: number }
  | { readonly does: "transfer" }
  | { readonly does: "cancel"; readonly refunded: boolean }

const LINES = ["A", "B", "C", "D", "ship", "back"]
const line = fc.nat({ max: LINES.length - 1 })

/** Amounts that are mostly whole cents, sometimes not. */
const amount = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 20_000 }).map((cents) => cents * 100) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 2_000_000 }) },
)

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constant("capture" as const), amount, payment: fc.nat({ max: 1 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant("refund" as const),
      share: fc.integer({ min: 1, max: 100 }),
      credited: fc.constantFrom(0, 0, 50, 100),
      payment: fc.nat({ max: 1 }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ does: fc.constant("edit" as const), line, total: amount }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("remove" as const), line }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("credit" as const),
      amounts: fc.array(
        fc.integer({ min: 0, max: 3_000 }).map((cents) => cents * 100),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom("claim" as const, "request" as const), line }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("giveBack" as const), amount }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("transfer" as const) }) },
)

export interface RandomTimeline {
  readonly placed: readonly number[]
  readonly giftCard: number
  readonly happenings: readonly Happening[]
}

/** A scenario of an order; a cancellation, if any, is followed by money only, as in the host. */
export const randomTimeline: fc.Arbitrary<RandomTimeline> = fc
  .record({
    placed: fc.array(amount, { minLength: 1, maxLength: 4 }),
    giftCard: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: amount }),
    before: fc.array(happening, { maxLength: 12 }),
    canceled: fc.constantFrom("no", "no", "refunded", "refused"),
    after: fc.array(
      fc.record({
        does: fc.constant("refund" as const),
        share: fc.integer({ min: 1, max: 100 }),
        credited: fc.constantFrom(0, 100),
        payment: fc.nat({ max: 1 }),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ placed, giftCard, before, canceled, after }) => ({
    placed,
    giftCard,
    happenings: [
      ...before,
      ...(canceled === "no"
        ? []
        : [{ does: "cancel" as const, refunded: canceled === "refunded" }, ...after]),
    ],
  }))

/** Text of so many ten-thousandths, as the host would give it. */
export function hostDecimal(units: number | bigint): string {
  const text = units.toString().padStart(5, "0")
  return `${text.slice(0, -4)}.${text.slice(-4)}`
}

/**
 * Tells a random timeline up to its n-th happening, one an hour after the order was placed. The same timeline
 * told to two points agrees on everything that both have seen, as two reads of one host do.
 */
export function tell(
  { placed, giftCard, happenings }: RandomTimeline,
  until: number,
  options: TimelineOptions = {},
): HostTimeline {
  const timeline = new HostTimeline(options)
  timeline.place(Object.fromEntries(placed.map((total, index) => [LINES[index] ?? "A", hostDecimal(total)])))
  if (giftCard > 0) timeline.credit(null, { amount: hostDecimal(giftCard), reference: "gift-card" })
  const teller = new Teller(timeline)
  happenings.slice(0, until).forEach((one, index) => teller.tell(one, index + 1))
  return timeline
}

class Teller {
  private readonly captured = [0, 0]
  private count = 0

  constructor(private readonly timeline: HostTimeline) {}

  tell(one: Happening, hour: number): void {
    const placed = Date.parse(this.timeline.placedAt)
    const at = (seconds: number): string => new Date(placed + (hour * 3600 + seconds) * 1000).toISOString()
    this.count += 1
    switch (one.does) {
      case "capture":
        this.captured[one.payment] = (this.captured[one.payment] ?? 0) + one.amount
        this.timeline.capture(at(0), hostDecimal(one.amount), this.money("cap", one.payment))
        break
      case "refund":
        this.refund(one, at)
        break
      case "edit":
        this.timeline.edit(at(0), { [LINES[one.line] ?? "A"]: hostDecimal(one.total) })
        break
      case "remove":
        this.timeline.edit(at(0), { [LINES[one.line] ?? "A"]: null })
        break
      case "credit":
        this.timeline.credit(
          at(0),
          ...one.amounts.map((units) => ({ amount: hostDecimal(units), reference: "goodwill" })),
        )
        break
      case "claim":
      case "request":
        if (this.timeline.has(LINES[one.line] ?? "A")) {
          const marks = one.does === "claim" ? { writtenOff: 1 } : { requested: 1 }
          this.timeline.mark(at(0), LINES[one.line] ?? "A", marks)
        }
        break
      case "giveBack":
        this.timeline.credit(at(0), { amount: `-${hostDecimal(one.amount)}`, reference: "gift-card" })
        break
      case "transfer":
        this.timeline.edit(at(0), {})
        break
      case "cancel":
        this.cancel(one.refunded, at)
        break
    }
  }

  private refund(
    { share, credited, payment }: Happening & { does: "refund" },
    at: (seconds: number) => string,
  ): void {
    const units = Math.floor(((this.captured[payment] ?? 0) * share) / 100)
    if (units === 0) return
    this.captured[payment] = (this.captured[payment] ?? 0) - units
    this.timeline.refund(at(0), hostDecimal(units), this.money("ref", payment))
    const credit = Math.floor((units * credited) / 100)
    if (credit > 0) this.timeline.credit(at(1), { amount: hostDecimal(credit) })
  }

  /** Everything captured is refunded and credited, payment by payment, unless the provider refuses. */
  private cancel(agreed: boolean, at: (seconds: number) => string): void {
    if (!agreed) {
      this.timeline.cancel(at(5), { creditedAt: at(4) })
      return
    }
    const refunded = this.captured.reduce((sum, units) => sum + units, 0)
    this.captured.forEach((units, payment) => {
      if (units > 0)
        this.timeline.refund(at(payment), hostDecimal(units), this.money(`ref${payment}`, payment))
      this.captured[payment] = 0
    })
    this.timeline.cancel(at(5), { creditedAt: at(4), refunded: hostDecimal(refunded) })
  }

  private money(name: string, payment: number): { id: string; payment: string } {
    return { id: `${name}_${String(this.count).padStart(3, "0")}`, payment: `pay_${payment}` }
  }
}
