import type {
  AgeingView,
  DecimalString,
  ListedTransactionView,
  OverviewView,
  RuleQuality,
} from "../../../types/http"

/** By age, the youngest first. */
export const BUCKETS = [
  "not_due",
  "days_0_30",
  "days_31_60",
  "days_61_90",
  "days_91_120",
  "days_over_120",
] as const satisfies readonly (keyof AgeingView)[]

/** As units of the smallest coin; what is compared has one currency, and so as many digits. */
const units = (amount: DecimalString): bigint => BigInt(amount.replace(".", ""))

/** How long each bar is, in percent of the longest. */
export function lengthsOf(amounts: readonly DecimalString[]): number[] {
  const all = amounts.map(units)
  const longest = all.reduce((one, other) => (other > one ? other : one), 0n)
  return all.map((one) => (longest === 0n ? 0 : Number((one * 1000n) / longest) / 10))
}

/**
 * A share as a fraction of thousandths. What was placed by itself is rounded down, so that it is whole only where all was; any
 * other to the nearest, but to none only where there was none.
 */
export function shareOf(part: number, all: number, towards: "down" | "nearest"): number {
  if (all === 0 || part === 0) return 0
  const thousandths = (part * 1000) / all
  return (towards === "down" ? Math.floor(thousandths) : Math.max(1, Math.round(thousandths))) / 1000
}

/** As many rules as are shown at first. */
const MOST_RULES = 6
export const BY_HAND = "by_hand"

/** Rules that placed most, those that are left out at first, and people. */
export function rulesOf({ rules }: OverviewView["quality"]): {
  most: RuleQuality[]
  others: RuleQuality[]
  byHand: RuleQuality | undefined
} {
  const own = rules.filter(({ rule }) => rule !== BY_HAND)
  return {
    most: own.slice(0, MOST_RULES),
    others: own.slice(MOST_RULES),
    byHand: rules.find(({ rule }) => rule === BY_HAND),
  }
}

/** A point of the line: how far into the stretch, and which share was placed by itself; both from 0 to 1. */
export interface Point {
  readonly at: number
  readonly share: number
}

/** The line of a stretch that begins on a day and ends on another; days without any are left out. */
export function pointsOf(days: OverviewView["quality"]["days"], since: string, today: string): Point[] {
  const day = (value: string): number => Date.parse(`${value}T12:00:00Z`)
  const length = Math.max(1, day(today) - day(since))
  return days.map(({ on, allocations, automatic }) => ({
    at: Math.min(1, Math.max(0, (day(on) - day(since)) / length)),
    share: allocations === 0 ? 0 : automatic / allocations,
  }))
}

/** What is awaited of a transaction on the day on which it falls due first; null where that is not told. */
export const awaitedOf = ({
  why,
  due_on: dueOn,
}: Pick<ListedTransactionView, "why" | "due_on">): DecimalString | null =>
  why?.code === "planned" && why.next?.due_on === dueOn ? why.next.amount : null

/** How many were placed yesterday and today. */
export function placedLately({ quality, today }: Pick<OverviewView, "quality" | "today">): number {
  const yesterday = new Date(Date.parse(`${today}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return quality.days
    .filter(({ on }) => on >= yesterday)
    .reduce((sum, { allocations }) => sum + allocations, 0)
}
