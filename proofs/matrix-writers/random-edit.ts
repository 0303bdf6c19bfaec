import type { SeenMatrix } from "./shop"

export interface RandomCell {
  readonly credit: string
  readonly debit: string
  readonly amount: bigint
}

/** Numbers that are the same in every run: mulberry32. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/**
 * A few random cells of a matrix as it was seen: two cells change places with two others, some are emptied
 * or filled with what is open, and some are given what nobody has.
 */
export function randomEdit(matrix: SeenMatrix, random: (below: number) => number): RandomCell[] {
  const one = (values: readonly string[]): string => values[random(values.length)] ?? ""
  const held = [...matrix.cells].filter(([, amount]) => amount > 0n).map(([name]) => name)
  const heldCell = (): [string, string] => one(held).split(" ") as [string, string]
  const amountOf = (credit: string, debit: string): bigint => matrix.cells.get(`${credit} ${debit}`) ?? 0n
  const open = (id: string): bigint => matrix.openOf.get(id) ?? 0n
  const kind = random(10)
  if (kind < 6 && held.length > 1) {
    const [[c1, d1], [c2, d2]] = [heldCell(), heldCell()]
    if (c1 !== c2 && d1 !== d2) {
      const most = least(amountOf(c1, d1), amountOf(c2, d2))
      const part = 1n + BigInt(random(Number(most)))
      return [
        { credit: c1, debit: d1, amount: amountOf(c1, d1) - part },
        { credit: c2, debit: d2, amount: amountOf(c2, d2) - part },
        { credit: c1, debit: d2, amount: amountOf(c1, d2) + part },
        { credit: c2, debit: d1, amount: amountOf(c2, d1) + part },
      ]
    }
  }
  if (kind < 8 && held.length > 0) {
    const [credit, debit] = heldCell()
    return [{ credit, debit, amount: BigInt(random(Number(amountOf(credit, debit)))) }]
  }
  const [credit, debit] = [one(matrix.credits), one(matrix.debits)]
  const free = least(open(credit), open(debit)) + (kind === 9 ? 1n : 0n)
  return [{ credit, debit, amount: amountOf(credit, debit) + free }]
}

const least = (one: bigint, other: bigint): bigint => (one < other ? one : other)
