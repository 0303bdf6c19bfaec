import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { startRunWorkflow } from "medusa-plugin-reconciliation/workflows"

/** Brings the orders of last year and before into the ledger: npx medusa exec ./src/scripts/backfill.ts */
export default async function backfill({ container }: Pick<ExecArgs, "container">): Promise<void> {
  const until = `${new Date().getUTCFullYear() - 1}-12-31`
  const { result: run } = await startRunWorkflow(container).run({
    input: { kind: "backfill", until, cause: "script" },
  })
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .info(`Run ${run.id} brings in ${run.accounts} of ${run.in_scope} orders; the store's server does it.`)
}
