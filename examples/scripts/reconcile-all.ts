import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { startRunWorkflow } from "medusa-plugin-reconciliation/workflows"

/** Puts money in euros where it fits one order exactly: npx medusa exec ./src/scripts/reconcile-all.ts */
export default async function reconcileAll({ container }: Pick<ExecArgs, "container">): Promise<void> {
  const { result: run } = await startRunWorkflow(container).run({
    input: { currency_code: "eur", strategy: "exact_match", cause: "script" },
  })
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .info(`Run ${run.id} looks at ${run.accounts} of ${run.in_scope} accounts; the store's server does it.`)
}
