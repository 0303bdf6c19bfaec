import type { DocumentHistory } from "../domain/document-state"
import { transferOf } from "../domain/transfer"
import { moveDocument } from "../sql/load-document"
import type { ChangeContext } from "./change"
import type { Session } from "./database"
import type { LoadedDocument } from "./ledger"
import { write } from "./write"
import type { CodeSettings } from "./options"
import type { Account } from "./rows"

interface TransferInput {
  /** Both locked. */
  readonly from: Account
  readonly to: Account
  readonly loaded: LoadedDocument
  readonly since: DocumentHistory["ownerSince"]
  readonly context: ChangeContext
  readonly codes: CodeSettings
}

/**
 * Gives an order to another account: what it has open is closed in the one and open again in the other,
 * by one change of each. What was settled stays, with its codes, where it was settled.
 */
export async function transferDocument(session: Session, input: TransferInput): Promise<void> {
  const { from, to, loaded, since, context, codes } = input
  const { closing, proposals, reopened } = transferOf({ items: loaded.items, ...since })
  const change = { document: loaded.document, kind: "transfer", context, codes, origin: "auto" } as const
  // Also where nothing is open: the journals say where the order was and went, and its old account lists it by that.
  await write(session, { ...change, account: from, items: closing, proposals })
  await write(session, { ...change, account: to, items: reopened, proposals: [] })
  await session.run(moveDocument, [loaded.document.id, to.id])
}
