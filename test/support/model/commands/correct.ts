import { least, minorUnitsOf } from "../../../../src/modules/reconciliation/domain/money"
import {
  isCharge,
  isLineCredit,
  isMoneyIn,
  isWriteOff,
  openAmount,
  signedAmount,
  type OpenItem,
} from "../../../../src/modules/reconciliation/domain/open-item"
import { reversedItemOf } from "../../../../src/modules/reconciliation/domain/key"
import type { WriteOffKind } from "../../../../src/modules/reconciliation/domain/write-offs/write-off"
import { CURRENCIES, WRITE_OFF } from "../options"
import { oneOf, originOf, partOf, percent, type Command, type Correction, type World } from "../world"

/** What can still be taken back of a payment or deposit: of what it settled in its account, and of what came in all. */
function reversible(world: World, money: OpenItem): bigint {
  const { seen } = world
  let own = money.amount
  for (const { creditItemId, debitItemId, amount } of seen.live) {
    const debit = creditItemId === money.id ? seen.items.find(({ id }) => id === debitItemId) : undefined
    if (debit?.kind === "transfer") own -= amount
  }
  // What took a reversal back stands on the other side, under the same money.
  for (const item of seen.items)
    if (reversedItemOf(item) === money.id && !item.key.endsWith(".void")) own -= signedAmount(item)
  const left = least(own, reversibleInAll(world, money))
  return left > 0n ? left : 0n
}

/** What can still be taken back of what came, wherever it went. */
function reversibleInAll({ seen, told }: World, money: OpenItem): bigint {
  const name = originOf(money)
  const origin = seen.items.find((item) => originOf(item) === name) ?? money
  let left = origin.amount - (told.reversed.get(name) ?? 0n)
  for (const item of seen.items)
    if (
      item.kind === "void" &&
      item.side === "debit" &&
      item.key === origin.key &&
      item.sequence > origin.sequence
    )
      left -= item.amount
  return left > 0n ? left : 0n
}

/** Whether the host's capture names this money: its newest under the key, as it came. */
function isNewestCapture({ seen }: World, { key, id }: OpenItem): boolean {
  return (
    key.startsWith("cap:") &&
    seen.items.findLast((one) => one.key === key && one.side === "credit")?.id === id
  )
}

const sumOf = (items: readonly OpenItem[]): bigint => items.reduce((sum, item) => sum + openAmount(item), 0n)

export interface Place {
  readonly target: Correction["target"]
  readonly owner: string
  readonly items: readonly OpenItem[]
  /** What the limit is a share of. */
  readonly total: bigint
  /** What stands written off of it. */
  readonly standing: bigint
}

/** By key, what its postings come to: nothing once it is undone. */
function standingAmong(items: readonly OpenItem[]): bigint {
  const sums = new Map<string, bigint>()
  for (const item of items.filter(isWriteOff)) {
    sums.set(item.key, (sums.get(item.key) ?? 0n) + signedAmount(item))
  }
  return [...sums.values()].reduce((sum, amount) => sum + (amount < 0n ? -amount : amount), 0n)
}

function keptOf({ seen }: World, { id }: OpenItem): bigint {
  const kept = new Set(seen.items.filter(({ kind }) => kind === "write_off").map((item) => item.id))
  const live = seen.live.filter((one) => one.creditItemId === id && kept.has(one.debitItemId))
  return live.reduce((sum, { amount }) => sum + amount, 0n)
}

export function placesOf(world: World): Place[] {
  const { seen } = world
  const orders = [...seen.orders].map(([documentId, { orderId, owner }]): Place => {
    const items = seen.items.filter((item) => item.documentId === documentId)
    const priced = items.filter(
      (item) =>
        item.kind !== "reversal" && (isCharge(item) || isLineCredit(item)) && !item.key.startsWith("move:"),
    )
    const total = priced.reduce((sum, item) => sum + signedAmount(item), 0n)
    return { target: { orderId }, owner, items, total, standing: standingAmong(items) }
  })
  const deposits = seen.items.filter(({ kind, documentId }) => kind === "deposit" && documentId === null)
  return [
    ...orders,
    ...deposits.map((item) => ({
      target: { itemId: item.id },
      owner: seen.owners.get(item.id) ?? "",
      items: [item],
      total: item.amount,
      standing: keptOf(world, item),
    })),
  ]
}

function openOf({ items }: Place, kind: WriteOffKind): bigint {
  const left = (item: OpenItem): boolean =>
    kind === "surplus" ? isMoneyIn(item) || isLineCredit(item) : item.side === "debit"
  return sumOf(items.filter(left))
}

/** What one person may write off of a place; without bounds where two may. */
export function limitAt({ digits }: World, { total, standing }: Place): bigint {
  const currency = CURRENCIES[digits] ?? "eur"
  const limit = WRITE_OFF.limits[currency]
  if (!limit || WRITE_OFF.approvalAbove[currency] !== undefined) return 10n ** 16n
  const most = least(minorUnitsOf(limit.amount, digits), (total * BigInt(limit.percent)) / 100n) - standing
  return most > 0n ? most : 0n
}

const writeOff = (name: string, weight: number, kinds: readonly WriteOffKind[]): Command => ({
  name,
  weight,
  prepare: (world) => {
    const kind = oneOf(world, kinds) ?? "short_payment"
    const mayFail = percent(world, 12)
    const place = oneOf(
      world,
      placesOf(world).filter((one) => mayFail || (openOf(one, kind) > 0n && limitAt(world, one) > 0n)),
    )
    if (!place) return null
    return async () => {
      const open = openOf(place, kind)
      const most = least(least(open, limitAt(world, place)), 10n ** 15n)
      const within = most > 0n ? (percent(world, 40) ? most : partOf(world, most)) : 1n
      const amount = mayFail && percent(world, 50) ? open + 1n : within
      const whole = amount === open && percent(world, 50)
      const id = await world.ledger.writeOff({ target: place.target, kind, amount: whole ? null : amount })
      world.told.writtenOff.set(id, kind === "surplus" ? amount : -amount)
    }
  },
})

/** What people decide in the ledger and the host knows nothing of. */
export const correct: readonly Command[] = [
  {
    name: "reversal",
    weight: 6,
    prepare: (world) => {
      const mayFail = percent(world, 12)
      const money = oneOf(
        world,
        world.seen.items.filter(
          (item) =>
            item.side === "credit" &&
            (mayFail ||
              ((item.kind === "payment" || item.kind === "deposit") &&
                (reversible(world, item) > 0n ||
                  (isNewestCapture(world, item) && reversibleInAll(world, item) > 0n)))),
        ),
      )
      if (!money) return null
      return async () => {
        // By the host's name as often as by the ledger's, without a draw: other commands keep their chances.
        const byCapture = isNewestCapture(world, money) && money.id % 2n === 0n
        // A deposit has no other name for all of it than the item that it came as.
        const isWhole = byCapture || (money.kind === "deposit" && (money.originItemId ?? null) === null)
        const left = isWhole ? reversibleInAll(world, money) : reversible(world, money)
        const part = partOf(world, left)
        const amount = mayFail && percent(world, 50) ? left + 1n : part > 0n ? part : 1n
        const whole = percent(world, 40)
        const now = world.tick()
        const number = await world.ledger.reverse({
          itemId: money.id,
          whole: byCapture,
          amount: whole ? null : amount,
          // What was moved was so at the ledger's moment, which is after every one of the shop's.
          at: now < money.occurredAt ? money.occurredAt : now,
        })
        const name = originOf(money)
        const before = world.told.reversed.get(name) ?? 0n
        world.told.reversed.set(name, before + (whole ? left : amount))
        world.told.standingReversals.set(`${money.id}.${number}`, whole ? left : amount)
      }
    },
  },
  writeOff("write-off", 3, ["short_payment", "short_payment", "bank_charges"]),
  writeOff("surplus kept", 3, ["surplus"]),
  {
    name: "write-off undone",
    weight: 2,
    prepare: (world) => {
      const { items, owners, orders } = world.seen
      const undone = new Set(items.flatMap(({ key, sequence }) => (sequence > 1 ? [key] : [])))
      const mayFail = percent(world, 12)
      const chosen = oneOf(
        world,
        items.filter(({ id, key, kind, sequence, documentId }) => {
          if (kind !== "write_off" || sequence > 1) return false
          const home = documentId === null ? undefined : orders.get(documentId)?.owner
          return mayFail || (!undone.has(key) && (home === undefined || home === owners.get(id)))
        }),
      )
      if (!chosen) return null
      return async () => {
        const id = chosen.key.slice("woff:".length)
        await world.ledger.undoWriteOff(id)
        world.told.writtenOff.set(id, 0n)
      }
    },
  },
]
