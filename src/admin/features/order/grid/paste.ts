import {
  readAmount,
  readsTwoWays,
  settleThousands,
  type AmountRefusal,
  type AmountText,
  type ReadAmount,
  type Separator,
} from "../../../lib/amount-text"
import { withoutHeadings, type Block } from "./headings"
import type { Hold } from "./views"

/** The grid as it is shown. */
export interface PasteTarget {
  /** In their order. */
  rows: readonly { key: string; title: string }[]
  /** In their order; a refund takes negative amounts, what came in takes positive ones. */
  columns: readonly { id: string; title: string; takes: "positive" | "negative" }[]
  /** Why a cell, by the indexes of its row and column, cannot be changed; null when it can. */
  lockOf: (row: number, column: number) => string | null
  /** Why a cell, by the indexes of its row and column, cannot hold so little; left out where every cell can. */
  tooLittle?: (at: { row: number; column: number }, units: bigint) => Hold | null
}

/** The selection: indexes of rows and columns, the last ones included. */
export interface PasteAt {
  top: number
  left: number
  bottom: number
  right: number
}

export interface Paste {
  target: PasteTarget
  at: PasteAt
  as: AmountText
  /** The sign that groups thousands, once the person was asked. */
  thousands?: Separator | undefined
}

export interface PastePlace {
  row: string
  column: string
}

export type PasteRefusal = AmountRefusal | Hold | "negative_in_payment" | "positive_in_refund"

/**
 * What one paste does, and is undone by one step. Every amount is in exactly one place: `total` is the sum of those to
 * put, locked, refused and clipped.
 */
export interface PastePlan {
  /** Signed minor units; 0n clears. As pasted, also where it is more than there is room for. */
  put: (PastePlace & { units: bigint })[]
  locked: PastePlace[]
  refused: (PastePlace & { text: string; reason: PasteRefusal })[]
  /** Blank cells of the block inside the grid: what stands there stays. */
  kept: number
  /** Amounts beyond the edge of the grid. */
  clipped: number
  /** Amounts of the block without its headings; the cells to fill, where one amount fills the selection. */
  total: number
  /**
   * True where "1,234" may be a thousand or decimals: nothing is put, locked or refused yet. Ask which sign groups
   * thousands, showing `example`, then plan again.
   */
  unclear: boolean
  example: string | null
  /** True where headings were dropped that name other rows or columns than those that the amounts land in. */
  headingsElsewhere: boolean
}

/** A cell of the grid that something is pasted into. */
interface Landing {
  row: number
  column: number
  text: string
}

/** Plans what pasting a block does; changes nothing. */
export function planPaste(pasted: Block, { target, at, as, thousands }: Paste): PastePlan {
  const { block, elsewhere } = withoutHeadings(pasted, {
    rows: target.rows.map(({ title }) => title),
    columns: target.columns.map(({ title }) => title),
    ...at,
  })
  const settled = thousands ?? settleThousands(block.flat(), as)
  const plan = { ...emptyPlan(), headingsElsewhere: elsewhere }
  for (const cell of spread(block, at)) {
    const place = placeOf(cell, target)
    const read = readAmount(cell.text, as, settled === "unclear" ? null : settled)
    if (read.kind === "keep") plan.kept += place ? 1 : 0
    else {
      plan.total += 1
      if (!place) plan.clipped += 1
      else if (target.lockOf(cell.row, cell.column) !== null) plan.locked.push(place)
      else if (read.kind === "unclear" || (settled === "unclear" && readsTwoWays(cell.text, as)))
        plan.example ??= cell.text
      else {
        const tooLittle = (units: bigint) => target.tooLittle?.(cell, units) ?? null
        put(plan, { ...place, text: cell.text, read, takes: target.columns[cell.column]?.takes, tooLittle })
      }
    }
  }
  return plan.example === null ? plan : { ...plan, put: [], locked: [], refused: [], unclear: true }
}

const emptyPlan = (): PastePlan => ({
  put: [],
  locked: [],
  refused: [],
  kept: 0,
  clipped: 0,
  total: 0,
  unclear: false,
  example: null,
  headingsElsewhere: false,
})

/** Where each cell of a block lands: one cell in all of the selection, more from its first cell on. */
function spread(block: Block, { top, left, bottom, right }: PasteAt): Landing[] {
  const [only = "", ...more] = block.flat()
  if (more.length > 0) {
    return block.flatMap((texts, down) =>
      texts.map((text, across) => ({ row: top + down, column: left + across, text })),
    )
  }
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index)
  const columns = Array.from({ length: right - left + 1 }, (_, index) => left + index)
  return rows.flatMap((row) => columns.map((column) => ({ row, column, text: only })))
}

/** Null beyond the edge of the grid. */
function placeOf({ row, column }: Landing, { rows, columns }: PasteTarget): PastePlace | null {
  const [key, id] = [rows[row]?.key, columns[column]?.id]
  return key === undefined || id === undefined ? null : { row: key, column: id }
}

interface Read extends PastePlace {
  text: string
  read: Exclude<ReadAmount, { kind: "keep" | "unclear" }>
  takes: "positive" | "negative" | undefined
  tooLittle: (units: bigint) => Hold | null
}

function put(plan: PastePlan, { row, column, text, read, takes, tooLittle }: Read): void {
  const units = read.kind === "amount" ? read.units : 0n
  const reason = read.kind === "refused" ? read.reason : (wrongSign(units, takes) ?? tooLittle(units))
  if (reason) plan.refused.push({ row, column, text, reason })
  else plan.put.push({ row, column, units })
}

function wrongSign(units: bigint, takes: "positive" | "negative" | undefined): PasteRefusal | null {
  if (takes === "negative") return units > 0n ? "positive_in_refund" : null
  return units < 0n ? "negative_in_payment" : null
}
