import { sharesOf } from "./shares"
import { least } from "./money"

/** An item's tax while a plan is being made. All amounts are minor units. */
export interface TaxedItem {
  /** What the item is worth in all, and what of it is allocated already. */
  readonly total: bigint
  readonly allocated: bigint
  /** The tax it contains, a rate at a time, and what of each is allocated already. */
  readonly taxes: readonly bigint[]
  readonly taken: readonly bigint[]
}

/** Which part of an item an amount is taken from: all of it in proportion, its tax alone, or all but its tax. */
export type Component = "whole" | "tax" | "net"

/** What an item still has open of a component. */
export function openComponent({ total, allocated, taxes, taken }: TaxedItem, component: Component): bigint {
  const open = total - allocated
  if (component === "whole") return open
  const tax = sum(taxes) - sum(taken)
  return component === "tax" ? tax : open - tax
}

/**
 * The tax contained in an amount of an item, a rate at a time. Cumulative rounding: after any number of
 * amounts, each rate has got its share of what is allocated, to half a minor unit, and the last amount
 * takes the cent that is left. The clamp keeps every part between nothing and what is left, also when
 * releases have given amounts back in another order.
 */
export function taxIn(amount: bigint, item: TaxedItem, component: Component = "whole"): bigint[] {
  const { total, allocated, taxes, taken } = item
  const left = taxes.map((tax, rate) => tax - (taken[rate] ?? 0n))
  if (component === "net") return taxes.map(() => 0n)
  if (component === "tax") return sharesOf(amount, left, sum(left))
  const due = taxes.map((tax, rate) => rounded(tax * (allocated + amount), total) - (taken[rate] ?? 0n))
  // An adjustment that lowers one rate's tax and raises another's is no sum of parts within it.
  if (left.some((tax) => tax < 0n) || sum(left) > total - allocated) return due
  return clamped(amount, { due, left, rest: total - allocated })
}

interface Clamp {
  readonly due: readonly bigint[]
  readonly left: readonly bigint[]
  /** What the item has open. */
  readonly rest: bigint
}

function clamped(amount: bigint, { due, left, rest }: Clamp): bigint[] {
  let open = amount
  let after = rest
  return left.map((most, rate) => {
    after -= most
    const atLeast = open > after ? open - after : 0n
    const part = least(due[rate] ?? 0n, least(open, most))
    const tax = part < atLeast ? atLeast : part
    open -= tax
    return tax
  })
}

/** A quotient rounded to whole minor units, halves away from zero. */
function rounded(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend
  const quotient = (2n * size + divisor) / (2n * divisor)
  return dividend < 0n ? -quotient : quotient
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n)
}
