import { discountKeyOf, keyOf } from "../domain/key"
import type { LocatedItemRow } from "../items/located-item"
import type { Session } from "../ledger/database"
import { loadDiscount, loadWriteOff } from "./statements.sql"

/** Every posting of a write-off or a cash discount, the first ones first; none where there is no such one. */
export async function findPostings(session: Session, id: string): Promise<LocatedItemRow[]> {
  const rows = await session.run<LocatedItemRow>(loadWriteOff, [keyOf("writeOff", id)])
  if (rows.length > 0) return rows
  return session.run<LocatedItemRow>(loadDiscount, [discountKeyOf(id, 1)])
}
