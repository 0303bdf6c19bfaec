import { least, limitUnitsOf, minorUnitsOf } from "../money"

/** How much of a currency may be written off without asking; amounts are decimal strings. */
export interface WriteOffLimit {
  readonly amount: string
  /** Of what the order costs; a decimal with at most four digits. */
  readonly percent: number
}

/** The smaller of the amount and the share of the total; nothing where no limit is set. Minor units. */
export function limitOf(limit: WriteOffLimit | undefined, total: bigint, digits: number): bigint {
  if (!limit) return 0n
  const share = (total * minorUnitsOf(String(limit.percent), PERCENT_DIGITS)) / PERCENT_UNITS
  const most = least(limitUnitsOf(limit.amount, digits), share)
  return most > 0n ? most : 0n
}

const PERCENT_DIGITS = 4
const PERCENT_UNITS = 100n * 10n ** 4n

/** Who may decide on a write-off. */
export type Authority = "anybody" | "one_person" | "two_persons" | "nobody"

/** What a decision is measured by, in minor units. */
export interface Bounds {
  /** What stands written off already of the same order or money: small steps must not lead past a bound. */
  readonly standing: bigint
  readonly limit: bigint
  /** Undefined where the store has not set it. */
  readonly approvalAbove: bigint | undefined
}

/**
 * Up to the limit anybody; above it one person, and above the approval threshold two. Where no threshold
 * is set, the limit is the end of it.
 */
export function authorityFor(amount: bigint, { standing, limit, approvalAbove }: Bounds): Authority {
  const sum = standing + amount
  if (approvalAbove !== undefined && sum > approvalAbove) return "two_persons"
  if (sum <= limit) return "anybody"
  return approvalAbove === undefined ? "nobody" : "one_person"
}

/** The sum up to which one person decides: the threshold where one is set, else the limit. Minor units. */
export const aloneUpTo = ({ limit, approvalAbove }: Pick<Bounds, "limit" | "approvalAbove">): bigint =>
  approvalAbove ?? limit
