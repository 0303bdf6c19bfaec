import {
  leftOf,
  pinsLeft,
  receivedOf,
  type Instalment,
} from "../../../src/modules/reconciliation/domain/instalments/instalment"
import {
  isCharge,
  isMoneyIn,
  type Allocation,
  type OpenItem,
} from "../../../src/modules/reconciliation/domain/open-item"
import { RESTORED } from "../../../src/modules/reconciliation/domain/planner/take-back"
import { originOf, sumOf, type Picture } from "./world"

/**
 * None is paid more than it asks, nor by money that was taken back; nobody takes away by hand what fulfils one; and
 * none stays open beside money on account that came to its order for something that it is to pay.
 */
export function wrongPlans(before: Picture, after: Picture, { byHand }: { byHand: boolean }): string[] {
  return [...wrongAmounts(before, after, byHand), ...counted(after), ...passedOver(before, after)]
}

function wrongAmounts(before: Picture, after: Picture, byHand: boolean): string[] {
  const earlier = new Map([...before.instalments.values()].flat().map((one) => [one.id, boundTo(one)]))
  return [...after.orders].flatMap(([documentId, { orderId }]) =>
    (after.instalments.get(orderId) ?? []).flatMap((one) => {
      if (boundTo(one) > one.amount + takenBackOn(documentId, after))
        return [`instalment ${one.id} is paid more than it asks`]
      if (receivedOf(one) < 0n) return [`more was taken back of instalment ${one.id} than it had received`]
      return byHand && boundTo(one) < (earlier.get(one.id) ?? 0n)
        ? [`instalment ${one.id} was taken from by hand`]
        : []
    }),
  )
}

/** All money of an order that was ever taken back, and may have been paid again. */
function takenBackOn(documentId: bigint, { items }: Picture): bigint {
  const taken = items.filter(
    (item) => item.documentId === documentId && item.side === "debit" && TAKEN_BACK.has(item.kind),
  )
  return sumOf(taken.map(({ amount }) => amount))
}

const TAKEN_BACK: ReadonlySet<string> = new Set(["void", "reversal"])

/**
 * What is bound to it, be it taken back or not: who moves unbound money away of which part was taken back, leaves
 * that to be found in what is bound.
 */
const boundTo = ({ settled }: Instalment): bigint => sumOf(settled.map(({ amount }) => amount))

/** The instalments of an order have received no more than its money that was not taken back, money by money. */
function counted(picture: Picture): string[] {
  const byId = new Map(picture.items.map((item) => [item.id, item]))
  return [...picture.orders].flatMap(([documentId, { orderId }]) => {
    const instalments = picture.instalments.get(orderId) ?? []
    if (instalments.length === 0) return []
    const standing = new Map<string, bigint>()
    const add = (item: OpenItem | undefined, amount: bigint): void => {
      const name = item ? originOf(item) : ""
      standing.set(name, (standing.get(name) ?? 0n) + amount)
    }
    for (const { creditItemId, debitItemId, amount } of picture.live) {
      const [credit, debit] = [byId.get(creditItemId), byId.get(debitItemId)]
      if (!credit || debit?.documentId !== documentId || !isMoneyIn(credit)) continue
      if (isCharge(debit) || debit.kind === "void") add(credit, amount)
    }
    for (const item of picture.items) {
      if (item.documentId !== documentId || item.side !== "debit" || item.key.startsWith("move:")) continue
      const [, reversed] = /^rev:(\d+)\.\d/.exec(item.key) ?? []
      if (reversed !== undefined && item.lineKey !== null) add(byId.get(BigInt(reversed)), -item.amount)
      else if (item.kind === "void") add(item, -item.amount)
    }
    const most = [...standing.values()].reduce((sum, amount) => (amount > 0n ? sum + amount : sum), 0n)
    const received = instalments.reduce((sum, one) => sum + receivedOf(one), 0n)
    return received > most
      ? [`${orderId}: instalments count ${received} of ${most} that was not taken back`]
      : []
  })
}

/** Money on account that came to a planned order, fulfilled nothing, and could have. */
function passedOver(before: Picture, after: Picture): string[] {
  const byId = new Map(after.items.map((item) => [item.id, item]))
  const known = new Set(before.live.map(({ id }) => id))
  const came = new Map<string, bigint>()
  for (const [picture, sign] of [[before, -1n] as const, [after, 1n] as const])
    for (const one of picture.live) {
      const route = routeOf(one, byId)
      if (route) came.set(route, (came.get(route) ?? 0n) + sign * one.amount)
    }
  return after.live.flatMap((one) => {
    // What an undo puts again stands as it stood: the plan was made beside it, or it beside the plan.
    if (known.has(one.id) || one.instalmentId !== null || one.rule === RESTORED) return []
    const debit = byId.get(one.debitItemId)
    const route = routeOf(one, byId)
    const order = after.orders.get(debit?.documentId ?? 0n)
    if (!debit || !route || !order || (came.get(route) ?? 0n) < one.amount) return []
    const instalments = after.instalments.get(order.orderId) ?? []
    const open = instalments.find((instalment) => couldTake(instalment, debit))
    return open ? [`instalment ${open.id} stays open beside ${one.amount} that came for ${debit.key}`] : []
  })
}

/** The money on account and the order that it came to; null for all else. */
function routeOf(
  { creditItemId, debitItemId }: Allocation,
  byId: ReadonlyMap<bigint, OpenItem>,
): string | null {
  const [credit, debit] = [byId.get(creditItemId), byId.get(debitItemId)]
  if (credit?.kind !== "deposit" || credit.documentId !== null || !debit || !isCharge(debit)) return null
  return `${credit.id} ${debit.documentId}`
}

function couldTake(instalment: Instalment, { lineKey }: OpenItem): boolean {
  const left = leftOf(instalment)
  const pins = pinsLeft(instalment)
  const floating = pins.reduce((rest, { amount }) => rest - amount, left)
  return left > 0n && (floating > 0n || pins.some((pin) => pin.lineKey === (lineKey ?? "")))
}
