import { decimalOf } from "../../modules/reconciliation/domain/money"
import { isExact, otherSeparator, unitsOf, type Figures, type Reading, type Separator } from "./figures"
import { isCurrency, isOfOrder, takeApart, type AmountText } from "./written-amount"

export type { Separator } from "./figures"
export type { AmountText } from "./written-amount"

export type AmountRefusal = "not_a_number" | "too_precise" | "too_large" | "other_currency"

export type ReadAmount =
  /** Signed minor units, never zero. */
  | { kind: "amount"; units: bigint }
  /** Blank: what stands there stays. */
  | { kind: "keep" }
  /** Zero or a lone dash. */
  | { kind: "clear" }
  /** "1,234" where it may be a thousand or decimals: ask which sign groups thousands, then read again. */
  | { kind: "unclear" }
  | { kind: "refused"; reason: AmountRefusal }

/**
 * Reads what somebody typed or pasted as an amount; nothing is rounded.
 *
 * @param thousands the sign that groups thousands, where the block or the person said so; it decides only what can be
 *   read in two ways: "12,50" is 12.50 all the same
 */
export function readAmount(text: string, as: AmountText, thousands?: Separator | null): ReadAmount {
  const written = takeApart(text, as)
  if (written.kind === "blank") return { kind: "keep" }
  if (written.kind === "nonsense") return refused("not_a_number")
  const foreign = written.names.filter((name) => !isOfOrder(name, as))
  if (foreign.length > 0) return refused(foreign.every(isCurrency) ? "other_currency" : "not_a_number")
  if (written.kind === "dash") return { kind: "clear" }
  if (written.figures.ways === "none") return refused("not_a_number")
  const reading = chosen(written.figures, as, thousands)
  if (!reading) return { kind: "unclear" }
  const units = unitsOf(reading, as.digits)
  if (typeof units === "string") return refused(units)
  return units === 0n ? { kind: "clear" } : { kind: "amount", units: written.negative ? -units : units }
}

const refused = (reason: AmountRefusal): ReadAmount => ({ kind: "refused", reason })

type TwoWays = Extract<Figures, { ways: "two" }>

function chosen(
  figures: Exclude<Figures, { ways: "none" }>,
  as: AmountText,
  thousands: Separator | null | undefined,
): Reading | null {
  if (figures.ways === "one") return figures.reading
  if (!thousands) return chosenByLanguage(figures, as)
  return thousands === figures.sign ? figures.grouped : figures.decimals
}

/**
 * What figures mean that can be read in two ways (one sign, one to three digits before it and no "0" first, exactly
 * three behind it) where nothing else of the block says so; null where nobody can know.
 *
 * | digits | the sign is the language's decimal one                              | it is the other one  |
 * | ------ | ------------------------------------------------------------------- | -------------------- |
 * | 0      | it groups: "1.234" yen are 1234                                     | it groups            |
 * | 1, 2   | decimals, too precise: "12.345"; unclear if they are not: "12.500"  | it groups: "1,234"   |
 * | 3 …    | decimals: "1.234" dinars                                            | unclear: "1,234"     |
 *
 * The examples are English. "12.500" is not taken for 12.50, though that is exact: it is also how half of Europe
 * writes twelve thousand five hundred.
 */
function chosenByLanguage({ sign, decimals, grouped }: TwoWays, as: AmountText): Reading | null {
  if (as.digits === 0) return grouped
  if (as.digits >= 3) return sign === as.decimal ? decimals : null
  if (sign !== as.decimal) return grouped
  return isExact(decimals, as.digits) ? null : decimals
}

/**
 * The sign that groups thousands in a whole block, because cells that can be read in one way only show it: "1 234,50"
 * and "12,5" leave the dot for it. Null where nothing shows it and nothing asks for it.
 *
 * @returns "unclear" where a text can be read in two ways, and neither the other cells nor the language settle it, or
 *   the other cells contradict each other
 */
export function settleThousands(texts: readonly string[], as: AmountText): Separator | null | "unclear" {
  const shown = new Set<Separator>()
  const twoWays: TwoWays[] = []
  for (const text of texts) {
    const written = takeApart(text, as)
    if (written.kind !== "figures") continue
    const { figures } = written
    if (figures.ways === "two") twoWays.push(figures)
    if (figures.ways === "one" && figures.decimal) shown.add(otherSeparator(figures.decimal))
  }
  const [sign = null, contrary] = shown
  if (sign && !contrary) return sign
  const open = contrary ? twoWays.length > 0 : twoWays.some((figures) => !chosenByLanguage(figures, as))
  return open ? "unclear" : null
}

/** True for a text that means one amount or another, depending on which sign groups thousands. */
export function readsTwoWays(text: string, as: AmountText): boolean {
  const written = takeApart(text, as)
  return written.kind === "figures" && written.figures.ways === "two"
}

/** For the clipboard and the editor: "-1234.50", no grouping, no currency, an ASCII minus. */
export function writeAmount(units: bigint, { digits, decimal }: AmountText): string {
  return decimalOf(units, digits).replace(".", decimal)
}
