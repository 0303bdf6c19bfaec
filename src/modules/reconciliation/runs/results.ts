import type { RunLeftView, RunMoveView, RunOrderLeftView } from "../../../types/http"
import { runCursorOf, runPlaceOf } from "../items/keyset"
import type { Session } from "../ledger/database"
import { laterOf } from "./later"
import { refuseRun } from "./refusals"
import { listLeft, listMoves } from "./results.sql"
import * as sql from "./runs.sql"
import {
  isOfOrder,
  viewOfLeft,
  viewOfMove,
  viewOfOrderLeft,
  type LeftRow,
  type MoveRow,
  type RunRow,
} from "./view"

export interface ResultPage<View> {
  readonly rows: View[]
  readonly nextCursor: string | null
}

interface Page {
  /** The `nextCursor` of the page before. */
  readonly cursor?: string | undefined
  readonly limit: number
}

/** @throws run_not_found */
export async function readRun(session: Session, id: string): Promise<RunRow> {
  const [row] = /^-?[1-9]\d{0,17}$/.test(id) ? await session.run<RunRow>(sql.readRun, [id]) : []
  if (!row) throw refuseRun.notFound(id)
  return row
}

/** A page of what a run placed; of an undo, of what it took back. @throws cursor_malformed */
export async function movesAfter(
  session: Session,
  { id, undoes_run_id: undoes }: Pick<RunRow, "id" | "undoes_run_id">,
  { cursor, limit }: Page,
): Promise<ResultPage<RunMoveView>> {
  const [account, first] = cursor === undefined ? ["0", "0"] : runPlaceOf(cursor)
  const rows = await session.run<MoveRow>(listMoves, [id, account, first, limit + 1, undoes !== null])
  return pageOf(rows, limit, {
    view: viewOfMove,
    cursor: (row) => runCursorOf(row.account_id, row.first_id),
  })
}

export interface LeftPage extends ResultPage<RunLeftView> {
  /** Orders that a back-fill, or its undo, left; a page counts them with the others. */
  readonly orders: RunOrderLeftView[]
}

/** A page of what a run left and why. @throws cursor_malformed */
export async function leftAfter(
  session: Session,
  { id }: Pick<RunRow, "id">,
  { cursor, limit }: Page,
): Promise<LeftPage> {
  const [chunk, place] = cursor === undefined ? ["0", "0"] : runPlaceOf(cursor)
  const found = await session.run<LeftRow>(listLeft, [id, chunk, place, limit + 1])
  const { rows, nextCursor } = pageOf(found, limit, {
    view: (row) => row,
    cursor: (row) => runCursorOf(row.chunk_id, row.place.toString()),
  })
  const laterTo = await laterOf(session, rows)
  return {
    rows: rows.flatMap((row) => (isOfOrder(row) ? [] : [viewOfLeft(row, laterTo(row))])),
    orders: rows.flatMap((row) => (isOfOrder(row) ? [viewOfOrderLeft(row)] : [])),
    nextCursor,
  }
}

function pageOf<Row, View>(
  rows: readonly Row[],
  limit: number,
  { view, cursor }: { readonly view: (row: Row) => View; readonly cursor: (row: Row) => string },
): ResultPage<View> {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page.map(view), nextCursor: rows.length > limit && last !== undefined ? cursor(last) : null }
}
