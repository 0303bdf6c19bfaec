import { readAmount, type AmountText } from "../../lib/amount-text"

/** An amount as somebody types it: minor units, zero while nothing is typed; or why it is none. */
export type Typed =
  { readonly kind: "amount"; readonly units: bigint } | { readonly kind: "fault"; readonly fault: string }

/** @param most minor units; what is typed beyond them is a fault */
export function typedUnits(text: string, as: AmountText, most: bigint | null): Typed {
  const read = readAmount(text, as)
  if (read.kind === "keep" || read.kind === "clear") return { kind: "amount", units: 0n }
  if (read.kind === "unclear") return { kind: "fault", fault: "unclear" }
  if (read.kind === "refused") return { kind: "fault", fault: read.reason }
  if (read.units < 0n) return { kind: "fault", fault: "not_a_number" }
  if (most !== null && read.units > most) return { kind: "fault", fault: "too_much" }
  return { kind: "amount", units: read.units }
}
