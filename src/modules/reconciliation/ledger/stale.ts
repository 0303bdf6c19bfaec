import { decimalOf } from "../domain/money"

/** Who changed what last, for a refusal that says so. */
export interface LastChange {
  readonly actor: string
  readonly cause: string
  readonly recorded_at: string
}

/** The end of a sentence: who changed it, by what and when; empty when nobody did. */
export function changedBy(last: LastChange | undefined): string {
  return last ? `: it was changed by ${last.actor} (${last.cause}) at ${last.recorded_at}` : ""
}

/** What a change since some version did to one cell; nulls where it moved none. */
export interface ChangeSince extends LastChange {
  readonly credit_item_id: string | null
  readonly debit_item_id: string | null
  readonly amount: string | null
  readonly debit_title: string | null
}

/** How each cell differs from what was seen, newest change first; at most some, for a sentence. */
export function differenceOf(changes: readonly ChangeSince[], digits: number): string[] {
  const moved = new Map<string, { cell: string; title: string; amount: bigint }>()
  for (const { credit_item_id, debit_item_id, amount, debit_title } of changes) {
    if (credit_item_id === null || debit_item_id === null || amount === null) continue
    const cell = `${credit_item_id}/${debit_item_id}`
    const known = moved.get(cell) ?? { cell, title: debit_title ?? "", amount: 0n }
    moved.set(cell, { ...known, amount: known.amount + BigInt(amount) })
  }
  return [...moved.values()]
    .filter(({ amount }) => amount !== 0n)
    .slice(0, CELLS_TOLD)
    .map(
      ({ cell, title, amount }) =>
        `${cell} ("${title}") ${amount > 0n ? "+" : ""}${decimalOf(amount, digits)}`,
    )
}

/** As many cells as a person reads in a refusal. */
const CELLS_TOLD = 20
