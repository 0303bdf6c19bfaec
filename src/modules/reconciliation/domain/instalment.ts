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
}

/** What is still to be paid of it, by its own terms. */
export function leftOf({ amount, settled, cancelled }: Instalment): bigint {
  return cancelled ? 0n : amount - settled.reduce((sum, line) => sum + line.amount, 0n)
}

/** What is still to be paid of each line that it pins. */
export function pinsLeft({ pins, settled }: Pick<Instalment, "pins" | "settled">): PinnedLine[] {
  const paid = new Map(settled.map((line) => [line.lineKey, line.amount]))
  return pins.flatMap(({ lineKey, amount }) => {
    const left = amount - (paid.get(lineKey) ?? 0n)
    return left > 0n ? [{ lineKey, amount: left }] : []
  })
}

/** Instalments in the order in which money fulfils them: by due day, then as planned. */
export function inDueOrder<Planned extends Pick<Instalment, "dueOn" | "number">>(
  instalments: readonly Planned[],
): Planned[] {
  return instalments.toSorted((one, other) =>
    one.dueOn === other.dueOn ? one.number - other.number : one.dueOn < other.dueOn ? -1 : 1,
  )
}
