import { daysAfter } from "../day"
import { least } from "../money"
import type { PlannedPayment } from "./payment-plan"
import type { PinnedLine } from "./pinned-line"
import { quantise } from "../quantise"

/** What is to be paid of an item when it is ordered, and when the rest falls due. */
export interface DepositRule {
  readonly match: { readonly by: "product" | "type" | "collection" | "category"; readonly id: string }
  readonly downPayment: Percent | { readonly amounts: ReadonlyMap<string, string> }
  /** By day; together a whole. */
  readonly schedule: readonly (Percent & { readonly afterDays: number })[]
}

/** A hundredth of a per cent is the finest share: 33.33 % is 3333. */
export interface Percent {
  readonly basisPoints: bigint
}

export const WHOLE = 10_000n

/** What rules may ask of the product that a line sells. */
export interface ProductFacts {
  readonly productId: string
  readonly typeId: string | null
  readonly collectionId: string | null
  readonly categoryIds: readonly string[]
}

export interface DepositInput {
  /** What each line owes as placed, as the order lists them; minor units. */
  readonly owed: readonly PinnedLine[]
  /** The product of each line, by the line's key; shipping and rounding have none. */
  readonly products: ReadonlyMap<string, ProductFacts>
  /** The first that fits a product decides. */
  readonly rules: readonly DepositRule[]
  readonly currencyCode: string
  readonly digits: number
  readonly placedOn: string
}

/**
 * The plan that an order's items ask for: on the day it was placed each down payment, and in full each line
 * without a rule; then the rest by schedule, what falls due on one day together. Empty when no rule fits.
 */
export function depositPlan(input: DepositInput): PlannedPayment[] {
  const byDay = new Map<string, PinnedLine[]>()
  let fits = false
  for (const line of input.owed) {
    const rule = ruleFor(input, line.lineKey)
    fits ||= rule !== undefined
    for (const { dueOn, amount } of rule ? partsOf(line.amount, rule, input) : inFull(line, input)) {
      byDay.set(dueOn, [...(byDay.get(dueOn) ?? []), { lineKey: line.lineKey, amount }])
    }
  }
  if (!fits) return []
  return [...byDay]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([dueOn, pins]) => ({
      dueOn,
      amount: pins.reduce((sum, { amount }) => sum + amount, 0n),
      method: null,
      reference: null,
      pins,
    }))
}

interface Part {
  readonly dueOn: string
  readonly amount: bigint
}

const inFull = ({ amount }: PinnedLine, { placedOn }: DepositInput): Part[] => [{ dueOn: placedOn, amount }]

/** A down payment in amounts is none in a currency that it does not name, so its rule does not fit. */
function ruleFor({ products, rules, currencyCode }: DepositInput, lineKey: string): DepositRule | undefined {
  const product = products.get(lineKey)
  if (!product) return undefined
  return rules.find(
    ({ match, downPayment }) =>
      idsOf(product, match.by).includes(match.id) &&
      ("basisPoints" in downPayment || downPayment.amounts.has(currencyCode)),
  )
}

function idsOf(product: ProductFacts, by: DepositRule["match"]["by"]): readonly (string | null)[] {
  switch (by) {
    case "product":
      return [product.productId]
    case "type":
      return [product.typeId]
    case "collection":
      return [product.collectionId]
    case "category":
      return product.categoryIds
  }
}

/** The down payment is rounded, halves up; of the rest each part is rounded down and the last takes the cent. */
function partsOf(worth: bigint, { downPayment, schedule }: DepositRule, input: DepositInput): Part[] {
  const down =
    "basisPoints" in downPayment
      ? (worth * downPayment.basisPoints + WHOLE / 2n) / WHOLE
      : least(quantise(downPayment.amounts.get(input.currencyCode) ?? "0", input.digits), worth)
  const rest = worth - down
  let left = rest
  const later = schedule.map(({ afterDays, basisPoints }, index): Part => {
    const amount = index === schedule.length - 1 ? left : (rest * basisPoints) / WHOLE
    left -= amount
    return { dueOn: daysAfter(input.placedOn, afterDays), amount }
  })
  return [{ dueOn: input.placedOn, amount: down }, ...later].filter(({ amount }) => amount > 0n)
}
