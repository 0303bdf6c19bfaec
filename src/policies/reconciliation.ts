import { definePolicies } from "@medusajs/framework/utils"
import { RIGHTS, RIGHTS_RESOURCE, type Right } from "../types/rights"

const DESCRIPTIONS: Readonly<Record<Right, string>> = {
  view: "See what is owed, paid and allocated",
  run: "Reconcile orders and accounts",
  manage: "Record payments and reversals, plan payments, refund rows",
  delete: "Cancel planned payments",
  report: "See reports",
  close: "Close periods",
  write_off: "Write off, undo, approve and decline",
  export: "Export the ledger",
}

function nameOf(right: Right): string {
  const words = right.split("_").map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
  return `${words.join("")}Reconciliation`
}

/** The host writes these into its table of policies when it starts with the flag `rbac`. */
export default definePolicies(
  RIGHTS.map((right) => ({
    name: nameOf(right),
    resource: RIGHTS_RESOURCE,
    operation: right,
    description: DESCRIPTIONS[right],
  })),
)
