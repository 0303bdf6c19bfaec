import type { OpenItem } from "../../../src/modules/reconciliation/domain/open-item"
import type { Picture, Told } from "./world"

const LINE_CREDITS: ReadonlySet<string> = new Set(["adjustment", "credit_line", "cancellation", "rounding"])
const NO_CHARGES: ReadonlySet<string> = new Set(["refund", "void", "write_off", "transfer"])

const isCredit = ({ side, kind }: OpenItem): boolean => side === "credit" && LINE_CREDITS.has(kind)
const isDebt = ({ side, kind }: OpenItem): boolean => side === "debit" && !NO_CHARGES.has(kind)

/** What a row received, and what was paid out of it. */
export interface RowMoney {
  received: bigint
  paidOut: bigint
}

/**
 * Counted by allocations alone: what a row received is what pays its charges, less what its credits pay of others and
 * what reversals took back; paid out of it is what its credits paid of refunds, or what was chosen of it where that
 * is more.
 */
export function moneyOfRows(
  picture: Picture,
  orderId: string,
  { refunds }: Pick<Told, "refunds">,
): Map<string, RowMoney> {
  const byId = new Map(picture.items.map((item) => [item.id, item]))
  const isOwn = ({ documentId }: OpenItem): boolean =>
    documentId !== null && picture.orders.get(documentId)?.orderId === orderId
  const rows = new Map<string, RowMoney>()
  const row = (key: string): RowMoney => {
    const found = rows.get(key) ?? { received: 0n, paidOut: 0n }
    rows.set(key, found)
    return found
  }
  const given = new Map<string, bigint>()
  for (const item of picture.items) {
    if (item.kind === "reversal" && item.side === "debit" && item.lineKey !== null && isOwn(item))
      row(item.lineKey).received -= item.amount
  }
  for (const { creditItemId, debitItemId, amount } of picture.live) {
    const [credit, debit] = [byId.get(creditItemId), byId.get(debitItemId)]
    if (!credit || !debit) continue
    const from = isCredit(credit) && isOwn(credit) ? credit.lineKey : null
    const to = isDebt(debit) && isOwn(debit) ? debit.lineKey : null
    if (to !== null && credit.kind !== "write_off") row(to).received += amount
    if (from === null) continue
    if (debit.kind !== "refund") row(from).received -= amount
    else given.set(`${from} ${debit.key}`, (given.get(`${from} ${debit.key}`) ?? 0n) + amount)
  }
  for (const [key, made] of refunds) {
    if (made.orderId !== orderId || isTakenBack(picture, key)) continue
    for (const [chosen, amount] of made.rows) {
      const name = `${chosen} ${key}`
      if ((given.get(name) ?? 0n) < amount) given.set(name, amount)
    }
  }
  for (const [name, amount] of given) row(name.slice(0, name.indexOf(" "))).paidOut += amount
  return rows
}

/** The host deleted the refund, and the ledger has heard of it. */
function isTakenBack(picture: Picture, key: string): boolean {
  return picture.items.some((item) => item.key === key) && standingOf(picture, key) <= 0n
}

function standingOf({ items }: Picture, key: string): bigint {
  const posted = items.filter((item) => item.key === key)
  return posted.reduce((sum, { side, amount }) => (side === "debit" ? sum + amount : sum - amount), 0n)
}

/**
 * What a refund of chosen rows must never do: pay more out of a row than it received, and lower a row by more
 * than was chosen of it, or one that nobody chose.
 */
export function wrongRefunds(picture: Picture, { refunds }: Told): string[] {
  return [...refunds].flatMap(([key, { orderId, version, rows, wrong }]) => {
    const prefix = `cl:${orderId}:${version}:`
    const lowered = new Map<string, bigint>()
    // Of a refund that the host has deleted, a credit line that stays is none's.
    const isBehind = version !== null && standingOf(picture, key) > 0n
    for (const { key: name, lineKey, side, amount } of isBehind ? picture.items : []) {
      if (!name.startsWith(prefix) || lineKey === null) continue
      lowered.set(lineKey, (lowered.get(lineKey) ?? 0n) + (side === "credit" ? amount : -amount))
    }
    const strayed = [...lowered].filter(([line, amount]) => amount > (rows.get(line) ?? 0n))
    return [
      ...wrong,
      ...strayed.map(
        ([line, amount]) => `${key} lowers ${line} by ${amount}, chosen were ${rows.get(line) ?? 0n}`,
      ),
    ]
  })
}
