import { moment } from "./host-order"

interface Listed {
  readonly created_at?: string | Date | null
  readonly metadata?: Record<string, unknown> | null
}

/** A line may state its place itself, for orders that come from elsewhere. */
const STATED_PLACE = "reconciliation_position"

/**
 * Lines in the order in which the host's own order page lists them: by the moment at which each was made, to
 * the millisecond; lines of one moment stay as the host answered them. A cart is not asked: the page does not
 * ask it either, and card and page must agree. Lines that state their place come first, by it.
 */
export function inListedOrder<Line extends Listed>(lines: readonly Line[]): Line[] {
  return lines.toSorted(
    (one, other) => compare(statedPlace(one), statedPlace(other)) || compare(madeAt(one), madeAt(other)),
  )
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const madeAt = ({ created_at: at }: Listed): string => (at ? moment(at) : "")

/** Sorts behind every number, as text. */
const UNSTATED = "~"

function statedPlace({ metadata }: Listed): string {
  const stated = metadata?.[STATED_PLACE]
  return typeof stated === "number" || typeof stated === "string"
    ? String(stated).padStart(12, "0")
    : UNSTATED
}
