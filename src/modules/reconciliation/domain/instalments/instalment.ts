import { least } from "../money"
import type { PinnedLine } from "./pinned-line"

/** A planned payment of an order: it reserves what it is meant to pay, and settles nothing by itself. */
export interface Instalment {
  readonly id: bigint
  /** Its place in its plan, from 1. */
  readonly number: number
  /** The day it falls due, as last postponed. */
  readonly dueOn: string
  /** Minor units, above zero. */
  readonly amount: bigint
  readonly method: string | null
  /** Money that carries this reference fulfils this instalment and no other. */
  readonly reference: string | null
  /** What it pays of which lines; what it does not pin goes to lines that nothing else is meant to pay. */
  readonly pins: readonly PinnedLine[]
  readonly failed: boolean
  readonly cancelled: boolean
  /** What money put on each line in fulfilment of it, minor units. */
  readonly settled: readonly PinnedLine[]
  /** What was taken back of that money since, where it is owed again; under NO_LINE what no line owes. */
  readonly takenBack: readonly PinnedLine[]
}

/** Stands for the line of what an order owes without one, such as money that the host took back. */
export const NO_LINE = ""

/**
 * What money has brought of it and was not taken back since. Never more than it asks: who puts more of some money on
 * the order after part of it was taken back, and paid again, has that part found in what came last.
 */
export function receivedOf({
  amount,
  settled,
  takenBack,
}: Pick<Instalment, "amount" | "settled" | "takenBack">): bigint {
  return least(amount, sumOf(settled) - sumOf(takenBack))
}

/** What is still to be paid of it, by its own terms. */
export function leftOf(instalment: Instalment): bigint {
  return instalment.cancelled ? 0n : instalment.amount - receivedOf(instalment)
}

/** What is still to be paid of each line that it pins; what was taken back is to be paid where it is owed again. */
export function pinsLeft({
  pins,
  settled,
  takenBack,
}: Pick<Instalment, "pins" | "settled" | "takenBack">): PinnedLine[] {
  const left = new Map<string, bigint>()
  const add = (lineKey: string, amount: bigint): void => {
    left.set(lineKey, (left.get(lineKey) ?? 0n) + amount)
  }
  for (const { lineKey, amount } of [...pins, ...takenBack]) add(lineKey, amount)
  for (const { lineKey, amount } of settled) if (left.has(lineKey)) add(lineKey, -amount)
  return [...left].flatMap(([lineKey, amount]) => (amount > 0n ? [{ lineKey, amount }] : []))
}

const sumOf = (lines: readonly PinnedLine[]): bigint => lines.reduce((sum, { amount }) => sum + amount, 0n)

/** Instalments in the order in which money fulfils them: by due day, then as planned. */
export function inDueOrder<Planned extends Pick<Instalment, "dueOn" | "number">>(
  instalments: readonly Planned[],
): Planned[] {
  return instalments.toSorted((one, other) =>
    one.dueOn === other.dueOn ? one.number - other.number : one.dueOn < other.dueOn ? -1 : 1,
  )
}
