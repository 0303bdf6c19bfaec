import { grouped } from "../grouped"
import type { Allocation } from "../open-item"
import type { Restored } from "./take-back"

export interface Undoing {
  readonly release: readonly Allocation[]
  readonly restore: readonly Restored[]
}

/**
 * What undoing a change comes to: for each credit and debit that it moved something between, back to what stood there
 * before it, and no further. Where something else has moved there since, only the difference that the change made is
 * taken back, so that what came later stays.
 *
 * @param made every allocation and release of the change
 * @param live what stands now between the same items
 */
export function undoingOf(made: readonly Allocation[], live: readonly Allocation[]): Undoing {
  const standing = grouped(live, pairOf)
  const parts = [...grouped(made, pairOf)].map(([pair, moves]) => undoPair(moves, standing.get(pair) ?? []))
  return {
    release: parts.flatMap(({ release }) => release),
    restore: parts.flatMap(({ restore }) => restore),
  }
}

function undoPair(moves: readonly Allocation[], live: readonly Allocation[]): Undoing {
  const [put, taken] = [moves.filter(isPut), moves.filter((one) => !isPut(one))]
  const own = new Set(put.map(({ id }) => id))
  const standing = live.filter(({ id }) => own.has(id))
  if (standing.length === put.length) return { release: standing, restore: restored(moves, sumOf(taken)) }
  const difference = sumOf(put) - sumOf(taken)
  return difference > 0n
    ? lower(moves, live, difference)
    : { release: [], restore: restored(moves, -difference) }
}

/** Takes the newest back until it is enough, and puts what that was too much. */
function lower(moves: readonly Allocation[], live: readonly Allocation[], by: bigint): Undoing {
  let rest = by
  const release: Allocation[] = []
  for (const allocation of live.toSorted((one, other) => (one.id > other.id ? -1 : 1))) {
    if (rest <= 0n) break
    release.push(allocation)
    rest -= allocation.amount
  }
  return { release, restore: restored(moves, rest < 0n ? -rest : 0n) }
}

function restored(moves: readonly Allocation[], amount: bigint): Restored[] {
  const [first] = moves
  if (!first || amount <= 0n) return []
  return [{ creditItemId: first.creditItemId, debitItemId: first.debitItemId, amount }]
}

const isPut = ({ releases }: Allocation): boolean => releases === null
const pairOf = ({ creditItemId, debitItemId }: Allocation): string => `${creditItemId} ${debitItemId}`
const sumOf = (allocations: readonly Allocation[]): bigint =>
  allocations.reduce((sum, { amount }) => sum + amount, 0n)
