import type { ReconciliationState } from "../../../../types/http"
import type { Sheet } from "./sheet"

/** How an item stands with the draft; what nobody has put money on but a plan is planned. */
export function stateOfRow(
  { byRow, unproven }: Pick<Sheet, "byRow" | "unproven">,
  key: string,
): ReconciliationState {
  const row = byRow.get(key)
  if (row && unproven.has(key)) return "partial"
  if (!row || row.amount === row.paid) return "full"
  if (row.planned > 0n && row.due === 0n && row.unallocated === 0n) return "planned"
  return row.paid > 0n ? "partial" : "none"
}
