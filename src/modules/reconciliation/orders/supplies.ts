import type { Supply } from "../domain/terms/supply"
import type { Session } from "../ledger/database"
import type { Document } from "../ledger/rows"
import { supplies as table } from "../ledger/tables/supplies"
import { noteSupplies } from "./supplies.sql"

interface Supplied {
  readonly document: Pick<Document, "id">
  readonly supplies?: readonly Supply[] | undefined
}

/** Keeps the steps of some orders' fulfilments; those that are known already are left. */
export async function keepSupplies(session: Session, orders: readonly Supplied[]): Promise<void> {
  const records = orders.flatMap(({ document, supplies = [] }) =>
    supplies.map((supply) => `{"document_id":"${document.id}",${table.json(supply).slice(1)}`),
  )
  if (records.length > 0) await session.run(noteSupplies, [`[${records.join()}]`])
}
