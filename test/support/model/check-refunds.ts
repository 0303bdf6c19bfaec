import { signedAmount, type OpenItem } from "../../../src/modules/reconciliation/domain/open-item"
import { sumOf, type Picture, type Told } from "./world"

const LINE_CREDITS: ReadonlySet<string> = new Set(["adjustment", "credit_line", "cancellation", "rounding"])
const NO_CHARGES: ReadonlySet<string> = new Set(["refund", "void", "write_off", "cash_discount", "transfer"])

/** What was given up, and what an order has open when it goes to another account: that is paid or paid out there. */
const NO_MONEY: ReadonlySet<string> = new Set(["write_off", "cash_discount", "transfer"])
const NOT_PAID: ReadonlySet<string> = new Set(["refund", "transfer"])

const isCredit = ({ side, kind }: OpenItem): boolean => side === "credit" && LINE_CREDITS.has(kind)
const isDebt = ({ side, kind }: OpenItem): boolean => side === "debit" && !NO_CHARGES.has(kind)

/** What a row received, and what was paid out of it. */
export interface RowMoney {
  received: bigint
  paidOut: bigint
}

interface OfOrder {
  readonly picture: Picture
  readonly orderId: string
}

/**
 * Counted by allocations alone: what a row received is what pays its charges, less what its credits pay of others and
 * what reversals took back; paid out of it is what its credits paid of refunds, or what was chosen of it where that
 * is more. What was written off nobody paid.
 */
export function moneyOfRows(
  picture: Picture,
  orderId: string,
  { refunds }: Pick<Told, "refunds">,
): Map<string, RowMoney> {
  const rows = new Map<string, RowMoney>()
  const row = (key: string): RowMoney => {
    const found = rows.get(key) ?? { received: 0n, paidOut: 0n }
    rows.set(key, found)
    return found
  }
  for (const { lineKey, amount } of receipts({ picture, orderId })) row(lineKey).received += amount
  for (const { lineKey, amount } of payments({ picture, orderId }, refunds)) row(lineKey).paidOut += amount
  return rows
}

interface OfRow {
  readonly lineKey: string
  readonly amount: bigint
}

function receipts({ picture, orderId }: OfOrder): OfRow[] {
  const takenBack = picture.items.flatMap((item): OfRow[] =>
    item.kind === "reversal" &&
    item.side === "debit" &&
    item.lineKey !== null &&
    // What went to another account with the order was taken back once.
    !item.key.startsWith("move:") &&
    isOf(item, picture, orderId)
      ? [{ lineKey: item.lineKey, amount: -item.amount }]
      : [],
  )
  return [
    ...takenBack,
    ...pairsOf(picture).flatMap(({ credit, debit, amount }): OfRow[] => {
      const isIn = isDebt(debit) && isOf(debit, picture, orderId) && !NO_MONEY.has(credit.kind)
      const isOut = isCredit(credit) && isOf(credit, picture, orderId) && !NOT_PAID.has(debit.kind)
      return [
        ...(isIn && debit.lineKey !== null ? [{ lineKey: debit.lineKey, amount }] : []),
        ...(isOut && credit.lineKey !== null ? [{ lineKey: credit.lineKey, amount: -amount }] : []),
      ]
    }),
  ]
}

/** Of each row and refund: what the row's credits gave, or what was chosen of it. */
function payments({ picture, orderId }: OfOrder, refunds: Told["refunds"]): OfRow[] {
  const given = new Map<string, OfRow>()
  for (const { credit, debit, amount } of pairsOf(picture)) {
    if (debit.kind !== "refund" || credit.lineKey === null) continue
    if (!isCredit(credit) || !isOf(credit, picture, orderId)) continue
    const name = `${credit.lineKey} ${debit.key}`
    given.set(name, { lineKey: credit.lineKey, amount: amount + (given.get(name)?.amount ?? 0n) })
  }
  for (const [key, made] of refunds) {
    if (made.orderId !== orderId || isTakenBack(picture, key)) continue
    for (const [lineKey, amount] of made.rows) {
      const name = `${lineKey} ${key}`
      if ((given.get(name)?.amount ?? 0n) < amount) given.set(name, { lineKey, amount })
    }
  }
  return [...given.values()]
}

const isOf = ({ documentId }: OpenItem, { orders }: Picture, orderId: string): boolean =>
  documentId !== null && orders.get(documentId)?.orderId === orderId

function pairsOf({ items, live }: Picture): { credit: OpenItem; debit: OpenItem; amount: bigint }[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  return live.flatMap(({ creditItemId, debitItemId, amount }) => {
    const [credit, debit] = [byId.get(creditItemId), byId.get(debitItemId)]
    return credit && debit ? [{ credit, debit, amount }] : []
  })
}

/** The host deleted the refund, and the ledger has heard of it. */
function isTakenBack(picture: Picture, key: string): boolean {
  return picture.items.some((item) => item.key === key) && standingOf(picture, key) <= 0n
}

function standingOf({ items }: Picture, key: string): bigint {
  const posted = items.filter((item) => item.key === key)
  return posted.reduce((sum, { side, amount }) => (side === "debit" ? sum + amount : sum - amount), 0n)
}

/** What a row still costs, credits of it taken off. */
function priceOf({ picture, orderId }: OfOrder, line: string): bigint {
  const own = picture.items.filter(
    (item) => item.lineKey === line && item.kind !== "reversal" && isOf(item, picture, orderId),
  )
  return sumOf(own.filter(({ key }) => !key.startsWith("move:")).map(signedAmount))
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
    // What a row costs less now than was paid back of it must go elsewhere.
    const isFull = [...rows.keys()].every((line) => priceOf({ picture, orderId }, line) <= 0n)
    const isNoMore = sumOf(lowered.values()) <= sumOf(rows.values())
    if (isFull && isNoMore) return [...wrong]
    return [
      ...wrong,
      ...strayed.map(
        ([line, amount]) => `${key} lowers ${line} by ${amount}, chosen were ${rows.get(line) ?? 0n}`,
      ),
    ]
  })
}
