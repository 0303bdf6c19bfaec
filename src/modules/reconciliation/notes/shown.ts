import type { ShownNoteView } from "../../../types/http"
import type { Session } from "../ledger/database"
import { readShownNotes } from "./notes.sql"

/** A row of the lists: its order, or its first item, and how many notes stand there. */
interface NotedRow {
  readonly ref: string
  readonly is_order: boolean
  readonly notes: number
}

interface ShownRow {
  readonly place: number
  readonly text: string
  readonly recorded_at: string
}

/** The one note that a list shows of each row: the newest that marks it, else the newest. Asks nothing where there is none. */
export async function shownNotes<Row extends NotedRow>(
  session: Session,
  rows: readonly Row[],
): Promise<ReadonlyMap<Row, ShownNoteView>> {
  const noted = rows.filter(({ notes }) => notes > 0)
  if (noted.length === 0) return new Map()
  const found = await session.run<ShownRow>(readShownNotes, [
    noted.map((row) => (row.is_order ? row.ref : null)),
    noted.map((row) => (row.is_order ? null : row.ref)),
  ])
  return new Map(
    found.flatMap(({ place, text, recorded_at: at }) => {
      const row = noted[place - 1]
      return row ? [[row, { text, at }] as const] : []
    }),
  )
}
