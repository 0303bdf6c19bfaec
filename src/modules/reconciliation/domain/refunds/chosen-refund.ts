import type { ReconciliationError } from "../errors"
import type { ExpectedCredit } from "../posting/document-state"
import type { Row } from "../order/matrix"
import { least } from "../money"
import type { PinnedLine } from "../instalments/pinned-line"
import * as refusals from "./refund-refusals"
import type { RefundableRow } from "./refundable"
import { isRounding } from "./refundable"

/** A row chosen for a refund. */
export interface ChosenRow extends PinnedLine {
  /** Minor units by which the host's credit line shall lower it; the rest is credit that the row has already. */
  readonly lowers: bigint
}

/** How the host will take a refund, by what it shows just before. */
export interface HostBeforeRefund {
  /** Minor units that the host owes already, as it counts: of a refund so much lowers nothing. */
  readonly owes: bigint
  /** Whether the host counts in parts of a minor unit, so that it may owe one more or less than the ledger. */
  readonly isInexact: boolean
  readonly isCanceled: boolean
  /** Whether an order edit, return, exchange or claim of the order is begun and not confirmed. */
  readonly isChanging: boolean
}

export interface RefundToPlan {
  readonly orderId: string
  readonly digits: number
  /** What the payment pays back. */
  readonly amount: bigint
  readonly wanted: ReadonlyMap<string, bigint>
  readonly rows: readonly Row[]
  readonly refundable: ReadonlyMap<string, RefundableRow>
  /** What returns on their way will bring, and refunds that are to be paid by it. */
  readonly expected: readonly ExpectedCredit[]
  readonly openRefunds: bigint
  readonly host: HostBeforeRefund
}

/**
 * Decides whether a refund can pay back exactly the rows that were chosen for it, before any money moves.
 *
 * The host lowers an order only by what it refunds beyond what it owes already. So the credit that the chosen
 * rows have waiting must be what it owes, as far as the refund goes: where other rows' credit waits, the host
 * would pay with that and lower nothing; where it does not know of the chosen rows' credit, it would lower the
 * order once more.
 *
 * @throws refund_lines_differ | row_unknown | row_not_refundable | refund_above_received |
 *   refund_uses_other_credit | refund_lowers_other_rows | order_changing | order_cancelled
 */
export function planChosenRefund(refund: RefundToPlan): ChosenRow[] {
  const { wanted, amount, host } = refund
  for (const [key, part] of wanted) refuseRow(refund, key, part)
  const sum = [...wanted.values()].reduce((total, part) => total + part, 0n)
  if (sum !== amount) throw refusals.linesDiffer(refund, sum)
  const written = amount - least(amount, host.owes)
  if (written > 0n && host.isCanceled) throw refusals.orderCanceled(refund)
  if (written > 0n && host.isChanging) throw refusals.orderChanging(refund)
  const rows = chosenRows(refund)
  const lowered = rows.reduce((total, { lowers }) => total + lowers, 0n)
  const difference = written - lowered
  if (difference !== 0n && !isRoundingOf(difference, host)) throw notAsChosen(refund, difference)
  return adjusted(rows, difference)
}

function refuseRow({ rows, refundable, ...refund }: RefundToPlan, key: string, part: bigint): void {
  const row = rows.find((one) => one.key === key)
  if (!row) throw refusals.rowUnknown(refund, key)
  if (isRounding(row)) throw refusals.rowNotRefundable(refund, row)
  const found = refundable.get(key) ?? { most: 0n, waiting: 0n, pending: 0n }
  if (part > found.most) throw refusals.aboveReceived(refund, row, found)
}

/** Each chosen row with what is left to lower it by once its own credit is taken, that on its way too. */
function chosenRows({ wanted, refundable, expected, openRefunds }: RefundToPlan): ChosenRow[] {
  const coming = new Map<string, bigint>()
  for (const { lineKey, amount } of expected) coming.set(lineKey, (coming.get(lineKey) ?? 0n) + amount)
  const all = [...coming.values()].reduce((sum, amount) => sum + amount, 0n)
  // A refund that is open already is to be paid by what comes, whichever row it was for.
  let free = all > openRefunds ? all - openRefunds : 0n
  return [...wanted].map(([lineKey, amount]) => {
    const { waiting, pending } = refundable.get(lineKey) ?? { waiting: 0n, pending: 0n }
    const credit = least(amount, waiting)
    const own = (coming.get(lineKey) ?? 0n) - pending
    const onItsWay = least(amount - credit, least(free, own > 0n ? own : 0n))
    free -= onItsWay
    return { lineKey, amount, lowers: amount - credit - onItsWay }
  })
}

const isRoundingOf = (difference: bigint, { isInexact }: HostBeforeRefund): boolean =>
  isInexact && (difference === 1n || difference === -1n)

function notAsChosen(refund: RefundToPlan, difference: bigint): ReconciliationError {
  if (difference > 0n) return refusals.lowersOtherRows(refund, difference)
  const others = refund.rows.flatMap((row) => {
    const { waiting = 0n } = refund.refundable.get(row.key) ?? {}
    const coming = refund.expected.filter(({ lineKey }) => lineKey === row.key)
    const credit = coming.reduce((sum, one) => sum + one.amount, waiting)
    const left = credit - least(credit, refund.wanted.get(row.key) ?? 0n)
    return left > 0n ? [{ row, left }] : []
  })
  return refusals.usesOtherCredit(refund, -difference, others)
}

/** The host's rounding goes to a chosen row, never to another. */
function adjusted(rows: readonly ChosenRow[], difference: bigint): ChosenRow[] {
  let left = difference
  return rows.map((row) => {
    const lowers = row.lowers + left
    if (left === 0n || lowers < 0n) return row
    left = 0n
    return { ...row, lowers }
  })
}
