import { isUndoingOpening } from "../key"
import { isLineCredit, isMoneyIn, isOnAccount, type OpenItem } from "../open-item"

/** Who already has a matching code. */
export interface Coded {
  readonly documents: ReadonlySet<bigint>
  readonly items: ReadonlySet<bigint>
}

/** A code to be opened: for an order, or for a credit that can pay several orders. */
export type CodeOwner = { readonly documentId: bigint } | { readonly itemId: bigint }

/**
 * Says which orders and credits get a matching code from these allocations, in the order in which
 * they get it. A line's own credit folds under its order and letters nothing.
 */
export function codesOpenedBy(
  pairs: readonly { readonly credit: OpenItem; readonly debit: OpenItem }[],
  coded: Coded,
): CodeOwner[] {
  const documents = new Set(coded.documents)
  const items = new Set(coded.items)
  const opened: CodeOwner[] = []
  for (const { credit, debit } of pairs) {
    if (!letters(credit, debit)) continue
    if (debit.documentId !== null && !documents.has(debit.documentId)) {
      documents.add(debit.documentId)
      opened.push({ documentId: debit.documentId })
    }
    if (hasOwnCode(credit, debit) && !items.has(credit.id)) {
      items.add(credit.id)
      opened.push({ itemId: credit.id })
    }
  }
  return opened
}

/** Whether an allocation counts as a payment of the order, and so belongs to its code. */
export function letters(credit: OpenItem, debit: OpenItem): boolean {
  // What is moved to another account pays nothing there.
  if (debit.kind === "transfer") return false
  // Nor does what takes an opening balance back: neither is there any more.
  if (isUndoingOpening(credit) || isUndoingOpening(debit)) return false
  return isMoneyIn(credit) || (isLineCredit(credit) && credit.documentId !== debit.documentId)
}

function hasOwnCode(credit: OpenItem, debit: OpenItem): boolean {
  return isOnAccount(credit) || credit.kind === "stored_value" || credit.documentId !== debit.documentId
}
