import { ReconciliationError } from "../domain/errors"
import { decimalOf } from "../domain/money"
import type { WriteOffKind } from "../domain/write-offs/write-off"
import type { LocatedItem } from "../items/located-item"
import type { WriteOffPlace } from "./types"

/** Every refusal of a write-off, each with its way out. */

export function nothingToWriteOff(place: WriteOffPlace, kind: WriteOffKind): ReconciliationError {
  const surplus = kind === "surplus"
  return new ReconciliationError({
    type: "conflict",
    code: "nothing_to_write_off",
    message: surplus ? "Neither money nor a credit is left over there." : "Nothing is owed there.",
    ids: idsOf(place),
    remedy: surplus
      ? "Look first at what the order, or the money on account, has unapplied."
      : "Look at what the order has open first; a surplus is kept with the kind surplus.",
  })
}

export function writeOffTooLarge(place: WriteOffPlace, open: string): ReconciliationError {
  return new ReconciliationError({
    type: "invalid_data",
    code: "write_off_too_large",
    message: `Only ${open} is open there.`,
    ids: { ...idsOf(place), open },
    remedy: "Send at most that amount, or none for all of it.",
  })
}

export function writeOffAboveLimit(place: WriteOffPlace, amount: string): ReconciliationError {
  const { currencyCode, digits } = place.account
  const standing =
    place.standing > 0n ? `, of which ${decimalOf(place.standing, digits)} stands written off` : ""
  return new ReconciliationError({
    type: "not_allowed",
    code: "write_off_above_limit",
    message: `${amount} is above what may be written off of it in ${currencyCode}${standing}.`,
    ids: { ...idsOf(place), currency_code: currencyCode },
    remedy: `Nothing was written off. Raise the option writeOff.limits.${currencyCode}, or set writeOff.approvalAbove.${currencyCode}: up to it one person decides, above it two do.`,
  })
}

export function notOnAccount({ item }: LocatedItem): ReconciliationError {
  return new ReconciliationError({
    type: "invalid_data",
    code: "not_on_account",
    message: `Item ${item.id} is a ${item.kind}${item.documentId === null ? "" : " of an order"}, not money on account.`,
    ids: { payment_id: item.id.toString() },
    remedy: "Keep an order's surplus with POST /admin/reconciliation/orders/:id/write-offs.",
  })
}

export function writeOffNotFound(id: string): ReconciliationError {
  return new ReconciliationError({
    type: "not_found",
    code: "write_off_not_found",
    message: `There is no write-off ${id.slice(0, 60)}.`,
    ids: { write_off_id: id.slice(0, 60) },
    remedy: "Send the reference of a write-off, as its column in the order's matrix shows it.",
  })
}

export function alreadyUndone(id: string): ReconciliationError {
  return new ReconciliationError({
    type: "conflict",
    code: "write_off_undone",
    message: `The write-off ${id} is undone already.`,
    ids: { write_off_id: id },
    remedy: "Write the rest off again if it should be given up after all.",
  })
}

export function writtenOffElsewhere(id: string): ReconciliationError {
  return new ReconciliationError({
    type: "conflict",
    code: "write_off_moved",
    message: `The order has moved to another account since ${id} was written off.`,
    ids: { write_off_id: id },
    remedy: "Move the order back first, or ask the customer for the rest in a new order.",
  })
}

export function requestNotFound(id: string): ReconciliationError {
  return new ReconciliationError({
    type: "not_found",
    code: "write_off_request_not_found",
    message: `There is no request ${id.slice(0, 40)} to write off.`,
    ids: { request_id: id.slice(0, 40) },
    remedy: "Send the id that the request was answered with.",
  })
}

export function alreadyDecided(id: string, decision: string): ReconciliationError {
  return new ReconciliationError({
    type: "conflict",
    code: "write_off_request_decided",
    message: `Request ${id} was ${decision} before.`,
    ids: { request_id: id },
    remedy: "Ask for a new write-off if one is still wanted.",
  })
}

export function needsAnother(id: string): ReconciliationError {
  return new ReconciliationError({
    type: "not_allowed",
    code: "second_person_needed",
    message:
      "Whoever asked for a write-off cannot approve it, nor can an API key or a caller without a name.",
    ids: { request_id: id },
    remedy: "Let another person log in and approve it.",
  })
}

function idsOf({ account, loaded, money }: WriteOffPlace): Record<string, string> {
  return {
    account_id: account.id.toString(),
    ...(loaded && { order_id: loaded.document.orderId }),
    ...(money && { payment_id: money.id.toString() }),
  }
}
