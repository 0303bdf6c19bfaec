import { inDueOrder, leftOf, pinsLeft, type Instalment } from "./instalment"
import { least } from "../money"
import type { PinnedLine } from "./pinned-line"

/** What is kept for an instalment of what its order still owes. */
export interface Reservation {
  readonly instalment: Instalment
  readonly lines: readonly PinnedLine[]
  /** Minor units: the sum of its lines. */
  readonly reserved: bigint
  /** Minor units that its order no longer owes: the instalment is that much too large. */
  readonly shrunkBy: bigint
}

/**
 * Says what each instalment is meant to pay now. Derived from what is open, so a changed order needs no
 * repair: first every instalment gets the lines it pins, in due order, then what it does not pin gets
 * the lines that none has pinned, as the order lists them.
 *
 * @param open what each line still owes, as the order lists them
 */
export function reserve(instalments: readonly Instalment[], open: readonly PinnedLine[]): Reservation[] {
  const active = inDueOrder(instalments.filter((instalment) => leftOf(instalment) > 0n))
  const room = new Map<string, bigint>()
  for (const { lineKey, amount } of open) room.set(lineKey, (room.get(lineKey) ?? 0n) + amount)
  const take = (lineKey: string, wanted: bigint): PinnedLine[] => {
    const amount = least(wanted, room.get(lineKey) ?? 0n)
    if (amount <= 0n) return []
    room.set(lineKey, (room.get(lineKey) ?? 0n) - amount)
    return [{ lineKey, amount }]
  }
  const pinned = new Map(
    active.map((instalment) => [
      instalment,
      pinsLeft(instalment).flatMap(({ lineKey, amount }) => take(lineKey, amount)),
    ]),
  )
  return active.map((instalment) => {
    const own = pinned.get(instalment) ?? []
    const meant = pinsLeft(instalment).reduce((sum, { amount }) => sum + amount, 0n)
    let floating = leftOf(instalment) - meant
    const others = [...room.keys()].flatMap((lineKey) => {
      const lines = take(lineKey, floating)
      for (const { amount } of lines) floating -= amount
      return lines
    })
    const lines = [...own, ...others]
    const reserved = lines.reduce((sum, { amount }) => sum + amount, 0n)
    return { instalment, lines, reserved, shrunkBy: leftOf(instalment) - reserved }
  })
}

/** How far planned payments cover what an order still owes. */
export interface Coverage {
  /** Minor units that instalments in good standing and returns on their way will bring. */
  readonly planned: bigint
  /** Something that should have been paid by now is not. */
  readonly overdue: boolean
}

export function coverageOf(
  reservations: readonly Reservation[],
  { expected, open, today }: { expected: bigint; open: bigint; today: string },
): Coverage {
  const late = (reservation: Reservation): boolean =>
    reservation.reserved > 0n && (reservation.instalment.failed || reservation.instalment.dueOn < today)
  const reserved = reservations.filter((one) => !late(one)).reduce((sum, one) => sum + one.reserved, 0n)
  // A return on its way pays nothing: it stands for a plan only where it leaves nothing to pay.
  const planned = reserved > 0n || reserved + expected >= open ? least(reserved + expected, open) : 0n
  return { planned, overdue: reservations.some(late) }
}

/** Minor units of what is open that neither an instalment, whatever its standing, nor a return is to bring. */
export function notCovered(
  reservations: readonly Reservation[],
  { expected, open }: { expected: bigint; open: bigint },
): bigint {
  const kept = reservations.reduce((sum, { reserved }) => sum + reserved, expected)
  return kept > open ? 0n : open - kept
}

export type InstalmentState = "scheduled" | "due" | "overdue" | "failed" | "settled" | "lapsed" | "cancelled"

/** Where an instalment stands on a day; lapsed is one of which the order owes nothing any more. */
export function stateOfInstalment(
  instalment: Instalment,
  reservation: Reservation | undefined,
  today: string,
): InstalmentState {
  if (instalment.cancelled) return "cancelled"
  if (leftOf(instalment) <= 0n) return "settled"
  if (!reservation || reservation.reserved === 0n) return "lapsed"
  if (instalment.failed) return "failed"
  if (instalment.dueOn < today) return "overdue"
  return instalment.dueOn === today ? "due" : "scheduled"
}
