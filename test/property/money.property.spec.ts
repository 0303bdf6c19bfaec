import fc from "fast-check"
import { sharesOf } from "../../src/modules/reconciliation/domain/shares"
import { matchingCode } from "../../src/modules/reconciliation/domain/matching-code"
import { decimalOf, minorUnitsOf } from "../../src/modules/reconciliation/domain/money"
import {
  exactSum,
  negated,
  quantise,
  quantiseCumulatively,
} from "../../src/modules/reconciliation/domain/quantise"
import { holds, sameText } from "../support/property"

const digits = fc.constantFrom(0, 2, 3)
/** Far beyond 2^53, where a float would lie. */
const units = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
const raw = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 9 }))
  .map(([whole, places]) => decimalOf(whole, places))

describe("F60: an amount", () => {
  it("is the same after it was written and read, with 0, 2 and 3 digits, also beyond 2^53", () => {
    holds(
      fc.property(
        units,
        digits,
        (amount, places) => minorUnitsOf(decimalOf(amount, places), places) === amount,
      ),
    )
  })

  it("has as many decimals as its currency has digits", () => {
    holds(
      fc.property(units, digits, (amount, places) => {
        const [, fraction = ""] = decimalOf(amount, places).split(".")
        return fraction.length === places
      }),
    )
  })

  it("of the host that is whole minor units is not rounded", () => {
    holds(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        digits,
        (amount, places) => quantise(decimalOf(amount, places), places) === amount,
      ),
    )
  })

  it("of the host is rounded by at most half a minor unit, and alike on both sides of zero", () => {
    holds(
      fc.property(raw, digits, (text, places) => {
        const rounded = quantise(text, places)
        const error = minorUnitsOf(exactSum([text, negated(decimalOf(rounded, places))]), 12)
        const half = 10n ** BigInt(12 - places) / 2n
        return error <= half && error >= -half && quantise(negated(text), places) === -rounded
      }),
    )
  })

  it("in a series is rounded so that every running total is the exact one, rounded", () => {
    holds(
      fc.property(fc.array(raw, { maxLength: 12 }), digits, (raws, places) => {
        const parts = quantiseCumulatively(raws, places)
        parts.forEach((_, index) => {
          const rounded = parts.slice(0, index + 1).reduce((sum, part) => sum + part, 0n)
          sameText(rounded.toString(), quantise(exactSum(raws.slice(0, index + 1)), places).toString())
        })
      }),
    )
  })
})

describe("Shares by largest remainder", () => {
  const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 18n }), { minLength: 1, maxLength: 20 })
  const cases = weights
    .filter((list) => list.some((weight) => weight > 0n))
    .chain((list) => {
      const total = list.reduce((sum, weight) => sum + weight, 0n)
      return fc.record({
        list: fc.constant(list),
        total: fc.constant(total),
        money: fc.bigInt({ min: 0n, max: total }),
      })
    })

  it("add up exactly, never exceed their weights, and each is within one of its exact share", () => {
    holds(
      fc.property(cases, ({ list, total, money }) => {
        const shares = sharesOf(money, list, total)
        sameText(shares.reduce((sum, share) => sum + share, 0n).toString(), money.toString())
        return shares.every((share, index) => {
          const weight = list[index] ?? 0n
          const floor = (money * weight) / total
          return share <= weight && (share === floor || share === floor + 1n)
        })
      }),
    )
  })

  it("are stable: of two equal weights the earlier never gets less, the later never more", () => {
    holds(
      fc.property(cases, ({ list, total, money }) => {
        const shares = sharesOf(money, list, total)
        return list.every((weight, one) =>
          list.every(
            (other, two) => one >= two || weight !== other || (shares[one] ?? 0n) >= (shares[two] ?? 0n),
          ),
        )
      }),
    )
  })
})

describe("F33 F35: matching codes", () => {
  const rankOf = (code: string): number =>
    Array.from(code.toLowerCase()).reduce((rank, letter) => rank * 26 + letter.charCodeAt(0) - 96, 0)

  it("name each rank once: the letters give the rank back", () => {
    holds(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.boolean(), (rank, closed) => {
        const code = matchingCode(rank, closed)
        return rankOf(code) === rank && (closed ? /^[A-Z]+$/ : /^[a-z]+$/).test(code)
      }),
    )
  })

  it("are in order when the shorter come first", () => {
    const before = (one: string, other: string): boolean =>
      one.length < other.length || (one.length === other.length && one < other)
    holds(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 1_000 }), (rank, more) =>
        before(matchingCode(rank, false), matchingCode(rank + more, false)),
      ),
    )
  })
})
