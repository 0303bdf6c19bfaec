/**
 * Why an edit is refused. Amounts in `ids` and messages are minor units; nothing was changed. Each refusal stands by itself: the
 * grid of the admin plans an edit with the same code, and takes to the browser only the few that it can come to.
 */
import type { Candidate } from "../allocation/strategy"
import { ReconciliationError } from "../errors"
import { isWriteOff, type OpenItem } from "../open-item"

interface CellName {
  readonly creditItemId: bigint
  readonly debitItemId: bigint
}

interface OverAllocated {
  readonly item: OpenItem
  /** Minor units: open before the edit, open once it has taken back, and asked for. */
  readonly open: bigint
  readonly free: bigint
  readonly amount: bigint
}

interface Bound {
  readonly credit: Candidate
  readonly debit: Candidate
  readonly wanted: bigint
  readonly bound: bigint
}

const idsOf = ({ creditItemId, debitItemId }: CellName): Record<string, string> => ({
  credit_item_id: creditItemId.toString(),
  debit_item_id: debitItemId.toString(),
})

interface MatrixCellName {
  readonly row: string
  readonly column: bigint | string
}

const placeOf = ({ row, column }: MatrixCellName): Record<string, string> => ({
  row: row.slice(0, 200),
  column: column.toString(),
})

export const unknownItem = (id: bigint | string): ReconciliationError =>
  new ReconciliationError({
    type: "not_found",
    code: "item_not_found",
    message: `There is no item ${id} in this account.`,
    ids: { item_id: id.toString() },
    remedy: "Read the order or the account again and use the ids of its items.",
  })

export const unknownCell = (row: string, column: bigint | string): ReconciliationError =>
  new ReconciliationError({
    type: "not_found",
    code: "cell_not_found",
    message: `The order has no cell where row ${row.slice(0, 60)} meets column ${column}.`,
    ids: placeOf({ row, column }),
    remedy: "Read the order again and use the keys of its rows and the ids of its columns.",
  })

export const locked = ({ lock, ...cell }: MatrixCellName & { readonly lock: string }): ReconciliationError =>
  new ReconciliationError({
    type: "conflict",
    code: "cell_locked",
    message: `The cell where row ${cell.row} meets column ${cell.column} is not changed by hand (${lock}).`,
    ids: { ...placeOf(cell), lock },
    remedy: "Leave it out of the edit; the guide says of each lock how to change what it stands for.",
  })

export const wrongSign = ({
  isRefund,
  ...cell
}: MatrixCellName & { readonly isRefund: boolean }): ReconciliationError =>
  new ReconciliationError({
    type: "invalid_data",
    code: "amount_sign",
    message: isRefund
      ? "A refund takes money away: its cells hold zero or less."
      : "A payment or credit brings money: its cells hold zero or more.",
    ids: placeOf(cell),
    remedy: isRefund ? "Send the amount with a minus." : "Send the amount without a minus.",
  })

export const wrongSide = (cell: CellName): ReconciliationError =>
  new ReconciliationError({
    type: "invalid_data",
    code: "sides_swapped",
    message: "An allocation puts a credit on a debit; one of these two is on the other side.",
    ids: idsOf(cell),
    remedy: "Name a credit (payment, deposit, credit) and a debit (charge, refund) in each cell.",
  })

export const negative = (cell: CellName & { amount: bigint }): ReconciliationError =>
  new ReconciliationError({
    type: "invalid_data",
    code: "amount_negative",
    message: `A cell cannot hold ${cell.amount}.`,
    ids: idsOf(cell),
    remedy: "Send what the cell shall hold in all: zero or more.",
  })

export const namedTwice = (cell: CellName): ReconciliationError =>
  new ReconciliationError({
    type: "invalid_data",
    code: "cell_named_twice",
    message: "One edit names this cell twice.",
    ids: idsOf(cell),
    remedy: "Send each cell once, with what it shall hold in all.",
  })

export const notByHand = (item: OpenItem): ReconciliationError =>
  new ReconciliationError({
    type: "conflict",
    code: "not_by_hand",
    message: `"${item.title}" is a ${item.kind}, and what it settles is not changed by hand.`,
    ids: { item_id: item.id.toString() },
    remedy: isWriteOff(item)
      ? "Undo the write-off, and write off again what should be."
      : "Change what the order has open in the account that it is in now.",
  })

export const orderMoved = (item: OpenItem): ReconciliationError =>
  new ReconciliationError({
    type: "conflict",
    code: "order_moved",
    message: `The order of "${item.title}" is another customer's now; what was settled before stays as it is.`,
    ids: { item_id: item.id.toString() },
    remedy: "Edit the order in the account that it is in now.",
  })

export const belowMoved = ({
  stays,
  ...cell
}: MatrixCellName & { readonly stays: bigint }): ReconciliationError =>
  new ReconciliationError({
    type: "conflict",
    code: "order_moved",
    message: `${stays} minor units where row ${cell.row} meets column ${cell.column} were settled before the order went to another customer, and stay.`,
    ids: { ...placeOf(cell), stays: stays.toString() },
    remedy: "Leave the cell at that or above it.",
  })

export const belowBound = ({ credit, debit, wanted, bound }: Bound): ReconciliationError =>
  new ReconciliationError({
    type: "conflict",
    code: "instalment_bound",
    message: `${bound} minor units of this cell fulfil planned payments, so it cannot be lowered to ${wanted}.`,
    ids: {
      ...idsOf({ creditItemId: credit.item.id, debitItemId: debit.item.id }),
      bound: bound.toString(),
    },
    remedy: "Change the plan of payments first, or leave the cell at what its planned payments hold.",
  })

export const matrixCellNamedTwice = (cell: string): ReconciliationError =>
  new ReconciliationError({
    type: "invalid_data",
    code: "cell_named_twice",
    message: "One edit names this cell twice.",
    ids: { cell: cell.slice(0, 200) },
    remedy: "Send each cell once, with what it shall hold in all.",
  })

export const overAllocated = ({ item, open, free, amount }: OverAllocated): ReconciliationError =>
  new ReconciliationError({
    type: "conflict",
    code: "over_allocated",
    message: `"${item.title}" has ${free} minor units open with this edit, and the edit puts ${amount}.`,
    ids: {
      item_id: item.id.toString(),
      open: open.toString(),
      open_with_edit: free.toString(),
      wanted: amount.toString(),
    },
    remedy: "Lower another cell of the same item in the same edit, or put less.",
  })
