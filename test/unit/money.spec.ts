import { ReconciliationError } from "../../src/modules/reconciliation/domain/errors"
import {
  decimalOf,
  least,
  limitUnitsOf,
  minorUnitsOf,
  positiveMinorUnitsOf,
} from "../../src/modules/reconciliation/domain/money"
import {
  exactSum,
  negated,
  quantise,
  quantiseCumulatively,
  signOf,
} from "../../src/modules/reconciliation/domain/quantise"

describe("An amount as text", () => {
  it.each([
    ["75", 2, 7500n],
    ["75.5", 2, 7550n],
    ["75.50", 2, 7550n],
    ["75.500", 2, 7550n],
    ["0.01", 2, 1n],
    ["-0.01", 2, -1n],
    ["-75", 2, -7500n],
    ["007", 2, 700n],
    ["1000", 0, 1000n],
    ["1000.0", 0, 1000n],
    ["1.234", 3, 1234n],
    ["90071992547409931.23", 2, 9007199254740993123n],
    ["0", 2, 0n],
    ["-0", 2, 0n],
  ])("%s with %i digits is %s minor units", (text, digits, units) => {
    expect(minorUnitsOf(text, digits)).toBe(units)
  })

  it.each([
    "",
    " 1",
    "1 ",
    "1,50",
    "1 234.50",
    "1e3",
    "+1",
    ".5",
    "5.",
    "--1",
    "1.2.3",
    "abc",
    "0x10",
    "١",
    "NaN",
    "1\n",
  ])("%j is refused: it is not a decimal amount", (text) => {
    expect(refusal(() => minorUnitsOf(text, 2))).toEqual({
      type: "invalid_data",
      code: "amount_malformed",
      message: `"${text}" is not a decimal amount.`,
      remedy: 'Send the amount as a decimal string such as "75.00".',
    })
  })

  it("is refused with more decimals than its currency, unless they are zeros", () => {
    expect(refusal(() => minorUnitsOf("1.001", 2))).toEqual({
      type: "invalid_data",
      code: "amount_too_precise",
      message: "1.001 has more decimals than its currency: 2.",
      remedy: "Send at most 2 decimals.",
    })
    expect(minorUnitsOf("1.0000", 0)).toBe(1n)
  })

  it.each([
    ["0.505", 2, 50n],
    ["0.5", 2, 50n],
    ["12", 2, 1200n],
    ["0.505", 0, 0n],
    ["7.9", 0, 7n],
    ["1.2345", 3, 1234n],
  ])("of a limit, %s with %d digits, is cut off to %d", (text, digits, units) => {
    expect(limitUnitsOf(text, digits)).toBe(units)
  })

  it("of a payment is above zero", () => {
    expect(refusal(() => positiveMinorUnitsOf("0.00", 2))).toEqual({
      type: "invalid_data",
      code: "amount_not_positive",
      message: "The amount 0.00 is not above zero.",
      remedy: "Send a positive amount; money paid back is a refund, recorded in the host.",
    })
    expect(refusal(() => positiveMinorUnitsOf("-5", 2)).code).toBe("amount_not_positive")
    expect(positiveMinorUnitsOf("0.01", 2)).toBe(1n)
  })

  it("of a payment is at most what the database takes", () => {
    expect(positiveMinorUnitsOf("10000000000000.00", 2)).toBe(10n ** 15n)
    expect(refusal(() => positiveMinorUnitsOf("10000000000000.01", 2))).toEqual({
      type: "invalid_data",
      code: "amount_too_large",
      message: "The amount 10000000000000.01 is above the limit of 10000000000000.00.",
      remedy: "Check the amount, or record it in parts.",
    })
  })

  it.each([
    [7500n, 2, "75.00"],
    [1n, 2, "0.01"],
    [-1n, 2, "-0.01"],
    [0n, 2, "0.00"],
    [0n, 0, "0"],
    [-1000n, 0, "-1000"],
    [5n, 3, "0.005"],
    [9007199254740993123n, 2, "90071992547409931.23"],
  ])("%s minor units with %i digits are written %s", (units, digits, text) => {
    expect(decimalOf(units, digits)).toBe(text)
  })

  it("has a lesser of two", () => {
    expect([least(1n, 2n), least(2n, 1n), least(2n, 2n)]).toEqual([1n, 1n, 2n])
  })
})

describe("A host amount of any length", () => {
  it.each([
    ["83.029275", 2, 8303n],
    ["0.005", 2, 1n],
    ["-0.005", 2, -1n],
    ["0.004999999999999999999999", 2, 0n],
    ["99.5", 0, 100n],
    ["-99.5", 0, -100n],
    ["1.0005", 3, 1001n],
    ["1e2", 2, 10000n],
    ["123456789012345678.005", 2, 12345678901234567801n],
  ])("F60: %s becomes minor units of %i digits, halves away from zero: %s", (raw, digits, units) => {
    expect(quantise(raw, digits)).toBe(units)
  })

  it("is added exactly", () => {
    expect(exactSum(["0.1", "0.2", "-0.3"])).toBe("0")
    expect(exactSum(["100000000000000000", "0.000000000001"])).toBe("100000000000000000.000000000001")
    expect(exactSum([])).toBe("0")
  })

  it("has a sign and an opposite", () => {
    expect([signOf("-0.001"), signOf("0.00"), signOf("7")]).toEqual([-1, 0, 1])
    expect([negated("1.5"), negated("-1.5")]).toEqual(["-1.5", "1.5"])
  })

  it("F60: in a series is rounded so that every running total is right", () => {
    expect(quantiseCumulatively(["83.333333", "83.333333", "83.333334"], 2)).toEqual([8333n, 8334n, 8333n])
    expect(quantiseCumulatively(["0.004", "0.004", "0.004"], 2)).toEqual([0n, 1n, 0n])
    expect(quantiseCumulatively([], 2)).toEqual([])
  })
})

function refusal(act: () => unknown): { type: string; code: string; message: string; remedy: string } {
  try {
    act()
  } catch (error) {
    if (!(error instanceof ReconciliationError)) throw error
    const { type, code, message, remedy } = error
    return { type, code, message, remedy }
  }
  throw new Error("nothing was refused")
}
