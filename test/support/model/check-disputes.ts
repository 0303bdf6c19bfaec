import {
  isWriteOff,
  openAmount,
  signedAmount,
  type OpenItem,
} from "../../../src/modules/reconciliation/domain/open-item"
import { originOf, type Picture } from "./world"

/**
 * A dispute takes first what lines still hold: while a payment has gone out no more than once, none of its
 * lines may come to stand paid back more than it received. Said only where no other money is about, so that
 * whose money a line holds needs no rule; that is counted here from the rows alone.
 */
export function wrongDisputes(before: Picture, after: Picture): string[] {
  const known = new Set(before.items.map(({ id }) => id))
  const posted = after.items.filter((item) => !known.has(item.id) && isReversal(item))
  const named = posted.map(({ key }) => /^rev:(\d+)\./.exec(key)?.[1])
  const money = after.items.find(({ id }) => id.toString() === named[0])
  if (!money) return []
  const orders = reachedFrom(money, after)
  const here = after.items.filter(({ documentId }) => documentId !== null && orders.has(documentId))
  const name = originOf(money)
  const foreign = here.filter((item) => isMoney(item) && originOf(item) !== name)
  const kept = new Set(after.items.filter(isWriteOff).map(({ id }) => id))
  const isKept = after.live.some(
    ({ creditItemId, debitItemId }) => creditItemId === money.id && kept.has(debitItemId),
  )
  if (foreign.length > 0 || isKept || here.some((item) => item.kind === "transfer" || isWriteOff(item)))
    return []
  // A refund that a person has set free of what it paid back takes from lines only after the dispute has.
  if (before.items.some((item) => isOpenRefund(item) && orders.has(item.documentId ?? 0n))) return []
  const origin = after.items.find((item) => originOf(item) === name) ?? money
  const undone = new Set(after.items.map(({ key }) => key).filter((key) => key.endsWith(".undo")))
  const reversed = after.items.filter(
    (item) => isReversal(item) && item.key.startsWith(`rev:${money.id}.`) && !undone.has(`${item.key}.undo`),
  )
  const out = here.filter(({ kind }) => kind === "refund" || kind === "void").map(signedAmount)
  // What was moved to another owner or paid back is not held here, and no more than what is may be taken of lines.
  const closing = new Set(
    after.items.filter(({ key }) => /^(?:give:out|payback):/.test(key)).map(({ id }) => id),
  )
  const moved = after.live.filter((one) => one.creditItemId === money.id && closing.has(one.debitItemId))
  const held = origin.amount - sum(moved.map(({ amount }) => amount))
  if (sum(out) + sum(reversed.map(({ amount }) => amount)) > held) return []
  const earlier = receivedByLine(before)
  return [...receivedByLine({ ...after, items: here })].flatMap(([line, received]) => {
    const least = earlier.get(line) ?? 0n
    return received >= 0n || received >= least
      ? []
      : [`${line} has received ${received} after a dispute of no more than is held, ${least} before`]
  })
}

const MONEY: ReadonlySet<string> = new Set(["payment", "deposit", "stored_value", "void", "reversal"])
// What takes a reversal back settles that alone.
const isMoney = ({ side, kind, key }: OpenItem): boolean =>
  side === "credit" && MONEY.has(kind) && !key.endsWith(".undo")
const isOpenRefund = (item: OpenItem): boolean => item.kind === "refund" && openAmount(item) > 0n
const isReversal = ({ side, kind, key }: OpenItem): boolean =>
  side === "debit" && kind === "reversal" && !key.endsWith(".void")
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)

/** Orders that an allocation joins with the money, or with another one of them. */
function reachedFrom(money: OpenItem, { items, live }: Picture): ReadonlySet<bigint> {
  const documentOf = new Map(items.map(({ id, documentId }) => [id, documentId]))
  const reached = new Set<bigint>(money.documentId === null ? [] : [money.documentId])
  for (;;) {
    const size = reached.size
    for (const { creditItemId, debitItemId } of live) {
      const ends = [documentOf.get(creditItemId), documentOf.get(debitItemId)]
      if (creditItemId !== money.id && !ends.some((id) => id && reached.has(id))) continue
      for (const id of ends) if (id) reached.add(id)
    }
    if (reached.size === size) return reached
  }
}

/** What each line costs less what of it is open. */
function receivedByLine({ items }: Picture): Map<string, bigint> {
  const received = new Map<string, bigint>()
  for (const item of items) {
    if (item.documentId === null || item.lineKey === null || item.key.startsWith("move:")) continue
    const own = item.kind === "reversal" ? 0n : signedAmount(item)
    const open = item.side === "debit" ? openAmount(item) : 0n
    const line = `${item.documentId} ${item.lineKey}`
    received.set(line, (received.get(line) ?? 0n) + own - open)
  }
  return received
}
