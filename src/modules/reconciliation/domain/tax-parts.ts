import type { OpenItem, TaxPart } from "./open-item"

/**
 * Taxes as parts of an amount, one a rate. Here they are signed as their amount is: debits positive,
 * credits negative.
 */

/** An item's taxes as the ledger adds them up. */
export function signedTaxes({ side, taxes }: Pick<OpenItem, "side" | "taxes">): readonly TaxPart[] {
  return side === "debit" ? taxes : negatedTaxes(taxes)
}

/** The same parts on the other side. */
export function negatedTaxes(taxes: readonly TaxPart[]): TaxPart[] {
  return taxes.map((tax) => ({ ...tax, amount: -tax.amount }))
}

/** Both, a rate at a time; a rate that comes to nothing is left out. */
export function addTaxes(one: readonly TaxPart[], other: readonly TaxPart[]): readonly TaxPart[] {
  if (other.length === 0) return one
  if (one.length === 0) return other
  const parts = new Map<string, TaxPart>()
  for (const tax of [...one, ...other]) {
    const name = `${tax.code} ${tax.rate}`
    const known = parts.get(name)
    parts.set(name, known ? { ...known, amount: known.amount + tax.amount } : tax)
  }
  return [...parts.values()].filter(({ amount }) => amount !== 0n)
}

/** What a line's tax comes to in a part of its amount, each rate rounded by itself, halves away from zero. */
export function taxesOfShare(taxes: readonly TaxPart[], share: bigint, whole: bigint): TaxPart[] {
  if (whole === 0n) return []
  return taxes.flatMap((tax) => {
    const product = tax.amount * share
    const size = product < 0n ? -product : product
    const divisor = whole < 0n ? -whole : whole
    const amount = (2n * size + divisor) / (2n * divisor)
    return amount === 0n ? [] : [{ ...tax, amount: product < 0n === whole < 0n ? amount : -amount }]
  })
}
