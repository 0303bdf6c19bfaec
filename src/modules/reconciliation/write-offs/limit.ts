import { decimalOf, limitUnitsOf, positiveMinorUnitsOf } from "../domain/money"
import { authorityFor, limitOf, type Authority, type Bounds } from "../domain/write-offs/limit"
import type { WriteOffSettings } from "../settings/write-off-options"
import { openIn } from "./place"
import { nothingToWriteOff, writeOffAboveLimit, writeOffTooLarge } from "./refusals"
import type { WriteOffInput, WriteOffPlace } from "./types"

/**
 * How much is written off and who may decide it.
 *
 * @throws nothing_to_write_off | write_off_too_large | write_off_above_limit | amount_malformed …
 */
export function decisionOn(
  place: WriteOffPlace,
  { kind, amount: wanted, context }: Pick<WriteOffInput, "kind" | "amount" | "context">,
  settings: WriteOffSettings,
): { amount: bigint; authority: Authority } {
  const { digits } = place.account
  const open = openIn(place, kind)
  const amount = wanted === null ? open : positiveMinorUnitsOf(wanted, digits)
  if (open === 0n) throw nothingToWriteOff(place, kind)
  if (amount > open) throw writeOffTooLarge(place, decimalOf(open, digits))
  const authority = authorityOn(place, amount, settings)
  // What goes beyond the limit is a person's decision, which no job and no event can take.
  if (authority === "nobody" || (authority === "one_person" && context.actor.type === "system")) {
    throw writeOffAboveLimit(place, decimalOf(amount, digits))
  }
  return { amount, authority }
}

/** Who may decide a write-off of an amount beyond what stands already, by the store's limits for the currency. */
export const authorityOn = (place: WriteOffPlace, amount: bigint, settings: WriteOffSettings): Authority =>
  authorityFor(amount, boundsOn(place, settings))

/** The store's limits for the currency, of the order's price or the money's amount. */
export function boundsOn(place: WriteOffPlace, settings: WriteOffSettings): Bounds {
  const { currencyCode, digits } = place.account
  const above = settings.approvalAbove[currencyCode]
  return {
    standing: place.standing,
    limit: limitOf(settings.limits[currencyCode], place.total, digits),
    approvalAbove: above === undefined ? undefined : limitUnitsOf(above, digits),
  }
}
