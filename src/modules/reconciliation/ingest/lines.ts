import { keyOf } from "../domain/key"
import type { Desired } from "../domain/posting/document-state"
import type { TaxPart } from "../domain/open-item"
import { quantise } from "../domain/quantise"
import { POSITIONS_A_RANGE } from "../domain/posting/working-ledger"
import {
  exact,
  hasAmount,
  present,
  type HostLine,
  type HostShippingMethod,
  type HostTaxLine,
  type HostVersion,
} from "./host-order"
import { inListedOrder } from "./line-position"

/** When something took effect, with its day in the accounting time zone. */
export interface When {
  readonly at: string
  readonly on: string
}

/** The lines and shipping methods of one version, as they should stand in the ledger. */
export function linesOf(version: HostVersion, { when, digits }: { when: When; digits: number }): Desired[] {
  return [
    ...inListedOrder(present(version.items)).map((line, index) => lineOf(line, index + 1, { when, digits })),
    ...inListedOrder(present(version.shipping_methods)).map((method, index) =>
      shippingOf(method, POSITIONS_A_RANGE + index + 1, { when, digits }),
    ),
  ]
}

/** The key of a line of the host's order. */
export const lineKeyOf = ({ id }: Pick<HostLine, "id">): string => keyOf("line", id)

function lineOf(line: HostLine, position: number, { when, digits }: { when: When; digits: number }): Desired {
  const key = lineKeyOf(line)
  return {
    key,
    class: isFee(line) ? "fee" : "line",
    signed: quantise(exact(line.raw_total, { order_line: line.id }), digits),
    lineKey: key,
    position,
    title: titleOf(line),
    reference: line.id,
    method: null,
    hostId: line.id,
    ...when,
    taxes: taxesOf(line.tax_lines, digits),
  }
}

/** A line may say that it is a fee (handling, deposit on bottles), for strategies that pay fees apart. */
function isFee({ metadata }: HostLine): boolean {
  return metadata?.["reconciliation_fee"] === true || metadata?.["reconciliation_fee"] === "true"
}

function titleOf({ title, product_title, variant_title }: HostLine): string {
  const product = product_title ?? title ?? "Item"
  const variant = variant_title ?? (title === product ? null : title)
  return variant && variant !== product && !/^default/i.test(variant) ? `${product} – ${variant}` : product
}

function shippingOf(
  method: HostShippingMethod,
  position: number,
  { when, digits }: { when: When; digits: number },
): Desired {
  const key = keyOf("shipping", method.id)
  return {
    key,
    class: method.detail?.return_id ? "return_shipping" : "shipping",
    signed: quantise(exact(method.raw_total, { shipping_method: method.id }), digits),
    lineKey: key,
    position,
    title: method.name ?? "Shipping",
    reference: method.id,
    method: null,
    hostId: method.id,
    ...when,
    taxes: taxesOf(method.tax_lines, digits),
  }
}

function taxesOf(taxLines: readonly (HostTaxLine | null)[] | null | undefined, digits: number): TaxPart[] {
  return present(taxLines).flatMap((tax) => {
    // Some reads of the host compute no totals of tax lines; nothing is owed by them.
    if (!hasAmount(tax.raw_total)) return []
    const amount = quantise(exact(tax.raw_total), digits)
    // A line below zero, such as a trade-in, contains tax below zero.
    return amount !== 0n ? [{ code: tax.code ?? "tax", rate: String(tax.rate ?? 0), amount }] : []
  })
}
