import type { OrderDiagnosis } from "../../../types/http"
import type { Session } from "../ledger/database"
import { orderNotRead } from "../ledger/lock"
import { findingsOfOrder } from "./check.sql"
import { readDiagnosis } from "./diagnosis.sql"
import type { FindingRow } from "./view"

interface Placed {
  place?: number
}

interface DiagnosisRow {
  order_id: string
  document_id: string
  account_id: string
  currency_code: string
  digits: number
  document_version: number
  account_version: number
  host_version: number
  plan: number
  read_at: string | null
  problems: string[]
  items: (OrderDiagnosis["items"][number] & Placed)[]
  allocations: (OrderDiagnosis["allocations"][number] & Placed)[]
  instalments: (OrderDiagnosis["instalments"][number] & Placed)[]
  changes: (OrderDiagnosis["changes"][number] & Placed)[]
}

/**
 * An order as whoever supports the store needs it, and what the last check found of it. @throws order_not_read
 *
 * @param version the plugin's
 */
export async function diagnosisOf(
  session: Session,
  orderId: string,
  version: string,
): Promise<OrderDiagnosis> {
  const [row] = await session.run<DiagnosisRow>(readDiagnosis, [orderId])
  if (!row) throw orderNotRead(orderId)
  const found = await session.run<FindingRow>(findingsOfOrder, [row.document_id])
  const { document_version: document, account_version: account, host_version: host, ...told } = row
  return {
    plugin: version,
    ...told,
    versions: { document, account, host },
    items: row.items.map(unplaced),
    allocations: row.allocations.map(unplaced),
    instalments: row.instalments.map(unplaced),
    changes: row.changes.map(unplaced),
    findings: found.map(({ invariant, row_table: table, row_id, stored, expected }) => ({
      invariant,
      table,
      row_id,
      stored,
      expected,
    })),
  }
}

function unplaced<Row extends Placed>(row: Row): Omit<Row, "place"> {
  const told = { ...row }
  delete told.place
  return told
}
