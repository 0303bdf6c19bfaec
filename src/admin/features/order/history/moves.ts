import { minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type { AllocationMove, NamedItem } from "../../../../types/http"

/** What a change did between one credit and one debit, in all. */
export interface NetMove {
  readonly creditId: string
  readonly debitId: string
  readonly credit: NamedItem
  readonly debit: NamedItem
  /** Minor units, never zero: what was put, or below zero what was taken off. */
  readonly amount: bigint
}

/** What was put less what was taken off, for each credit and debit that it was not nothing for; in their order. */
export function netMoves(
  { allocated, released }: { allocated: readonly AllocationMove[]; released: readonly AllocationMove[] },
  digits: number,
): NetMove[] {
  const nets = new Map<string, NetMove>()
  const add = (move: AllocationMove, sign: bigint) => {
    const { credit_item_id: creditId, debit_item_id: debitId, credit, debit } = move
    const key = `${creditId} ${debitId}`
    const before = nets.get(key)?.amount ?? 0n
    const amount = before + sign * minorUnitsOf(move.amount, digits)
    nets.set(key, { creditId, debitId, credit, debit, amount })
  }
  for (const move of released) add(move, -1n)
  for (const move of allocated) add(move, 1n)
  return [...nets.values()].filter(({ amount }) => amount !== 0n)
}

/** A lower price that settles its own line; its matrix folds that away, and so do its sentences. */
export const isOwnLine = ({ credit, debit }: Pick<NetMove, "credit" | "debit">): boolean =>
  credit.row !== null && credit.row === debit.row

/** What one end of some moves came to. */
export interface End {
  /** One end each, of which the names are told. */
  readonly items: readonly NamedItem[]
  /** Minor units, above zero. */
  readonly amount: bigint
}

/** The moves on one side of zero by what they came to or went from, several of one row as one; null when there are none. */
export function endOf(
  moves: readonly NetMove[],
  { of, side }: { of: "credit" | "debit"; side: "put" | "taken" },
): End | null {
  const sign = side === "put" ? 1n : -1n
  const those = moves.filter(({ amount }) => amount * sign > 0n)
  const items = new Map(those.map((move) => [move[of].row ?? move[`${of}Id`], move[of]]))
  return those.length === 0
    ? null
    : { items: [...items.values()], amount: those.reduce((sum, { amount }) => sum + amount * sign, 0n) }
}
