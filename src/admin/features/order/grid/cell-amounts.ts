import type { Cell } from "../../../../modules/reconciliation/domain/order/cells"

type OfColumn = ReadonlyMap<string, bigint>

export const cellName = (row: string, column: string): string => `${row} ${column}`

/**
 * What the cells of a sheet hold, signed minor units. Sheets of one order share the columns that are the same in both,
 * so that neither making one nor comparing two costs more than what has changed.
 */
export class CellAmounts {
  constructor(private readonly columns: ReadonlyMap<string, OfColumn>) {}

  /** Undefined where nothing stands. */
  get(row: string, column: string): bigint | undefined {
    return this.columns.get(column)?.get(row)
  }

  /** Each cell by its name. */
  *[Symbol.iterator](): Generator<[name: string, amount: bigint]> {
    for (const [column, amounts] of this.columns)
      for (const [row, amount] of amounts) yield [cellName(row, column), amount]
  }

  /** Names of the cells that hold something else in the other. */
  *namesUnlike(other: CellAmounts): Generator<string> {
    for (const column of new Set([...this.columns.keys(), ...other.columns.keys()])) {
      const [mine, theirs] = [this.columns.get(column) ?? NOTHING, other.columns.get(column) ?? NOTHING]
      if (mine === theirs) continue
      for (const row of new Set([...mine.keys(), ...theirs.keys()]))
        if (mine.get(row) !== theirs.get(row)) yield cellName(row, column)
    }
  }
}

const NOTHING: OfColumn = new Map()

/** Names the cells of matrices; a column that was named before is not named again. */
export class CellNamer {
  private readonly named = new WeakMap<readonly Cell[], OfColumn>()

  amountsOf(cellsOf: ReadonlyMap<bigint, readonly Cell[]>): CellAmounts {
    return new CellAmounts(
      new Map([...cellsOf].map(([column, cells]) => [column.toString(), this.ofColumn(cells)])),
    )
  }

  private ofColumn(cells: readonly Cell[]): OfColumn {
    const known = this.named.get(cells)
    if (known) return known
    const made = new Map(cells.map(({ row, amount }) => [row, amount]))
    this.named.set(cells, made)
    return made
  }
}
