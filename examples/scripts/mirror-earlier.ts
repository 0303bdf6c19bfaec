import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { takeUpMirrorsWorkflow } from "medusa-plugin-reconciliation/workflows"

/** Shows the store what was applied while `mirror` was off: npx medusa exec ./src/scripts/mirror-earlier.ts */
export default async function mirrorEarlier({ container }: Pick<ExecArgs, "container">): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (;;) {
    const { result: mirrored } = await takeUpMirrorsWorkflow(container).run({ input: {} })
    if (mirrored.length === 0) return
    for (const { display_id, payment, amount } of mirrored)
      logger.info(`#${display_id}: ${payment}, ${amount}`)
  }
}
