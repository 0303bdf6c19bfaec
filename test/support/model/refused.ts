import { ReconciliationError } from "../../../src/modules/reconciliation/domain/errors"

/** A refusal of the ledger in memory; the service says more of it. */
export function refused(code: string): ReconciliationError {
  return new ReconciliationError({ type: "conflict", code, message: code, remedy: "" })
}
