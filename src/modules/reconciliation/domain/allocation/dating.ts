import type { Proposal } from "./strategy"
import type { OpenItem } from "../open-item"
import type { Release } from "./release"

/**
 * Two days of everything that is posted: when it happened, which is never shifted, and when the books show it, which
 * is the same as long as that month is open. The third, when it was recorded, is the database's.
 */
export interface Days {
  readonly occurredOn: string
  readonly accountingOn: string
}

/** The days on which an item counts. */
export function daysOfItem({
  occurredOn,
  accountingOn,
}: Pick<OpenItem, "occurredOn" | "accountingOn">): Days {
  return { occurredOn, accountingOn: accountingOn ?? occurredOn }
}

/**
 * A release happens on the day on which it is made. The books show it with what it takes back, so that the two cancel
 * out, unless that stood rightly until then.
 */
export function daysOfRelease({ allocation, credit, debit, on, counts }: Release): Days {
  const items = laterDays(daysOfItem(credit), daysOfItem(debit))
  return {
    occurredOn: later(items.occurredOn, on),
    accountingOn: counts === "from_then_on" ? later(items.accountingOn, on) : allocation.accountingOn,
  }
}

interface Earlier {
  /** What is taken back in the same change. */
  readonly releases: readonly Release[]
  /** The day of an edit: what a person puts is not put before that. */
  readonly notBefore?: string | undefined
}

/**
 * An allocation counts from the later day of its two items. What is put again after releases, or by hand, happens not
 * before them, or both would stand on the days between; in the books only what stood rightly until then holds it back.
 */
export function daysOfAllocation(
  { credit, debit }: Pick<Proposal, "credit" | "debit">,
  { releases, notBefore = "" }: Earlier,
): Days {
  const items = laterDays(daysOfItem(credit), daysOfItem(debit))
  const made = releases.map(({ on }) => on)
  const lasting = releases.filter(({ counts }) => counts === "from_then_on").map(({ on }) => on)
  return {
    occurredOn: latest([items.occurredOn, notBefore, ...made]),
    accountingOn: latest([items.accountingOn, ...lasting]),
  }
}

function laterDays(one: Days, other: Days): Days {
  return {
    occurredOn: later(one.occurredOn, other.occurredOn),
    accountingOn: later(one.accountingOn, other.accountingOn),
  }
}

const latest = (days: readonly string[]): string => days.reduce(later, "")

/** Days are written so that the later one is the greater text. */
const later = (one: string, other: string): string => (one > other ? one : other)
