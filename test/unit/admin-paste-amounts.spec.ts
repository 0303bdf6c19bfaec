import { readAmount, readsTwoWays, settleThousands, writeAmount } from "../../src/admin/lib/amount-text"
import { AMOUNT_TEXTS, type Written } from "../support/amount-texts"

/** What a text means: minor units, else what is done with it, or why it is refused. */
function meaning(text: string, written: Written, thousands?: "," | "."): bigint | string {
  const read = readAmount(text, AMOUNT_TEXTS[written], thousands)
  if (read.kind === "amount") return read.units
  return read.kind === "refused" ? read.reason : read.kind
}

describe("A pasted amount", () => {
  it.each<[text: string, written: Written, meaning: bigint | string]>([
    // Plain
    ["1234.5", "USD en", 123450n],
    ["1234,50", "USD en", 123450n],
    ["12", "USD en", 1200n],
    ["12.5", "EUR fr", 1250n],
    ["  12.50\u00A0", "USD en", 1250n],
    ["+12.50", "USD en", 1250n],
    ["007.50", "USD en", 750n],
    [".50", "USD en", 50n],
    [",5", "USD en", 50n],
    ["12.", "USD en", 1200n],
    ["12, €", "EUR fr", 1200n],
    ["12,", "USD en", "not_a_number"],
    ["1.5.", "USD en", "not_a_number"],
    ["1,234.", "KWD en", 1234000n],
    ["12.5000", "USD en", 1250n],
    // Thousands
    ["1 234,50", "USD en", 123450n],
    ["1\u00A0234,50", "USD en", 123450n],
    ["1\u202F234,50", "EUR fr", 123450n],
    ["1\u2009234,50", "EUR fr", 123450n],
    ["1\u2007234,50", "EUR fr", 123450n],
    ["1.234,50", "USD en", 123450n],
    ["1,234.50", "EUR fr", 123450n],
    ["1'234.50", "EUR fr", 123450n],
    ["1’234.50", "EUR fr", 123450n],
    ["1'234'567,5", "USD en", 123456750n],
    ["12 345 678", "USD en", 1234567800n],
    ["1,234,567", "EUR fr", 123456700n],
    ["1.234.567", "USD en", 123456700n],
    ["12,34,567.50", "USD en", 123456750n],
    ["1 234 567.00", "USD en", 123456700n],
    ["1 234.567,00", "USD en", "not_a_number"],
    ["1  234", "USD en", "not_a_number"],
    ["1234 567", "USD en", "not_a_number"],
    ["1\n234", "USD en", "not_a_number"],
    // Below zero
    ["(12.00)", "USD en", -1200n],
    ["( 12.00 )", "USD en", -1200n],
    ["12.00-", "USD en", -1200n],
    ["-12.00", "USD en", -1200n],
    ["−12.00", "USD en", -1200n],
    ["\u201112,00", "EUR fr", -1200n],
    ["–12,00", "EUR fr", -1200n],
    ["- 1 234,50", "EUR fr", -123450n],
    ["-.50", "USD en", -50n],
    ["(-12.00)", "USD en", "not_a_number"],
    ["-12.00-", "USD en", "not_a_number"],
    ["(12.00", "USD en", "not_a_number"],
    ["12.00)", "USD en", "not_a_number"],
    ["12.-", "USD en", "not_a_number"],
    ["12,-", "EUR fr", "not_a_number"],
    ["—12.00", "USD en", "not_a_number"],
    // Currency
    ["$12", "USD en", 1200n],
    ["us$ 12", "USD en", 1200n],
    ["12 $US", "USD fr", 1200n],
    ["USD 12.00", "USD en", 1200n],
    ["usd12.00", "USD en", 1200n],
    ["12 €", "EUR fr", 1200n],
    ["€12", "EUR en", 1200n],
    ["12,00\u00A0EUR", "EUR fr", 1200n],
    ["USD $12.00", "USD en", 1200n],
    ["$12.00 USD", "USD en", 1200n],
    ["-$12.00", "USD en", -1200n],
    ["$-12.00", "USD en", -1200n],
    ["$(12.00)", "USD en", -1200n],
    ["($12.00)", "USD en", -1200n],
    ["12,00- €", "EUR fr", -1200n],
    ["-12,00 €", "EUR fr", -1200n],
    ["kr. 12,00", "DKK fr", 1200n],
    ["kr.12,00", "DKK fr", 1200n],
    ["12,00 kr.", "DKK fr", 1200n],
    ["(kr.12)", "DKK fr", -1200n],
    ["S/.12", "PEN en", 1200n],
    ["$.50", "USD en", 50n],
    [". 12", "USD en", "not_a_number"],
    ["12 .", "USD en", "not_a_number"],
    ["د.ك.\u200F 1.500", "KWD en", 1500n],
    ["KWD 1.500", "KWD en", 1500n],
    ["￥1,234", "JPY en", 1234n],
    ["12 €", "USD en", "other_currency"],
    ["$12", "EUR en", "other_currency"],
    ["CA$12.00", "USD en", "other_currency"],
    ["R$ 12.00", "USD en", "other_currency"],
    ["12.00 CHF", "USD en", "other_currency"],
    ["chf 12.00", "USD en", "other_currency"],
    ["$12.00 €", "USD en", "other_currency"],
    ["€12.00 x", "USD en", "not_a_number"],
    ["U12SD", "USD en", "not_a_number"],
    ["€0", "USD en", "other_currency"],
    // Nothing, and zero
    ["", "USD en", "keep"],
    [" \t\u00A0\u200B\n", "USD en", "keep"],
    ["0", "USD en", "clear"],
    ["0.00", "USD en", "clear"],
    ["0,000", "USD en", "clear"],
    ["(0.00)", "USD en", "clear"],
    ["$0", "USD en", "clear"],
    ["-", "USD en", "clear"],
    ["–", "USD en", "clear"],
    ["—", "USD en", "clear"],
    ["−", "USD en", "clear"],
    [" $ -   ", "USD en", "clear"],
    ["- €", "EUR fr", "clear"],
    ["- €", "USD en", "other_currency"],
    ["--", "USD en", "not_a_number"],
    ["(-)", "USD en", "not_a_number"],
    ["$", "USD en", "not_a_number"],
    // One sign with three digits behind it: a thousand or decimals?
    ["1,234", "USD en", 123400n],
    ["12.345", "USD en", "too_precise"],
    ["12.500", "USD en", "unclear"],
    ["12,500", "USD en", 1250000n],
    ["1.234", "EUR fr", 123400n],
    ["1,234", "EUR fr", "too_precise"],
    ["1,230", "EUR fr", "unclear"],
    ["0.500", "USD en", 50n],
    ["0,345", "USD en", "too_precise"],
    ["1234.567", "USD en", "too_precise"],
    ["1,234.567", "USD en", "too_precise"],
    [".345", "USD en", "too_precise"],
    ["1.234", "JPY en", 1234n],
    ["1,234", "JPY en", 1234n],
    ["1.234", "JPY fr", 1234n],
    ["1 234", "JPY fr", 1234n],
    ["12.5", "JPY en", "too_precise"],
    ["12.0", "JPY en", 12n],
    ["12.345", "KWD en", 12345n],
    ["12,345", "KWD fr", 12345n],
    ["12,345", "KWD en", "unclear"],
    ["12.345", "KWD fr", "unclear"],
    ["12,3", "KWD en", 12300n],
    ["1,234.567", "KWD fr", 1234567n],
    ["12.3456", "KWD en", "too_precise"],
    // No amount
    ["1e3", "USD en", "not_a_number"],
    ["1E+03", "USD en", "not_a_number"],
    ["12.00 x", "USD en", "not_a_number"],
    ["=A1", "USD en", "not_a_number"],
    ["=12.00", "USD en", "not_a_number"],
    ["1.2.3", "USD en", "not_a_number"],
    ["1,23,4", "USD en", "not_a_number"],
    ["1,23,45", "USD en", "not_a_number"],
    ["1'23", "USD en", "not_a_number"],
    ["12%", "USD en", "not_a_number"],
    ["12.00 20.00", "USD en", "not_a_number"],
    ["12-00", "USD en", "not_a_number"],
    ["26/11/2026", "USD en", "not_a_number"],
    ["12²", "USD en", "not_a_number"],
    ["١٢", "USD en", "not_a_number"],
    ["####", "USD en", "not_a_number"],
    ["Cash", "USD en", "not_a_number"],
    // Bounds
    ["10000000000000.00", "USD en", 10n ** 15n],
    ["(10,000,000,000,000.00)", "USD en", -(10n ** 15n)],
    ["10000000000000.01", "USD en", "too_large"],
    ["-10000000000000.01", "USD en", "too_large"],
    ["00000000000000000000000000012", "USD en", 1200n],
  ])("%j in %s: %s", (text, written, expected) => {
    expect(meaning(text, written)).toBe(expected)
  })

  it("of a million digits is refused at once", () => {
    expect(meaning("9".repeat(1_000_000), "USD en")).toBe("too_large")
    expect(meaning(`1${"x".repeat(1_000_000)}`, "USD en")).toBe("not_a_number")
    expect(meaning(`1${",234".repeat(250_000)}`, "USD en")).toBe("too_large")
  })

  it.each<[text: string, written: Written, thousands: "," | ".", meaning: bigint | string]>([
    ["1,234", "KWD en", ",", 1234000n],
    ["1,234", "KWD en", ".", 1234n],
    ["1.234", "KWD en", ".", 1234000n],
    ["12.345", "USD en", ".", 1234500n],
    ["12.500", "USD en", ",", 1250n],
    ["12.500", "USD en", ".", 1250000n],
    ["1,234", "USD en", ".", "too_precise"],
    ["12.345", "JPY en", ",", "too_precise"],
    ["(1,234)", "KWD en", ".", -1234n],
    ["12,50", "USD en", ",", 1250n],
  ])("%j in %s, where %j groups thousands: %s", (text, written, thousands, expected) => {
    expect(meaning(text, written, thousands)).toBe(expected)
  })

  it.each([
    ["1,234", true],
    ["$1.234", true],
    ["1,234.5", false],
    ["1234", false],
    ["-", false],
    ["", false],
    ["x", false],
  ])("%j can be read in two ways: %s", (text, expected) => {
    expect(readsTwoWays(text, AMOUNT_TEXTS["USD en"])).toBe(expected)
  })
})

describe("Which sign groups thousands in a block", () => {
  it.each<[texts: string, written: Written, sign: "," | "." | null | "unclear"]>([
    ["1,234 | 12.50", "USD fr", ","],
    ["1.234 | 1 234,5", "USD en", "."],
    ["12,345 | 1,234,567", "KWD en", ","],
    ["12,345 | 1.234,5 €", "KWD en", "."],
    ["12.345 | 1234.567", "USD en", ","],
    ["12.345 | x | 12 | - |  | 1 234", "USD en", null],
    ["1,234 | 12.500", "USD en", "unclear"],
    ["12,345", "KWD en", "unclear"],
    ["12.345", "KWD en", null],
    ["1,234", "JPY en", null],
    ["12.50 | 12,50 | 1,234", "USD en", "unclear"],
    ["12.50 | 12,50 | 1234", "USD en", null],
    ["", "USD en", null],
  ])("%j in %s: %j", (texts, written, sign) => {
    expect(settleThousands(texts.split(" | "), AMOUNT_TEXTS[written])).toBe(sign)
  })
})

describe("An amount that is copied or edited", () => {
  it.each<[units: bigint, written: Written, text: string]>([
    [123450n, "USD en", "1234.50"],
    [123450n, "EUR fr", "1234,50"],
    [-5n, "EUR fr", "-0,05"],
    [0n, "USD en", "0.00"],
    [-1234n, "JPY fr", "-1234"],
    [1234n, "KWD fr", "1,234"],
  ])("%s in %s is written %j", (units, written, text) => {
    expect(writeAmount(units, AMOUNT_TEXTS[written])).toBe(text)
  })
})
