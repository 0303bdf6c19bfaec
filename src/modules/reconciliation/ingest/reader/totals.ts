import { BigNumber, getLineItemsTotals, getShippingMethodsTotals, trimZeros } from "@medusajs/framework/utils"
import type { RawAmount } from "../host-order"

/** Amounts are exact decimal texts, in major units; quantities and rates too. */
export interface Taxed {
  readonly id: string
  readonly is_tax_inclusive: boolean
  readonly tax_lines: readonly { readonly rate: string }[]
}

export interface LineToTotal extends Taxed {
  readonly unit_price: string
  readonly quantity: string
  readonly adjustments: readonly { readonly amount: string; readonly is_tax_inclusive: boolean }[]
  readonly detail: Readonly<Record<string, string | null>>
}

export interface MethodToTotal extends Taxed {
  readonly amount: string
  readonly adjustments: readonly { readonly amount: string }[]
}

/** What the host's functions need: they write a total into each tax line, and take a text for any number. */
type Bn = Pick<BigNumber, "raw">
interface Totalled {
  readonly total: Bn
  readonly return_requested_total?: Bn
}

export interface Totals {
  readonly raw_total: RawAmount
  readonly taxes: readonly RawAmount[]
}

/**
 * The totals of a version's lines and delivery methods, computed by the host's own exported functions: not one of them is
 * ours. An order is read without its region, so each line's own mark says whether its price contains tax.
 */
export function totalsOfLines(lines: readonly LineToTotal[]): Totals[] {
  return totalled(lines, (copies) => getLineItemsTotals(copies as never, {}))
}

export function totalsOfMethods(methods: readonly MethodToTotal[]): Totals[] {
  return totalled(methods, (copies) => getShippingMethodsTotals(copies as never, {}))
}

function totalled<Row extends Taxed>(
  rows: readonly Row[],
  total: (rows: readonly Row[]) => Record<string, Totalled>,
): Totals[] {
  const copies = rows.map((row) => ({ ...row, tax_lines: row.tax_lines.map(({ rate }) => ({ rate })) }))
  const found = total(copies)
  return copies.map(({ id, tax_lines: taxes }) => ({
    raw_total: textOf(found[id]?.total),
    taxes: taxes.map((tax) => textOf((tax as { total?: Bn }).total)),
  }))
}

/** As the host writes an amount that it computed: 20 digits, without the zeros at their end. */
function textOf(amount: Bn | undefined): RawAmount {
  if (!amount?.raw) throw new Error("the host's functions gave no total")
  return { value: trimZeros(String(amount.raw.value)) }
}

/** As the host reads a number that it keeps as text: what is as small as its epsilon is 0. */
export const numberOf = (text: string): number => new BigNumber(text).numeric
