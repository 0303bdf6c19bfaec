import { moment, quantityOf, type HostCartItem, type Quantity } from "./host-order"

export type CartItems = readonly HostCartItem[]

interface Listed {
  readonly id: string
  readonly title?: string | null
  readonly variant_id?: string | null
  readonly quantity?: Quantity | null
  readonly created_at?: string | Date | null
  readonly metadata?: Record<string, unknown> | null
}

/** A line may state its place itself, for orders that come from elsewhere. */
const STATED_PLACE = "reconciliation_position"

/**
 * Lines in the order in which the customer saw them. The host stores no position, and all lines of an
 * order share one moment; the cart remembers when each was put in. What neither tells is decided by id.
 */
export function inListedOrder<Line extends Listed>(lines: readonly Line[], cart: CartItems): Line[] {
  const places = new Map(lines.map((line) => [line.id, placeOf(line, cart)]))
  return lines.toSorted((one, other) => {
    const [a, b] = [places.get(one.id) ?? "", places.get(other.id) ?? ""]
    return compare(a, b) || compare(one.id, other.id)
  })
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

function placeOf(line: Listed, cart: CartItems): string {
  const created = line.created_at ? moment(line.created_at) : ""
  const stated = line.metadata?.[STATED_PLACE]
  if (typeof stated === "number" || typeof stated === "string")
    return `${created} ${String(stated).padStart(12, "0")}`
  const inCart = cart.find(
    (item) => item.variant_id === line.variant_id && quantityOf(item.quantity) === quantityOf(line.quantity),
  )
  const likely =
    inCart ?? cart.find((item) => item.variant_id === line.variant_id && item.title === line.title)
  return `${created} ${likely?.created_at ? moment(likely.created_at) : ""}`
}
