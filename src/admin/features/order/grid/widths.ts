import type { DecimalString, OrderReconciliation } from "../../../../types/http"

/** Pixels of what stays in sight at the sides: item and amount before, Total and Unallocated after. */
export interface Sides {
  readonly item: number
  readonly amount: number
  readonly total: number
  readonly rest: number
}

/** Pixels that what can stand in a money column needs, and that heads would like. */
export interface Wanted {
  readonly least: number
  readonly usual: number
}

const ITEM = 224
/** Heads in any language: below these their words would be cut. */
const LEAST = { amount: 80, total: 86, rest: 98, money: 86 } as const
const USUAL = 102
/** Of the grid's font, and what stands beside an amount: its edges, and the lock of what is planned. */
const [DIGIT, SIGN, EDGES, LOCK] = [8.2, 4.5, 17, 16]

type Order = Pick<OrderReconciliation, "rows" | "columns" | "cells" | "totals" | "plan">

/** How wide the columns of an order are: no wider than its longest amounts and the words of heads need. */
export function widthsOf(
  { rows, columns, cells, totals, plan }: Order,
  amount: (value: DecimalString) => string,
): { readonly sides: Sides; readonly wanted: Wanted } {
  const side = pixelsOf(amount(longest([...rows.map(({ net }) => net), ...Object.values(totals)])))
  const longestOf = (some: readonly { readonly amount: DecimalString }[]): number =>
    pixelsOf(amount(longest(some.map((one) => one.amount))))
  const money = Math.max(longestOf([...columns, ...cells]), longestOf(plan?.instalments ?? []) + LOCK)
  return {
    sides: {
      item: ITEM,
      amount: Math.max(LEAST.amount, side),
      total: Math.max(LEAST.total, side),
      rest: Math.max(LEAST.rest, side),
    },
    wanted: { least: Math.max(LEAST.money, money), usual: Math.max(USUAL, money) },
  }
}

const longest = (amounts: readonly DecimalString[]): DecimalString =>
  amounts.reduce((one, other) => (other.length > one.length ? other : one), "0")

const pixelsOf = (text: string): number =>
  Math.ceil(Array.from(text).reduce((sum, sign) => sum + (/\d/.test(sign) ? DIGIT : SIGN), EDGES))

/** What is over beside wider columns goes to the items, whose titles need it. */
const WIDEST = 130

/**
 * How wide columns are: as they like where all fit, and then wider as far as there is room; narrower where all fit so;
 * and else so that as many as can be are in sight, and none is cut beside the sums.
 *
 * @param columns how many lie between the sides
 * @param box pixels of the box that they scroll in; 0 while it is not known
 */
export function columnWidth(
  columns: number,
  box: number,
  { sides, wanted }: { readonly sides: Sides; readonly wanted: Wanted },
): number {
  const room = box - sides.item - sides.amount - sides.total - sides.rest
  if (room < wanted.usual) return wanted.usual
  if (columns * wanted.usual <= room)
    return Math.max(wanted.usual, Math.min(WIDEST, Math.floor(room / Math.max(columns, 1))))
  return Math.floor(room / Math.min(columns, Math.floor(room / wanted.least)))
}

/** How wide a grid of so many columns is. */
export const tableWidth = (columns: number, width: number, { item, amount, total, rest }: Sides): number =>
  item + amount + columns * width + total + rest
