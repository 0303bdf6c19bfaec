import type { MatchingCode, OrderOfCode } from "../../../types/http"
import type { CodeOwner } from "../domain/allocation/sequence"
import { ReconciliationError } from "../domain/errors"
import type { Allocation, OpenItem } from "../domain/open-item"
import { sum } from "../domain/order/pairs"
import { sharingOf, type Payer, type Sharing } from "../domain/order/sharing"
import type { Problem } from "../domain/posting/document-state"
import { planStandings, type PlannedDocument } from "../instalments/plans"
import type { Session } from "../ledger/database"
import { accountNotFound } from "../ledger/documents"
import { loadAllocations } from "../ledger/load-document.sql"
import { readAccount, readCodesOfItems } from "../ledger/read-account.sql"
import {
  accountOf,
  allocationOf,
  openItemOf,
  type Account,
  type AccountRow,
  type AllocationRow,
  type OpenItemRow,
} from "../ledger/rows"
import { codeOf } from "../orders/order-view"
import { loadAllocationsOfCredit, loadItemsUnderCode, readCode } from "./matching-code.sql"

export interface CodeName {
  readonly accountId: bigint
  /** Position in the account's sequence. */
  readonly rank: number
}

interface CodeRow {
  open_item_id: string | null
  document_id: string | null
  order_id: string | null
  display_id: string | null
  plan: number | null
  expected: { line: string; amount: string }[] | null
  problems: Problem[] | null
}

/** All that is known of what lies under a code. */
export interface CodeContent extends Pick<Under, "items" | "orders"> {
  readonly account: Account
  readonly rank: number
  /** Null when it is a credit's code. */
  readonly order: OrderOfCode | null
  /** The order's records contradict each other, so that its code stays open. */
  readonly hasProblems: boolean
  readonly sharing: Sharing
  /** By line, what instalments keep of it; minor units. */
  readonly planned: ReadonlyMap<string, bigint>
  /** By item, the codes of this account that it carries besides the one that is asked for. */
  readonly codes: ReadonlyMap<bigint, MatchingCode[]>
}

/**
 * Reads who pays what under a matching code.
 *
 * @param today the day in the accounting time zone
 * @throws account_not_found | code_not_found
 */
export async function loadMatchingCode(
  session: Session,
  name: CodeName,
  today: string,
): Promise<CodeContent> {
  const { accountId, rank } = name
  const [accountRow] = await session.run<AccountRow>(readAccount, [accountId])
  if (!accountRow) throw accountNotFound(accountId.toString())
  const [row] = await session.run<CodeRow>(readCode, [accountId, rank])
  if (!row) throw codeNotFound(accountId.toString(), rank.toString())
  const owner = ownerOf(row)
  const { items, allocations, orders } = await loadUnder(session, owner, accountId)
  const sharing = sharingOf({ owner, items, allocations })
  return {
    account: accountOf(accountRow),
    rank,
    order: row.order_id === null ? null : { id: row.order_id, display_id: row.display_id ?? "" },
    hasProblems: (row.problems ?? []).length > 0,
    items,
    orders,
    sharing,
    planned: await plannedOf(session, documentOf(row, sharing), today),
    codes: await codesOf(session, sharing.payers, name),
  }
}

/** @param accountId and rank as they were asked for */
export function codeNotFound(accountId: string, rank: string): ReconciliationError {
  return new ReconciliationError({
    type: "not_found",
    code: "code_not_found",
    message: `Account ${accountId} gave no matching code of rank ${rank}.`,
    ids: { account_id: accountId, rank },
    remedy: "Send the rank of a code that an order or a payment of the account shows, not its letters.",
  })
}

function ownerOf({ open_item_id: itemId, document_id: documentId }: CodeRow): CodeOwner {
  return documentId === null ? { itemId: BigInt(itemId ?? 0) } : { documentId: BigInt(documentId) }
}

interface Under {
  readonly items: readonly OpenItem[]
  readonly allocations: readonly Allocation[]
  /** By item, the order that it is of. */
  readonly orders: ReadonlyMap<bigint, OrderOfCode>
}

/** What an order settled in an account that it has left lies under its code there, and nowhere else. */
async function loadUnder(session: Session, owner: CodeOwner, accountId: bigint): Promise<Under> {
  const [statement, id] =
    "itemId" in owner ? [loadAllocationsOfCredit, owner.itemId] : [loadAllocations, owner.documentId]
  const found = await session.run<AllocationRow & { account_id: string }>(statement, [id])
  const allocations = found.filter((one) => BigInt(one.account_id) === accountId).map(allocationOf)
  const touched = new Set(allocations.flatMap(({ creditItemId, debitItemId }) => [creditItemId, debitItemId]))
  if ("itemId" in owner) touched.add(owner.itemId)
  const documentId = "itemId" in owner ? null : owner.documentId
  const rows = await session.run<OpenItemRow & { order_id: string | null; display_id: string | null }>(
    loadItemsUnderCode,
    [accountId, documentId, [...touched]],
  )
  const orders = rows.flatMap(({ id: item, order_id: order, display_id: number }) =>
    order === null ? [] : [[BigInt(item), { id: order, display_id: number ?? "" }] as const],
  )
  return { items: rows.map(openItemOf), allocations, orders: new Map(orders) }
}

function documentOf({ document_id: id, plan, expected }: CodeRow, { debts }: Sharing): PlannedDocument[] {
  if (id === null) return []
  const lines = (expected ?? []).map(({ line, amount }) => ({ lineKey: line, amount: BigInt(amount) }))
  return [{ id: BigInt(id), plan: plan ?? 0, expected: lines, open: sum(debts.map(({ open }) => open)) }]
}

/** By line, what instalments keep of it. */
async function plannedOf(
  session: Session,
  documents: readonly PlannedDocument[],
  today: string,
): Promise<ReadonlyMap<string, bigint>> {
  const planned = new Map<string, bigint>()
  for (const { reservations } of (await planStandings(session, documents, today)).values()) {
    for (const { lineKey, amount } of reservations.flatMap(({ lines }) => lines))
      planned.set(lineKey, (planned.get(lineKey) ?? 0n) + amount)
  }
  return planned
}

interface LegRow {
  readonly item_id: string
  readonly account_id: string
  readonly rank: number
  readonly closed: boolean
}

async function codesOf(
  session: Session,
  payers: readonly Payer[],
  { accountId, rank }: CodeName,
): Promise<ReadonlyMap<bigint, MatchingCode[]>> {
  const codes = new Map<bigint, MatchingCode[]>()
  if (payers.length === 0) return codes
  for (const leg of await session.run<LegRow>(readCodesOfItems, [payers.map(({ item }) => item.id)])) {
    if (BigInt(leg.account_id) !== accountId || leg.rank === rank) continue
    const id = BigInt(leg.item_id)
    codes.set(id, [...(codes.get(id) ?? []), codeOf(leg.rank, leg.closed)])
  }
  return codes
}
