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

/** Lines that the host writes in one call carry the same moment, or the next millisecond or two. */
const ONE_CALL_MILLISECONDS = 50

/**
 * Lines in the order in which the customer saw them. The host stores no position, and all lines of an
 * order are written at one moment; the cart remembers when each was put in. What neither tells is decided
 * by id.
 */
export function inListedOrder<Line extends Listed>(lines: readonly Line[], cart: CartItems): Line[] {
  const calls = callsOf(lines)
  const places = new Map(lines.map((line) => [line.id, placeOf(line, cart, calls)]))
  return lines.toSorted((one, other) => {
    const [a, b] = [places.get(one.id) ?? "", places.get(other.id) ?? ""]
    return compare(a, b) || compare(one.id, other.id)
  })
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** For each moment at which lines were written, the first moment of the call that wrote them. */
function callsOf(lines: readonly Listed[]): Map<string, string> {
  const calls = new Map<string, string>()
  let [begun, last] = ["", ""]
  for (const at of [...new Set(lines.map(writtenAt))].toSorted()) {
    if (last === "" || Date.parse(at) - Date.parse(last) > ONE_CALL_MILLISECONDS) begun = at
    calls.set(at, begun)
    last = at
  }
  return calls
}

const writtenAt = ({ created_at: at }: Listed): string => (at ? moment(at) : "")

function placeOf(line: Listed, cart: CartItems, calls: ReadonlyMap<string, string>): string {
  const call = calls.get(writtenAt(line)) ?? ""
  const stated = line.metadata?.[STATED_PLACE]
  if (typeof stated === "number" || typeof stated === "string")
    return `${call} ${String(stated).padStart(12, "0")}`
  const inCart = cart.find(
    (item) => item.variant_id === line.variant_id && quantityOf(item.quantity) === quantityOf(line.quantity),
  )
  const likely =
    inCart ?? cart.find((item) => item.variant_id === line.variant_id && item.title === line.title)
  return `${call} ${likely?.created_at ? moment(likely.created_at) : ""}`
}
