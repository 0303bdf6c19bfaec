import type { EditedCell } from "../../../../types/http"
import { decimalOf } from "../../../../modules/reconciliation/domain/money"
import type { Wish } from "../../../../modules/reconciliation/domain/order/draft"
import { cellName } from "./cell-amounts"

/** An amount to put into a cell of the matrix, signed minor units. */
export interface Put {
  readonly row: string
  readonly column: string
  readonly units: bigint
}

interface Moved extends Put {
  readonly before: bigint
}

/** One thing that a person did, undone at once: a typed amount, a paste, a fill. */
interface Step {
  readonly moved: readonly Moved[]
  /** Where they were, to go back there. */
  readonly at: { readonly row: string; readonly column: string }
}

const MOST_STEPS = 500

/**
 * What a person has changed and not saved, with every step of it to undo and redo. Steps hold whole amounts, not
 * differences, so they can be undone after a save too: that is then a change to save.
 */
export class Edits {
  private wishes = new Map<string, Wish>()
  private done: Step[] = []
  private undone: Step[] = []

  /** @param shownAt what a cell shows while nothing is changed */
  constructor(private shownAt: (row: string, column: string) => bigint) {}

  get all(): readonly Wish[] {
    return [...this.wishes.values()]
  }

  get count(): number {
    return this.wishes.size
  }

  get canUndo(): boolean {
    return this.done.length > 0
  }

  get canRedo(): boolean {
    return this.undone.length > 0
  }

  /** What a cell is to hold; undefined where nobody changed it. */
  wishAt(row: string, column: string): bigint | undefined {
    return this.wishes.get(cellName(row, column))?.amount
  }

  valueAt(row: string, column: string): bigint {
    return this.wishAt(row, column) ?? this.shownAt(row, column)
  }

  /** Puts amounts as one step; nothing where every cell holds its amount already. */
  put(puts: readonly Put[], at: Step["at"]): boolean {
    const moved = puts
      .map((one) => ({ ...one, before: this.valueAt(one.row, one.column) }))
      .filter(({ units, before }) => units !== before)
    if (moved.length === 0) return false
    this.done = [...this.done, { moved, at }].slice(-MOST_STEPS)
    this.undone = []
    for (const one of moved) this.set(one)
    return true
  }

  /** @returns where the step was made; undefined when there is none */
  undo(): Step["at"] | undefined {
    const step = this.done.at(-1)
    if (!step) return undefined
    this.done = this.done.slice(0, -1)
    this.undone = [...this.undone, step]
    for (const { before, ...put } of step.moved) this.set({ ...put, units: before })
    return step.at
  }

  redo(): Step["at"] | undefined {
    const step = this.undone.at(-1)
    if (!step) return undefined
    this.undone = this.undone.slice(0, -1)
    this.done = [...this.done, step]
    for (const put of step.moved) this.set(put)
    return step.at
  }

  /** Forgets every change, not the steps: they can be made again. */
  discard(): void {
    this.wishes = new Map()
    this.done = []
    this.undone = []
  }

  /** Goes on upon another version of the order: what it shows already is no change any more. */
  rebase(shownAt: (row: string, column: string) => bigint): void {
    this.shownAt = shownAt
    const kept = this.all
    this.wishes = new Map()
    for (const { row, column, amount } of kept) this.set({ row, column: column.toString(), units: amount })
  }

  /** As the server takes them. */
  cells(digits: number): EditedCell[] {
    return this.all.map(({ row, column, amount }) => ({
      row,
      column: column.toString(),
      amount: decimalOf(amount, digits),
    }))
  }

  private set({ row, column, units }: Put): void {
    const name = cellName(row, column)
    // What is set last stands last: where it becomes too much, the latest changes are at fault.
    this.wishes.delete(name)
    if (units === this.shownAt(row, column)) return
    this.wishes.set(name, { row, column: BigInt(column), amount: units })
  }
}
