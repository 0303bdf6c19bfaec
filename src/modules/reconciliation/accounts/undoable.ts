import type { UndoableAct } from "../../../types/http"
import {
  isUndoingOpening,
  isUndoingReversal,
  nameIn,
  reversalNumberOf,
  reversedItemOf,
  undoneMoveKeyOf,
  undoneOpeningKeyOf,
  undoneReversalKeyOf,
} from "../domain/key"
import type { OpenItem } from "../domain/open-item"

export interface Undoable {
  readonly act: UndoableAct
  /** The key of what takes it back; until something stands under that, it can be. */
  readonly undoneKey: string
}

/** How an act on money is taken back, by what it has posted; null of all else, and of what takes such an act back. */
export function undoableOf(item: OpenItem): Undoable | null {
  return moveOf(item) ?? payBackOf(item) ?? reversalOf(item) ?? openingOf(item)
}

/** Both sides of a move tell which it was: what closed the money by its reference, what goes on by where it came from. */
function moveOf(item: OpenItem): Undoable | null {
  const undoneKey = undoneMoveKeyOf(item)
  if (undoneKey === null) return null
  const { kind, reference, originItemId, sequence } = item
  const id = kind === "transfer" ? reference : originItemId && `${originItemId}.${sequence}`
  return id ? { act: { act: "move", move_id: id }, undoneKey } : null
}

function openingOf(item: OpenItem): Undoable | null {
  if (nameIn("opening", item) === null || isUndoingOpening(item)) return null
  const act = { act: "opening_balance", opening_balance_id: item.id.toString() } as const
  return { act, undoneKey: undoneOpeningKeyOf(item) }
}

function payBackOf(item: OpenItem): Undoable | null {
  const id = nameIn("payBack", item)
  if (id === null || item.kind !== "refund") return null
  return { act: { act: "pay_back", pay_back_id: id }, undoneKey: item.key }
}

function reversalOf(item: OpenItem): Undoable | null {
  const [moneyId, number] = [reversedItemOf(item), reversalNumberOf(item)]
  if (moneyId === null || number === null || isUndoingReversal(item)) return null
  return {
    act: { act: "reversal", payment_id: moneyId.toString(), number },
    undoneKey: undoneReversalKeyOf(item),
  }
}
