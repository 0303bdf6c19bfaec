import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import ReconciliationModuleService from "../../src/modules/reconciliation/service"
import type { CheckView, FindingView } from "../../src/types/http"

/** What the ledger's own check says of a database. */
export interface Checked {
  readonly check: CheckView
  readonly findings: readonly FindingView[]
}

/** Has the ledger check itself, as its routes, its job and its command do. */
export async function checkLedger(pool: Knex): Promise<Checked> {
  const { checks } = new ReconciliationModuleService({ __pg_connection__: pool })
  const { id } = await checks.run({ context: { actor: { type: "system", id: null }, cause: "proof" } })
  const { check, findings } = await checks.retrieve(id, { limit: 10_000 })
  return { check, findings }
}
