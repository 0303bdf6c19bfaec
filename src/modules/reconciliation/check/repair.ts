import type { RepairView } from "../../../types/http"
import type { ChangeContext, Recount } from "../ledger/change"
import type { Session } from "../ledger/database"
import { lockAccountById } from "../ledger/documents"
import { change } from "../ledger/envelope"
import type { Account } from "../ledger/rows"
import type { CodeSettings } from "../settings/options"
import { noteRepair, readFinding } from "./check.sql"
import { faultsOf, type Asked } from "./invariants.sql"
import { refuseCheck } from "./refusals"
import * as sql from "./repair.sql"
import { invariantOf, repairOf, type FindingRow } from "./view"

export interface RepairAsked {
  readonly checkId: string
  readonly findingId: string
  readonly context: ChangeContext
}

interface Terms {
  readonly codes: CodeSettings
  readonly asked: Asked
}

type Named = Pick<RepairAsked, "checkId" | "findingId">

/** A finding that is repaired by the ledger's own rows, or by reading its order anew. @throws finding_not_found | finding_not_repairable */
export async function wayOf(
  session: Session,
  { checkId, findingId }: Named,
): Promise<{ readonly finding: FindingRow; readonly repair: RepairView["repair"] }> {
  const [finding] = await session.run<FindingRow>(readFinding, [checkId, findingId])
  if (!finding) throw refuseCheck.findingNotFound(checkId, findingId)
  const repair = repairOf(finding)
  if (!repair) throw refuseCheck.notRepairable(findingId, finding.invariant)
  return { finding, repair }
}

/** The same of one that is not repaired yet. @throws what its way throws | finding_gone */
export async function repairable(session: Session, named: Named): ReturnType<typeof wayOf> {
  const way = await wayOf(session, named)
  if (way.finding.repaired_by !== null) throw refuseCheck.gone(named.findingId, way.finding.invariant)
  return way
}

/**
 * Repairs what a finding names: under the lock of its account, if the rule is still broken by that row, with an entry in the
 * journal. What the row should be is worked out anew; what the check had seen is not trusted.
 *
 * @throws finding_not_found | finding_not_repairable | finding_gone
 */
export async function repairFinding(session: Session, asked: RepairAsked, terms: Terms): Promise<RepairView> {
  const { finding, repair } = await repairable(session, asked)
  const accountId = BigInt(finding.account_id ?? "0")
  const account = await lockAccountById(session, accountId)
  const now = await stillAtFault(session, finding, terms.asked)
  const recounts = await recountsOf(session, finding)
  await unlistItems(session, account, recounts)
  return change(session, {
    context: asked.context,
    codes: terms.codes,
    lock: async () => ({ account }),
    plan: async () => ({
      change: { kind: "repair", items: [], proposals: [], origin: "manual", recounts },
      answer: async (written) => {
        await render(session, finding, accountId)
        const changeId = written?.id.toString() ?? null
        if (changeId !== null) await session.run(noteRepair, [finding.id, changeId])
        return { repair, ...now, change_id: changeId }
      },
    }),
  })
}

/** @throws finding_gone */
export async function stillAtFault(
  session: Session,
  finding: FindingRow,
  asked: Asked,
): Promise<Pick<RepairView, "stored" | "expected">> {
  const invariant = invariantOf(finding.invariant)
  if (!invariant) throw refuseCheck.notRepairable(finding.id, finding.invariant)
  const ofAccount = { ...asked, accountIds: [finding.account_id ?? "0"] }
  const rows = await session.run<FindingRow>(faultsOf(invariant, ofAccount))
  const found = rows.find((row) => row.row_table === finding.row_table && row.row_id === finding.row_id)
  if (!found) throw refuseCheck.gone(finding.id, finding.invariant)
  return { stored: found.stored, expected: found.expected }
}

interface RecountRow {
  id: string
  moved: string
  fits: boolean
  taxes: string[] | null
}

/** What the counters of some items are moved by to be the sums of their rows; those that are right are left out. */
export async function recountsOfItems(session: Session, itemIds: readonly string[]): Promise<Recount[]> {
  const rows = await session.run<RecountRow>(sql.recountItems, [itemIds])
  return rows
    .filter(({ fits }) => fits)
    .map(({ id, moved, taxes }) => ({
      itemId: BigInt(id),
      moved: BigInt(moved),
      taxes: taxes?.map(BigInt) ?? null,
    }))
}

async function recountsOf(
  session: Session,
  { row_table: table, row_id: id }: FindingRow,
): Promise<Recount[]> {
  return table === "open_item" ? recountsOfItems(session, [id]) : []
}

/** What follows from other rows is made of them anew: counts of the account, or the row of the lists. */
async function render(session: Session, finding: FindingRow, accountId: bigint): Promise<void> {
  const { row_table: table, row_id: id, document_id: document } = finding
  if (table === "account") {
    await session.run(sql.recountAccount, [accountId])
    return
  }
  if (table === "open_item") await renderItems(session, accountId, [id])
  else await renderRows(session, accountId, [id])
  if (document !== null) await session.run(sql.renderStates, [document])
}

/** Takes the rows of some items off the lists before their counters move: what the lists say may be right already. */
export async function unlistItems(
  session: Session,
  { id }: Pick<Account, "id">,
  recounts: readonly Recount[],
): Promise<void> {
  if (recounts.length === 0) return
  const ids = recounts.map(({ itemId }) => itemId.toString())
  const rows = await session.run<{ name: string }>(sql.rowsOfItems, [ids])
  await session.run(sql.dropRows, [id, rows.map(({ name }) => name)])
}

/** Makes the rows of the lists anew that some items of an account are part of: counters that were off had not moved them. */
export async function renderItems(
  session: Session,
  accountId: bigint,
  itemIds: readonly string[],
): Promise<void> {
  const rows = await session.run<{ name: string }>(sql.rowsOfItems, [itemIds])
  await renderRows(
    session,
    accountId,
    rows.map(({ name }) => name),
  )
}

async function renderRows(session: Session, accountId: bigint, names: readonly string[]): Promise<void> {
  const rows = [accountId, names]
  await session.run(sql.dropRows, rows)
  await session.run(sql.renderRows, rows)
  await session.run(sql.renderNotes, rows)
}
