import fc from "fast-check"
import {
  openComponent,
  taxIn,
  type Component,
  type TaxedItem,
} from "../../src/modules/reconciliation/domain/tax"
import { holds } from "../support/property"

/** An item of a total that contains up to three rates of tax, in minor units. */
const item = fc
  .tuple(
    fc.oneof(fc.bigInt({ min: 1n, max: 500n }), fc.bigInt({ min: 1n, max: 10n ** 15n })),
    fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { minLength: 1, maxLength: 3 }),
  )
  .map(([total, wanted]) => {
    let room = total
    const taxes = wanted.map((tax) => {
      const part = tax % (room + 1n)
      room -= part
      return part
    })
    return { total, taxes }
  })

interface Step {
  readonly does: "put" | "release"
  /** Thousandths of what is open, or which allocation. */
  readonly share: number
  readonly component: Component
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    does: fc.constantFrom("put" as const, "put" as const, "release" as const),
    share: fc.integer({ min: 1, max: 1000 }),
    component: fc.constantFrom<Component>("whole", "whole", "whole", "tax", "net"),
  }),
  { maxLength: 30 },
)

type TaxOf = typeof taxIn

/** One item while amounts are put on it and taken back, as allocations do. */
class Scenario {
  private readonly live: { amount: bigint; parts: readonly bigint[] }[] = []

  constructor(
    private readonly total: bigint,
    private readonly taxes: readonly bigint[],
    private readonly taxOf: TaxOf,
  ) {}

  get now(): TaxedItem {
    const taken = this.taxes.map((_, rate) => sum(this.live.map(({ parts }) => parts[rate] ?? 0n)))
    return {
      total: this.total,
      taxes: this.taxes,
      taken,
      allocated: sum(this.live.map(({ amount }) => amount)),
    }
  }

  step({ does, share, component }: Step): void {
    if (does === "release") this.live.splice(share % Math.max(1, this.live.length), 1)
    else this.put((openComponent(this.now, component) * BigInt(share) + 999n) / 1000n, component)
  }

  /** What is left in one amount: it must take the last cent of each rate. */
  finish(): void {
    this.put(this.now.total - this.now.allocated, "whole")
    const { taxes, taken } = this.now
    if (taken.join() !== taxes.join())
      throw new Error(`all is allocated with ${taken.join()} of ${taxes.join()}`)
  }

  private put(amount: bigint, component: Component): void {
    if (amount <= 0n) return
    const before = this.now
    const parts = this.taxOf(amount, before, component)
    this.live.push({ amount, parts })
    const { taxes, taken, total, allocated } = this.now
    const wrong =
      parts.some((part) => part < 0n) ||
      sum(parts) > amount ||
      (component === "tax" && sum(parts) !== amount) ||
      (component === "net" && sum(parts) !== 0n) ||
      taken.some((part, rate) => part > (taxes[rate] ?? 0n)) ||
      sum(taxes) - sum(taken) > total - allocated
    if (wrong) {
      throw new Error(
        `${amount} of ${total} (${before.allocated} allocated) got ${parts.join()} of ${taxes.join()} (${before.taken.join()} taken)`,
      )
    }
  }
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)

function scenarios(taxOf: TaxOf): fc.IProperty<[{ total: bigint; taxes: bigint[] }, Step[]]> {
  return fc.property(item, steps, ({ total, taxes }, history) => {
    const scenario = new Scenario(total, taxes, taxOf)
    for (const step of history) scenario.step(step)
    scenario.finish()
  })
}

describe("The tax in what is allocated", () => {
  it("is never below zero nor above what is left, and is all allocated in the end, whatever was taken back", () => {
    holds(scenarios(taxIn), 3_000)
  })

  it("is each rate's share to half a minor unit, when amounts come one after the other", () => {
    holds(
      fc.property(item, steps, ({ total, taxes: [tax = 0n] }, history) => {
        const scenario = new Scenario(total, [tax], taxIn)
        for (const step of history) {
          scenario.step({ ...step, does: "put", component: "whole" })
          const { taken, allocated } = scenario.now
          const twice = 2n * ((taken[0] ?? 0n) * total - tax * allocated)
          if (twice > total || twice < -total)
            throw new Error(`${taken.join()} of ${tax} in ${allocated} of ${total}`)
        }
      }),
    )
  })

  it("would not be so without the clamp", () => {
    const rounded = (dividend: bigint, divisor: bigint): bigint => (2n * dividend + divisor) / (2n * divisor)
    const unclamped: TaxOf = (amount, one, component) =>
      component === "whole"
        ? one.taxes.map(
            (tax, rate) => rounded(tax * (one.allocated + amount), one.total) - (one.taken[rate] ?? 0n),
          )
        : taxIn(amount, one, component)
    expect(() => holds(scenarios(unclamped), 3_000)).toThrow("Property failed")
  })
})
