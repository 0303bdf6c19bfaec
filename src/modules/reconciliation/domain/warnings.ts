import type { Matrix } from "./matrix"
import { decimalOf } from "./money"
import { openAmount } from "./open-item"

/** Something that is right in the books and yet wants to be looked at, with what to do. */
export interface Warning {
  readonly code: string
  readonly detail: string
  readonly remedy: string
}

/** What an admin should look at on an order's matrix. */
export function warningsOf({ rows, columns }: Matrix, digits: number): Warning[] {
  const money = (units: bigint): string => decimalOf(units, digits)
  const above = rows
    .filter(({ allocated }) => allocated < 0n)
    .map(({ first, allocated }) => ({
      code: "refund_above_received",
      detail: `"${first.title}" was paid back ${money(-allocated)} more than it had received.`,
      remedy:
        "Nothing is lost: another row was paid back that much less. If the refund was meant for other rows, choose them when you refund.",
    }))
  const unexplained = columns
    .filter(({ kind, item }) => kind === "refund" && item.kind === "refund" && openAmount(item) > 0n)
    .map(({ item }) => ({
      code: "refund_unexplained",
      detail: `${money(openAmount(item))} of the refund ${item.reference} pays back nothing that the order had to give.`,
      remedy:
        "Receive the return it was made for, credit the order, or ask the customer for it: until then the order owes it.",
    }))
  return [...above, ...unexplained]
}
