import { grouped } from "../grouped"
import { isOfLine, type Allocation, type OpenItem } from "../open-item"
import { originalsOf } from "../posting/transfer"
import { groupedColumns, isGrouped } from "./groups"
import { matrixOf, refolded, type Matrix, type MatrixInput } from "./matrix"
import { pairName } from "./moving"

interface Folded {
  readonly matrix: Matrix
  /** By the pair of items, what moves between them besides the live allocations. */
  readonly moves: ReadonlyMap<string, Allocation>
}

/**
 * One order's matrix while amounts move in it: only the columns that change since it was last asked for are folded
 * anew, so that what a key costs does not grow with the order.
 */
export class MovingMatrix {
  private readonly refolds: boolean
  private last: Folded
  /** By the credit and by the debit, the live allocations of each; made once something moves. */
  private live: readonly ReadonlyMap<bigint, readonly Allocation[]>[] | null = null

  /** @param matrix the base's own */
  constructor(
    private readonly base: MatrixInput,
    matrix: Matrix,
  ) {
    this.last = { matrix, moves: new Map() }
    this.refolds = !base.items.some(({ kind }) => isBeyondColumns(kind))
  }

  /**
   * @param items the base's, as the moves leave them
   * @param list one for each pair between which something moves
   */
  with(items: readonly OpenItem[], list: readonly Allocation[]): Matrix {
    const moves = new Map(
      list
        .filter(({ amount }) => amount !== 0n)
        .map((move) => [pairName(move.creditItemId, move.debitItemId), move]),
    )
    const changed = changedBetween(this.last.moves, moves)
    if (changed.length === 0) return this.last.matrix
    const matrix = this.refolds
      ? this.refold(items, moves, changed)
      : matrixOf({ ...this.base, items, allocations: [...this.base.allocations, ...moves.values()] })
    this.last = { matrix, moves }
    return matrix
  }

  private refold(items: readonly OpenItem[], moves: Folded["moves"], changed: readonly Allocation[]): Matrix {
    const { documentId } = this.base
    const groups = groupedColumns(
      items.filter((item) => item.documentId === documentId),
      originalsOf(items),
    )
    const columnOf = (id: bigint): bigint => groups.get(id)?.[0]?.id ?? id
    const ids = new Set(changed.flatMap(({ creditItemId, debitItemId }) => [creditItemId, debitItemId]))
    const columns = new Set(
      items.filter((item) => ids.has(item.id) && !isPlainLine(item)).map(({ id }) => columnOf(id)),
    )
    const inColumns = new Set(items.flatMap(({ id }) => (columns.has(columnOf(id)) ? [id] : [])))
    const live = this.liveOf(inColumns)
    const touches = ({ creditItemId, debitItemId }: Allocation): boolean =>
      inColumns.has(creditItemId) || inColumns.has(debitItemId)
    return refolded(this.last.matrix, {
      documentId,
      items,
      columns,
      groups,
      was: [...live, ...[...this.last.moves.values()].filter(touches)],
      now: [...live, ...[...moves.values()].filter(touches)],
    })
  }

  private liveOf(ids: ReadonlySet<bigint>): readonly Allocation[] {
    const { allocations } = this.base
    const live = (this.live ??= [
      grouped(allocations, ({ creditItemId }) => creditItemId),
      grouped(allocations, ({ debitItemId }) => debitItemId),
    ])
    return [...new Set([...ids].flatMap((id) => live.flatMap((by) => by.get(id) ?? [])))]
  }
}

/** An order that changed hands, and a cent of rounding, are folded over all columns. */
const isBeyondColumns = (kind: OpenItem["kind"]): boolean => kind === "transfer" || kind === "rounding"

/** A line that is owed names no column. */
const isPlainLine = (item: OpenItem): boolean => item.side === "debit" && isOfLine(item) && !isGrouped(item)

function changedBetween(was: Folded["moves"], now: Folded["moves"]): Allocation[] {
  const changed = [...now].filter(([name, { amount }]) => was.get(name)?.amount !== amount)
  const gone = [...was].filter(([name]) => !now.has(name))
  return [...changed, ...gone].map(([, move]) => move)
}
