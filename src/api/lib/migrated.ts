import type { MedusaRequest } from "@medusajs/framework/http"
import type { ReconciliationError } from "../../modules/reconciliation/domain/errors"
import { RECONCILIATION_MODULE } from "../../modules/reconciliation"
import type ReconciliationModuleService from "../../modules/reconciliation/service"

/** PostgreSQL's codes of a table, a column, a function or a type that is not there. */
const NOT_THERE: ReadonlySet<string> = new Set(["42P01", "42703", "42883", "42704"])

/** Under test, and while the host starts, there may be no ledger. */
const schemaStateOf = ({ scope }: MedusaRequest) =>
  scope.resolve<ReconciliationModuleService | undefined>(RECONCILIATION_MODULE, { allowUnregistered: true })
    ?.schemaState

/** @throws reconciliation_not_migrated where that was found at the start, and holds still */
export async function refuseUnmigrated(request: MedusaRequest): Promise<void> {
  await schemaStateOf(request)?.refuseWhileBehind()
}

/** What to answer where a statement found no such table or column because migrations were not run. */
export async function unmigrated(
  request: MedusaRequest,
  error: unknown,
): Promise<ReconciliationError | undefined> {
  if (!NOT_THERE.has(codeOf(error))) return undefined
  return schemaStateOf(request)
    ?.refusal()
    .catch(() => undefined)
}

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : ""
