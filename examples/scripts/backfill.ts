import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { reconcileOrdersWorkflow } from "medusa-plugin-reconciliation/workflows"

const ORDERS_A_PAGE = 100

/** Reconciles every order of the store, oldest first: npx medusa exec ./src/scripts/backfill.ts */
export default async function backfill({ container }: ExecArgs): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (let skip = 0; ; skip += ORDERS_A_PAGE) {
    const { data: orders } = await query.graph({
      entity: "order",
      fields: ["id"],
      pagination: { skip, take: ORDERS_A_PAGE, order: { id: "ASC" } },
    })
    if (orders.length === 0) return
    // An order that fails holds back no other, and the plugin's job tries it again.
    const { errors } = await reconcileOrdersWorkflow(container).run({
      input: { order_ids: orders.map(({ id }) => id), cause: "backfill" },
      throwOnError: false,
    })
    for (const { error } of errors) logger.warn(String(error))
    logger.info(`${skip + orders.length} orders`)
  }
}
