import { codesOpenedBy } from "../domain/allocation/sequence"
import {
  allocationsOf,
  dueDatesOf,
  journalEntryOf,
  numberedInstalments,
  openedCodesOf,
  readRecordOf,
  withNamedReference,
  type OpenedCodes,
  type Opening,
} from "./change"
import { refuseBroken } from "./check-change"
import type { Session } from "./database"
import { takeRanks } from "./ranks"
import { newAllocations } from "./tables/allocations"
import { changes as journalTable, codes as codeTable } from "./tables/changes"
import { dueDates } from "./tables/due-dates"
import { instalments } from "./tables/instalments"
import { openItems } from "./tables/open-items"
import { givenTerms } from "./tables/terms"
import { TypedTexts } from "./typed-texts"
import { writeOpenings } from "./write-openings.sql"

/**
 * Checks the first changes of several orders and writes them, in one statement and in their order, in which they take their
 * places among the codes too. The accounts must be locked, and the documents hold nothing.
 */
export async function writeAllOpenings(session: Session, openings: readonly Opening[]): Promise<void> {
  if (openings.length === 0) return
  for (const opening of openings) refuseBroken({ ...opening, kind: "ingest" })
  const codes = await openedBy(session, openings)
  const rows = await session.run(writeOpenings, parametersOf(openings, codes))
  if (rows.length !== openings.length) throw new Error("a change was not written")
  session.mirroring?.touch(openings.map(({ document }) => document.id))
}

function parametersOf(openings: readonly Opening[], codes: readonly OpenedCodes[]): string[] {
  const lists: string[][] = Array.from({ length: 9 }, () => [])
  openings.forEach((opening, place) => {
    for (const [list, records] of recordsOf(opening, { place, codes: codes[place] }).entries())
      lists[list]?.push(...records)
  })
  return lists.map((records) => `[${records.join()}]`)
}

/** The records of one order, a list for each parameter. */
function recordsOf(
  opening: Opening,
  { place, codes }: { readonly place: number; readonly codes: OpenedCodes | undefined },
): string[][] {
  const { account, document, plan, items, terms, read, recheckAt } = opening
  const texts = new TypedTexts(account.id)
  const change = { ...opening, kind: "ingest" } as const
  const ofOrder = (json: string): string => named(json, `"of_order":"${document.id}"`)
  const mark = { ...readRecordOf(read), plan: plan?.number ?? 0, recheck_at: recheckAt }
  return [
    [named(journalTable.json(journalEntryOf(change, texts)), `"place":${place}`)],
    items.map((item) => openItems.json(withNamedReference(item, texts))),
    numberedInstalments(plan, texts).map((one) => ofOrder(instalments.json(one))),
    allocationsOf(change).map((one) => ofOrder(newAllocations.json(one))),
    codes ? openedCodesOf(codes).map((one) => ofOrder(codeTable.json(one))) : [],
    dueDatesOf(opening).map((one) => ofOrder(dueDates.json(one))),
    terms ? [ofOrder(givenTerms.json(terms))] : [],
    texts.records(),
    [ofOrder(JSON.stringify(mark))],
  ]
}

/** A record with one column more. */
const named = (json: string, column: string): string => `{${column},${json.slice(1)}`

/** The codes that each order opens: the next ones of its account, or of all. */
async function openedBy(session: Session, openings: readonly Opening[]): Promise<OpenedCodes[]> {
  const nothing = { documents: new Set<bigint>(), items: new Set<bigint>() }
  const wanted = openings.map(({ account, codes, proposals }) => ({
    account,
    owners: codes.enabled ? codesOpenedBy(proposals, nothing) : [],
  }))
  const ranks = await nextRanks(session, openings, { count: wanted.flatMap(({ owners }) => owners).length })
  return wanted.map(({ account, owners }) => ({ owners, firstRank: ranks(account.id, owners.length) }))
}

/** Hands out ranks in turn. */
type Ranks = (accountId: bigint, count: number) => number

async function nextRanks(
  session: Session,
  openings: readonly Opening[],
  { count }: { readonly count: number },
): Promise<Ranks> {
  const next = new Map(openings.map(({ account }) => [account.id, account.nextRank]))
  const [first] = openings
  const isShared = first?.codes.scope === "store" && count > 0
  if (isShared) {
    const account = { ...first.account, nextRank: Math.max(...next.values()) }
    next.set(SHARED, await takeRanks(session, count, { account, codes: first.codes }))
  }
  return (accountId, taken) => {
    const sequence = isShared ? SHARED : accountId
    const rank = next.get(sequence) ?? 0
    next.set(sequence, rank + taken)
    return rank
  }
}

/** No account: the sequence of all. */
const SHARED = 0n
