import type { DecimalString, PaidLineView } from "../../../types/http"
import { decimalOf, least, minorUnitsOf } from "../../../modules/reconciliation/domain/money"

interface Spread {
  /** Items whose amount somebody typed: those stay as they are. */
  readonly named: readonly string[]
  /** What of the money is on no item. */
  readonly stays: DecimalString
  readonly digits: number
}

/** What the other items of an order would get more of the money that is on none. */
export interface OtherItems {
  /** All of it, together. */
  readonly amount: DecimalString
  /** What each would get then, by item; those alone that would get more, in their order. */
  readonly gets: ReadonlyMap<string, DecimalString>
}

/**
 * Spreads what stays over the items of an order that nobody typed an amount of: first to last, each as much as it has
 * open.
 *
 * @returns null where none of them takes anything
 */
export function onOtherItems(
  lines: readonly PaidLineView[],
  { named, stays, digits }: Spread,
): OtherItems | null {
  const all = minorUnitsOf(stays, digits)
  const gets = new Map<string, DecimalString>()
  let left = all
  for (const { line, gets: has, open_after: open } of lines) {
    if (line === null || named.includes(line)) continue
    const more = least(minorUnitsOf(open, digits), left)
    if (more <= 0n) continue
    gets.set(line, decimalOf(minorUnitsOf(has, digits) + more, digits))
    left -= more
  }
  return gets.size === 0 ? null : { amount: decimalOf(all - left, digits), gets }
}
