import { openAmount, type OpenItem } from "../domain/open-item"
import { waitingCredits } from "../domain/planner/waiting"
import { loadEditsOfCredits } from "../ledger/load-edits.sql"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"

interface EditRow {
  credit_item_id: string
  open_before: string
  freed: string
}

/** Which of these credits a person has set free and nobody has put since. A question to the database only if one is open. */
export async function waitingAmong(
  session: Session,
  items: readonly OpenItem[],
): Promise<ReadonlySet<bigint>> {
  const open = new Map(
    items.flatMap((item) =>
      item.side === "credit" && openAmount(item) > 0n ? [[item.id, openAmount(item)] as const] : [],
    ),
  )
  if (open.size === 0) return new Set()
  const rows = await session.run<EditRow>(loadEditsOfCredits, [[...open.keys()]])
  return waitingCredits(
    rows.map((row) => ({
      creditItemId: BigInt(row.credit_item_id),
      openBefore: BigInt(row.open_before),
      freed: BigInt(row.freed),
    })),
    open,
  )
}

/** Whether somebody stands behind a change; events, jobs and the sweep come by themselves. */
export function isByPerson({ actor }: ChangeContext): boolean {
  return actor.type !== "system"
}
