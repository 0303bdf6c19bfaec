import { codesOpenedBy, type CodeOwner } from "../domain/allocation/sequence"
import { refuseBroken } from "./check-change"
import { loadCoded } from "./load-account.sql"
import { takeRanks } from "./ranks"
import { mirrorDeposits, movesDeposits } from "./mirrors"
import { documentsOf, writingOf, type PlannedChange, type WrittenChange } from "./change"
import type { Session, TransactionSession } from "./database"
import type { Document } from "./rows"

interface WrittenRow {
  change_id: string
  version: string
  item_ids: string[]
}

/**
 * Checks a change and writes it, in one statement. The account must be locked.
 *
 * @param finishing given where nothing follows in the transaction: it commits in the same round trip
 */
export async function write(
  session: Session,
  change: PlannedChange,
  finishing?: Pick<TransactionSession, "finish">,
): Promise<WrittenChange> {
  refuseBroken(change)
  const codes = change.codes.enabled ? await newCodes(session, change) : []
  const shared = change.codes.scope === "store"
  const firstRank =
    shared && codes.length > 0 ? await takeRanks(session, codes.length, change) : change.account.nextRank
  const writing = writingOf(change, { owners: codes, firstRank })
  const isMirrored = movesDeposits(change)
  const [row] = await (finishing && !isMirrored
    ? finishing.finish<WrittenRow>(writing)
    : session.run<WrittenRow>(writing.statement, writing.parameters))
  if (!row) throw new Error("the change was not written")
  session.mirroring?.touch(documentsOf(change))
  if (isMirrored) await mirrorDeposits(session, [{ change, id: BigInt(row.change_id) }])
  return { id: BigInt(row.change_id), accountVersion: Number(row.version), itemIds: row.item_ids.map(BigInt) }
}

/** Asks which codes exist only when an allocation could open one. */
async function newCodes(
  session: Session,
  { account, proposals, document }: PlannedChange,
): Promise<CodeOwner[]> {
  const wanted = codesOpenedBy(proposals, {
    documents: new Set(document && document.rank !== null ? [document.id] : []),
    items: new Set(),
  })
  const known = wanted.filter((owner) => "documentId" in owner || owner.itemId > 0n)
  if (known.length === 0 || onlyOpens(wanted, document)) return wanted
  const rows = await session.run<{ document_id: string | null; open_item_id: string | null }>(loadCoded, [
    wanted.flatMap((owner) => ("documentId" in owner ? [owner.documentId] : [])),
    wanted.flatMap((owner) => ("itemId" in owner ? [owner.itemId] : [])),
    account.id,
  ])
  return codesOpenedBy(proposals, {
    documents: new Set([
      ...rows.flatMap((row) => (row.document_id === null ? [] : [BigInt(row.document_id)])),
      ...(document && document.rank !== null ? [document.id] : []),
    ]),
    items: new Set(rows.flatMap((row) => (row.open_item_id === null ? [] : [BigInt(row.open_item_id)]))),
  })
}

/** Whether the only code to open is the loaded document's own, which is known not to have one. */
function onlyOpens(wanted: readonly CodeOwner[], document: Document | undefined): boolean {
  return wanted.every((owner) =>
    "documentId" in owner ? owner.documentId === document?.id : owner.itemId < 0n,
  )
}
