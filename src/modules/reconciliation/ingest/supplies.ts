import { dayOf } from "../domain/day"
import type { Deliveries } from "../domain/terms/falling-due"
import type { Supply } from "../domain/terms/supply"
import { moment, present, quantityOf, type HostFulfilment, type HostOrder } from "./host-order"
import { lineKeyOf } from "./lines"

const STEPS = [
  ["fulfilled", "created_at"],
  ["shipped", "shipped_at"],
  ["delivered", "delivered_at"],
  ["cancelled", "canceled_at"],
] as const satisfies readonly (readonly [Supply["step"], keyof HostFulfilment])[]

/** Every step of an order's fulfilments, line by line. */
export function suppliesOf(order: HostOrder, timeZone: string): Supply[] {
  return present(order.fulfillments).flatMap((fulfilment) => {
    const pieces = [...piecesOf(fulfilment, order)]
    return STEPS.flatMap(([step, at]) => {
      const value = fulfilment[at]
      if (!value) return []
      const occurredAt = moment(value)
      const occurredOn = dayOf(occurredAt, timeZone)
      return pieces.map(([lineId, quantity]) => ({
        lineKey: lineKeyOf({ id: lineId }),
        fulfilmentId: fulfilment.id,
        step,
        quantity: String(quantity),
        occurredAt,
        occurredOn,
      }))
    })
  })
}

/** When the last piece of each line was delivered, as far as fulfilments that stand say it. */
export function deliveriesOf(order: HostOrder, timeZone: string): Deliveries {
  const delivered = present(order.fulfillments)
    .flatMap((fulfilment) => {
      const { delivered_at: at, canceled_at: canceled } = fulfilment
      return at && !canceled ? [{ at: moment(at), pieces: piecesOf(fulfilment, order) }] : []
    })
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
  const days = new Map<string, string>()
  const lines = present(order.items).filter(({ quantity }) => quantityOf(quantity) > 0)
  for (const { id, quantity } of lines) {
    let left = quantityOf(quantity)
    for (const { at, pieces } of delivered) {
      if (left <= 0) break
      left -= pieces.get(id) ?? 0
      if (left <= 0) days.set(lineKeyOf({ id }), dayOf(at, timeZone))
    }
  }
  const last = [...days.values()].toSorted().at(-1) ?? null
  return { lines: days, whole: days.size === lines.length ? last : null }
}

/**
 * How many pieces of each line a fulfilment holds, by the line's id. The host counts what leaves its stock: of a kit each
 * part by itself, and as many of it as a piece needs.
 */
function piecesOf({ items }: HostFulfilment, order: HostOrder): ReadonlyMap<string, number> {
  const pieces = new Map<string, number>()
  for (const { line_item_id: lineId, inventory_item_id: stockId, quantity } of present(items)) {
    if (!lineId || pieces.has(lineId) || quantityOf(quantity) <= 0) continue
    const line = present(order.items).find(({ id }) => id === lineId)
    const part = present(line?.variant?.inventory_items).find((one) => one.inventory_item_id === stockId)
    pieces.set(lineId, quantityOf(quantity) / (quantityOf(part?.required_quantity) || 1))
  }
  return pieces
}
