import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { checkLedgerWorkflow } from "medusa-plugin-reconciliation/workflows"

/** Holds every row of the ledger against its rules; ends with 1 where one is broken: npx medusa exec ./src/scripts/check-ledger.ts */
export default async function checkLedger({ container }: Pick<ExecArgs, "container">): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { result: check } = await checkLedgerWorkflow(container).run({ input: { cause: "script" } })
  for (const { invariant, count } of check.counts) logger.error(`${invariant}: ${count}`)
  const seen = `${check.invariants} rules in ${check.milliseconds} ms, ${check.faults} rows at fault, ${check.fresh} new`
  logger.info(`Check ${check.id}: ${seen}.`)
  if (check.faults > 0) {
    logger.error(`Each row, its cause and its cure: GET /admin/reconciliation/checks/${check.id}`)
    process.exitCode = 1
  }
}
