import type { Proposal } from "../domain/allocation/strategy"
import type { DocumentHistory } from "../domain/posting/document-state"
import type { OpenItem } from "../domain/open-item"
import { transferOf } from "../domain/posting/transfer"
import { moveDocument } from "../ledger/load-document.sql"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { change } from "../ledger/envelope"
import type { LoadedDocument } from "../ledger/documents"
import type { Request } from "../ledger/idempotency"
import type { AccountPlace } from "../ledger/lock"
import { namedFor, type NamedOwner } from "../ledger/owners"
import type { CodeSettings } from "../settings/options"
import type { Account } from "../ledger/rows"

interface TransferInput {
  /** Both locked. */
  readonly from: Account
  readonly to: Account
  readonly loaded: LoadedDocument
  /** Whose order it is from then on: the owner of the account, or a member of theirs. */
  readonly owner: NamedOwner
  readonly since: DocumentHistory["ownerSince"]
  readonly context: ChangeContext
  readonly codes: CodeSettings
  /** Named in the journal where the order changes hands by a request. */
  readonly request?: Request | undefined
}

/**
 * Gives an order to another account: what it has open is closed in the one and open again in the other,
 * by one change of each. What was settled stays, with its codes, where it was settled.
 */
export async function transferDocument(session: Session, input: TransferInput): Promise<void> {
  const { from, to, loaded, owner, since, context, codes, request } = input
  const { closing, proposals, reopened } = transferOf({ items: loaded.items, ...since })
  const give = async (
    account: Account,
    { items, settled }: { readonly items: readonly OpenItem[]; readonly settled: readonly Proposal[] },
    asked?: Request,
  ): Promise<void> =>
    change<AccountPlace, void>(session, {
      context,
      codes,
      request: asked,
      lock: async () => ({ account, loaded }),
      plan: async () => ({
        change: { kind: "transfer", items, proposals: settled, origin: "auto" },
        answer: () => undefined,
      }),
    })
  // Also where nothing is open: the journals say where the order was and went, and its old account lists it by that.
  await give(from, { items: closing, settled: proposals }, request)
  await give(to, { items: reopened, settled: [] })
  await session.run(moveDocument, [loaded.document.id, to.id, ...namedFor(owner, to)])
}
