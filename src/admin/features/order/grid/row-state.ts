import type { ReconciliationState } from "../../../../types/http"
import type { SheetRow } from "./sheet"

/** How an item stands with the draft; what nobody has put money on but a plan is planned. */
export function stateOfRow(row: SheetRow | undefined): ReconciliationState {
  if (!row || row.amount === row.paid) return "full"
  if (row.planned > 0n && row.due === 0n && row.unallocated === 0n) return "planned"
  return row.paid > 0n ? "partial" : "none"
}
