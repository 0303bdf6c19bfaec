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
  return present(order.fulfillments).flatMap((fulfilment) =>
    STEPS.flatMap(([step, at]) => {
      const value = fulfilment[at]
      if (!value) return []
      const occurredAt = moment(value)
      const occurredOn = dayOf(occurredAt, timeZone)
      return piecesOf(fulfilment).map(({ lineId, quantity }) => ({
        lineKey: lineKeyOf({ id: lineId }),
        fulfilmentId: fulfilment.id,
        step,
        quantity: String(quantity),
        occurredAt,
        occurredOn,
      }))
    }),
  )
}

/** When the last piece of each line was delivered, as far as fulfilments that stand say it. */
export function deliveriesOf(order: HostOrder, timeZone: string): Deliveries {
  const delivered = present(order.fulfillments)
    .flatMap((fulfilment) => {
      const { delivered_at: at, canceled_at: canceled } = fulfilment
      return at && !canceled ? [{ at: moment(at), pieces: piecesOf(fulfilment) }] : []
    })
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
  const days = new Map<string, string>()
  const lines = present(order.items).filter(({ quantity }) => quantityOf(quantity) > 0)
  for (const { id, quantity } of lines) {
    let left = quantityOf(quantity)
    for (const { at, pieces } of delivered) {
      if (left <= 0) break
      for (const piece of pieces) if (piece.lineId === id) left -= piece.quantity
      if (left <= 0) days.set(lineKeyOf({ id }), dayOf(at, timeZone))
    }
  }
  const last = [...days.values()].toSorted().at(-1) ?? null
  return { lines: days, whole: days.size === lines.length ? last : null }
}

function piecesOf({ items }: HostFulfilment): { lineId: string; quantity: number }[] {
  return present(items).flatMap(({ line_item_id: lineId, quantity }) =>
    lineId && quantityOf(quantity) > 0 ? [{ lineId, quantity: quantityOf(quantity) }] : [],
  )
}
