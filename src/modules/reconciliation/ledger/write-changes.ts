import { codesOpenedBy, type CodeOwner } from "../domain/allocation/sequence"
import {
  allocationsOf,
  countersOf,
  documentsOf,
  journalEntryOf,
  openedCodesOf,
  type OpenedCodes,
  type PlannedChange,
  type PlannedMoves,
  type WrittenChange,
} from "./change"
import { refuseBroken } from "./check-change"
import type { Session } from "./database"
import { loadCodedOfAccounts } from "./load-account.sql"
import { mirrorDeposits, movesDeposits } from "./mirrors"
import { takeRanks } from "./ranks"
import { newAllocations } from "./tables/allocations"
import { changes as journalTable, codes as codeTable } from "./tables/changes"
import { TypedTexts } from "./typed-texts"
import { writeChanges } from "./write-changes.sql"

type Moves = PlannedMoves & Pick<PlannedChange, "items">

/**
 * Checks changes of several accounts and writes them, in one statement. The accounts must be locked, and each has one
 * change.
 *
 * @returns what was written, in the order of the changes
 */
export async function writeAll(
  session: Session,
  planned: readonly PlannedMoves[],
): Promise<readonly WrittenChange[]> {
  if (planned.length === 0) return []
  const all = planned.map((moves): Moves => ({ ...moves, items: [] }))
  for (const change of all) refuseBroken(change)
  const codes = await openedBy(session, all)
  const rows = await session.run<{ change_id: string; account_id: string; version: string }>(
    writeChanges,
    parametersOf(all, codes),
  )
  const byAccount = new Map(rows.map((row) => [row.account_id, row]))
  const written = all.map((change) => {
    const row = byAccount.get(change.account.id.toString())
    if (!row) throw new Error("the change was not written")
    return { change, id: BigInt(row.change_id), accountVersion: Number(row.version) }
  })
  session.mirroring?.touch(all.flatMap(documentsOf))
  if (all.some(movesDeposits)) await mirrorDeposits(session, written)
  return written.map(({ id, accountVersion }) => ({ id, accountVersion, itemIds: [] }))
}

function parametersOf(all: readonly Moves[], codes: readonly OpenedCodes[]): unknown[] {
  const journal = all.map((change) =>
    journalTable.json(journalEntryOf(change, new TypedTexts(change.account.id))),
  )
  const counters = all.flatMap(countersOf)
  const allocations = all.flatMap((change) =>
    allocationsOf(change).map(ofAccount(change, newAllocations.json)),
  )
  const opened = all.flatMap((change, index) => {
    const own = codes[index]
    return own ? openedCodesOf(own).map(ofAccount(change, codeTable.json)) : []
  })
  return [
    listOf(journal),
    JSON.stringify(counters),
    listOf(allocations),
    listOf(opened),
    [...new Set(all.flatMap(documentsOf))].toSorted((one, other) => (one < other ? -1 : 1)),
  ]
}

const listOf = (records: readonly string[]): string => `[${records.join()}]`

/** A record of one account among those of several. */
const ofAccount =
  <Value>({ account }: Moves, json: (value: Value) => string) =>
  (value: Value): string =>
    `{"account_id":"${account.id}",${json(value).slice(1)}`

/** The codes that each change opens; where all accounts share one sequence, in the order of the changes. */
async function openedBy(session: Session, all: readonly Moves[]): Promise<OpenedCodes[]> {
  const owners = await newCodes(session, all)
  const [first] = all
  const count = owners.reduce((sum, own) => sum + own.length, 0)
  if (!first || first.codes.scope !== "store" || count === 0)
    return all.map(({ account }, index) => ({ owners: owners[index] ?? [], firstRank: account.nextRank }))
  const floor = all.reduce((most, { account }) => Math.max(most, account.nextRank), 0)
  let rank = await takeRanks(session, count, {
    account: { ...first.account, nextRank: floor },
    codes: first.codes,
  })
  return owners.map((own) => {
    const opened = { owners: own, firstRank: rank }
    rank += own.length
    return opened
  })
}

async function newCodes(session: Session, all: readonly Moves[]): Promise<CodeOwner[][]> {
  const nothing = { documents: new Set<bigint>(), items: new Set<bigint>() }
  const wanted = all.map(({ codes, proposals }) => (codes.enabled ? codesOpenedBy(proposals, nothing) : []))
  const documents = wanted.flatMap((owners, index) =>
    owners.flatMap((owner) => {
      const accountId = all[index]?.account.id
      return "documentId" in owner && accountId !== undefined ? [{ id: owner.documentId, accountId }] : []
    }),
  )
  const items = wanted.flat().flatMap((owner) => ("itemId" in owner ? [owner.itemId] : []))
  if (documents.length + items.length === 0) return wanted
  const rows = await session.run<{
    account_id: string
    document_id: string | null
    open_item_id: string | null
  }>(loadCodedOfAccounts, [documents.map(({ id }) => id), documents.map(({ accountId }) => accountId), items])
  const coded = new Set(
    rows.map((row) =>
      row.open_item_id === null ? `${row.account_id} ${row.document_id}` : row.open_item_id,
    ),
  )
  return wanted.map((owners, index) =>
    owners.filter(
      (owner) =>
        !coded.has(
          "itemId" in owner ? owner.itemId.toString() : `${all[index]?.account.id} ${owner.documentId}`,
        ),
    ),
  )
}
