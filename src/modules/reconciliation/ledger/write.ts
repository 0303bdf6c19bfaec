import { ReconciliationError } from "../domain/errors"
import { LARGEST_AMOUNT } from "../domain/money"
import { boundReleases, violationsOfPlan } from "../domain/allocation/invariants"
import type { OpenItem } from "../domain/open-item"
import { codesOpenedBy, type CodeOwner } from "../domain/allocation/sequence"
import { loadCoded } from "./load-account.sql"
import { takeStoreRanks } from "./lock-account.sql"
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
  refuseHugeItems(change.items)
  refuseBound(change)
  const [broken] = violationsOfPlan(change.proposals, change.releases)
  if (broken) {
    throw new ReconciliationError({
      type: "unexpected_state",
      code: broken.code,
      message: `The plan was refused: ${broken.detail}.`,
      ids: broken.ids,
      remedy: "Nothing was changed. Report this with the ids; the plan itself is at fault.",
    })
  }
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
  if (isMirrored) await mirrorDeposits(session, change, BigInt(row.change_id))
  return { id: BigInt(row.change_id), accountVersion: Number(row.version), itemIds: row.item_ids.map(BigInt) }
}

function refuseHugeItems(items: readonly OpenItem[]): void {
  const huge = items.find(({ amount }) => amount > LARGEST_AMOUNT)
  if (!huge) return
  throw new ReconciliationError({
    type: "invalid_data",
    code: "amount_too_large",
    message: `"${huge.title}" is worth more than ${LARGEST_AMOUNT} minor units, the limit of one item.`,
    ids: { key: huge.key },
    remedy: "Correct the amount in the host; nothing of this order was posted.",
  })
}

/** What fulfils a planned payment is changed by its plan alone, or when its order moves to another account. */
function refuseBound({ kind, releases = [] }: PlannedChange): void {
  if (kind === "plan" || kind === "transfer") return
  const [bound] = boundReleases(releases)
  if (!bound) return
  throw new ReconciliationError({
    type: "conflict",
    code: "instalment_bound",
    message: `Allocation ${bound.allocation.id} fulfils a planned payment and cannot be changed by other means.`,
    ids: {
      allocation_id: bound.allocation.id.toString(),
      instalment_id: String(bound.allocation.instalmentId),
    },
    remedy: "Change the order's plan of payments instead. Nothing was changed.",
  })
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

async function takeRanks(
  session: Session,
  count: number,
  { account, codes }: PlannedChange,
): Promise<number> {
  const floor = Math.max(codes.firstRank, account.nextRank)
  const [taken] = await session.run<{ first_rank: number }>(takeStoreRanks, [count, floor])
  if (!taken) throw new Error("the store has no ranks")
  return taken.first_rank
}

/** Whether the only code to open is the loaded document's own, which is known not to have one. */
function onlyOpens(wanted: readonly CodeOwner[], document: Document | undefined): boolean {
  return wanted.every((owner) =>
    "documentId" in owner ? owner.documentId === document?.id : owner.itemId < 0n,
  )
}
