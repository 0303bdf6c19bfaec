import type { HistoryEntry, PlannedMove } from "../../../types/http"
import { grouped } from "../domain/grouped"
import { decimalOf } from "../domain/money"
import { signedAmount, type Allocation, type OpenItem } from "../domain/open-item"
import { numberCursorOf, numberPlaceOf } from "../items/keyset"
import { loadItems } from "../ledger/load-document.sql"
import { readAccount } from "../ledger/read-account.sql"
import type { Session } from "../ledger/database"
import { findDocument, type LoadedDocument } from "../ledger/documents"
import { orderNotRead } from "../ledger/lock"
import {
  accountOf,
  allocationOf,
  openItemOf,
  type AccountRow,
  type AllocationRow,
  type OpenItemRow,
} from "../ledger/rows"
import {
  listChangesOfOrder,
  loadMovesOfChanges,
  loadPlannedOfChanges,
  loadPostingsOfChanges,
  loadUndoings,
  loadUndone,
} from "./history.sql"
import { MoveView } from "./move-view"
import { UNDOABLE, undoneBy } from "./take-back"

export interface HistoryFilter {
  readonly orderId: string
  /** The `nextCursor` of the page before. */
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface HistoryPage {
  readonly entries: HistoryEntry[]
  readonly nextCursor: string | null
}

interface ChangeRow {
  id: string
  kind: string
  recorded_at: string
  actor_type: "system" | "user" | "api-key"
  actor_id: string | null
  cause: string
  reason: string | null
  run_id: string | null
  undoes: string | null
}

interface PlannedRow extends Omit<PlannedMove, "amount"> {
  amount: string
}

interface UndoRow {
  readonly id: string
  readonly undoes: string | null
}

type OfChange<Row> = Row & { readonly change_id: string }

/** As many moves of one change as a person reads. */
const MOST_MOVES = 100

/** What was done to an order, newest first; without the names of people. @throws order_not_read | cursor_malformed */
export async function historyOf(
  session: Session,
  { orderId, cursor, limit }: HistoryFilter,
): Promise<HistoryPage> {
  const before = cursor === undefined ? null : numberPlaceOf(cursor)
  const loaded = await findDocument(session, orderId)
  if (!loaded) throw orderNotRead(orderId)
  const documentId = loaded.document.id
  const rows = await session.run<ChangeRow>(listChangesOfOrder, [documentId, before, limit + 1])
  const page = rows.slice(0, limit)
  const ids = page.map(({ id }) => id)
  const moves = await session.run<OfChange<AllocationRow>>(loadMovesOfChanges, [documentId, ids])
  const postings = await session.run<OfChange<OpenItemRow>>(loadPostingsOfChanges, [documentId, ids])
  const planned = await session.run<OfChange<PlannedRow>>(loadPlannedOfChanges, [documentId, ids])
  const undoings = await session.run<UndoRow>(loadUndoings, [ids])
  const undone = await session.run<UndoRow>(loadUndone, [ids])
  const digits = await digitsOf(session, loaded)
  const writer = new EntryWriter({
    view: new MoveView(await itemsOf(session, loaded, moves), digits),
    digits,
    moves: grouped(moves, (row) => row.change_id),
    postings: grouped(postings, (row) => row.change_id),
    planned: grouped(planned, (row) => row.change_id),
    undoings,
    undone: new Map(undone.map(({ id, undoes }) => [id, undoes])),
  })
  const last = page.at(-1)
  return {
    entries: page.map((row) => writer.entry(row)),
    nextCursor: rows.length > limit && last ? numberCursorOf(last.id) : null,
  }
}

async function digitsOf(session: Session, { document }: LoadedDocument): Promise<number> {
  const [row] = await session.run<AccountRow>(readAccount, [document.accountId])
  return row ? accountOf(row).digits : 0
}

async function itemsOf(
  session: Session,
  { items }: LoadedDocument,
  moves: readonly AllocationRow[],
): Promise<OpenItem[]> {
  const own = new Set(items.map(({ id }) => id))
  const touched = moves.flatMap((row) => [BigInt(row.credit_item_id), BigInt(row.debit_item_id)])
  const foreign = [...new Set(touched)].filter((id) => !own.has(id))
  const rows = foreign.length === 0 ? [] : await session.run<OpenItemRow>(loadItems, [foreign])
  return [...items, ...rows.map(openItemOf)]
}

interface Written {
  readonly view: MoveView
  readonly digits: number
  readonly moves: ReadonlyMap<string, readonly AllocationRow[]>
  readonly postings: ReadonlyMap<string, readonly OpenItemRow[]>
  readonly planned: ReadonlyMap<string, readonly PlannedRow[]>
  readonly undoings: readonly UndoRow[]
  readonly undone: ReadonlyMap<string, string | null>
}

class EntryWriter {
  constructor(private readonly written: Written) {}

  entry(row: ChangeRow): HistoryEntry {
    const { view, digits, moves, postings, planned, undoings } = this.written
    const made = (moves.get(row.id) ?? []).map(allocationOf)
    const [taken, put] = [made.filter(isRelease), made.filter((one) => !isRelease(one))]
    const by = undoneBy(row.id, undoings)
    return {
      id: row.id,
      kind: row.kind,
      recorded_at: row.recorded_at,
      actor: { type: row.actor_type, id: row.actor_id, name: null },
      cause: row.cause,
      reason: row.reason,
      run_id: row.run_id,
      posted: (postings.get(row.id) ?? []).map(openItemOf).map((item) => ({
        item: view.item(item),
        amount: decimalOf(signedAmount(item), digits),
      })),
      allocated: put.slice(0, MOST_MOVES).map((allocation) => view.of(allocation)),
      released: taken.slice(0, MOST_MOVES).map((allocation) => view.of(allocation)),
      moves: made.length,
      planned: (planned.get(row.id) ?? []).map(({ kind, number, amount, due_on, due_before }) => ({
        kind,
        number,
        amount: decimalOf(BigInt(amount), digits),
        due_on,
        due_before,
      })),
      undoes: row.undoes,
      undone_by: by,
      redo: this.isRedo(row),
      undoable: by === null && made.length > 0 && UNDOABLE.has(row.kind),
    }
  }

  /** An undo of an undo makes again what was undone; the undo of that undoes it again, and so on. */
  private isRedo({ undoes }: Pick<ChangeRow, "undoes">): boolean {
    if (undoes === null) return false
    const before = this.written.undone.get(undoes) ?? null
    return before !== null && !this.isRedo({ undoes: before })
  }
}

const isRelease = ({ releases }: Allocation): boolean => releases !== null
