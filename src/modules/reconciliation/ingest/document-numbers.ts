import { keyOf } from "../domain/key"
import type { HostNumber } from "../domain/posting/document-state"
import { present, type HostOrder } from "./host-order"

type Metadata = Readonly<Record<string, unknown>> | null | undefined

const LONGEST = 60

/**
 * The numbers that metadata of an order and of its money says under a key; a payment's is that of each of its captures
 * that has none of its own. What is no text and no whole number, and what is too long, is left aside.
 */
export function numbersIn(order: HostOrder, key: string): HostNumber[] {
  const payments = present(order.payment_collections).flatMap(({ payments: all }) => present(all))
  const money = payments.flatMap(({ metadata, captures, refunds }) => [
    ...present(captures).map((capture) => ({
      key: keyOf("capture", capture.id),
      number: numberIn(capture.metadata, key) ?? numberIn(metadata, key),
    })),
    ...present(refunds).map((refund) => ({
      key: keyOf("refund", refund.id),
      number: numberIn(refund.metadata, key),
    })),
  ])
  return [{ key: null, number: numberIn(order.metadata, key) }, ...money].flatMap((one) =>
    one.number === null ? [] : [{ key: one.key, number: one.number }],
  )
}

function numberIn(metadata: Metadata, key: string): string | null {
  const value = metadata?.[key]
  const text = typeof value === "string" ? value.trim() : Number.isSafeInteger(value) ? String(value) : ""
  return text === "" || text.length > LONGEST || /\p{Cc}|\p{Surrogate}/u.test(text) ? null : text
}
