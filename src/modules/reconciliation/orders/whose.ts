import { dayOf } from "../domain/day"
import type { DocumentHistory } from "../domain/posting/document-state"
import { isSame, ownerOfDocument, type NamedOwner, type OwnedAccount } from "../ledger/owners"
import type { Account, Document } from "../ledger/rows"

/** Whose order the host says that it is. */
export const ownerIn = ({ ownerType: type, ownerId: id }: DocumentHistory): NamedOwner => ({ type, id })

/**
 * When an order came to another account: as the host says where it gave the order to somebody else, and else when its owner
 * joined somebody or left.
 */
export function movedSince(
  history: DocumentHistory,
  {
    document,
    from,
    to,
    timeZone,
  }: {
    readonly document: Document
    readonly from: Account
    readonly to: OwnedAccount
    readonly timeZone: string
  },
): DocumentHistory["ownerSince"] {
  const { since } = to.root
  const isGiven = !isSame(ownerOfDocument(document, from), ownerIn(history))
  return isGiven || since === null ? history.ownerSince : { at: since, on: dayOf(since, timeZone) }
}
