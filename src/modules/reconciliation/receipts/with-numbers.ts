import type { OpenItemView } from "../../../types/http"
import type { Session } from "../ledger/database"
import { findNumbers } from "./find.sql"

/** The numbers of some items, by id, as far as they have been given. */
export async function numbersOf(
  session: Session,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await session.run<{ id: string; number: string }>(findNumbers, [ids])
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** Items with their numbers. */
export async function withNumbers<View extends Pick<OpenItemView, "id" | "receipt_number">>(
  session: Session,
  views: readonly View[],
): Promise<View[]> {
  const numbers = await numbersOf(
    session,
    views.map(({ id }) => id),
  )
  return views.map((view) => ({ ...view, receipt_number: numbers.get(view.id) ?? null }))
}
