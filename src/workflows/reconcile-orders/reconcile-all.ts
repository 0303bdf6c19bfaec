import type { MedusaContainer } from "@medusajs/framework/types"
import type { StrategyName } from "../../modules/reconciliation/domain/allocate/strategy"
import type { PlanView } from "../../types/http"
import { ORDERS_A_READ, readHistories } from "../host/read-orders"
import { ledgerOf } from "../ledger-of"

export interface ReconcileAllInput {
  readonly order_ids: readonly string[]
  readonly cause: string
  readonly actor: { readonly type: "system" | "user" | "api-key"; readonly id: string | null }
  readonly strategy?: StrategyName | undefined
  readonly version?: number | undefined
  readonly settled_before?: string | undefined
}

export interface ReconcileOrdersResult {
  orders: { order_id: string; changed: boolean; plan: PlanView }[]
  /** Orders the host does not have. */
  missing: string[]
}

/**
 * Reconciles any number of orders. One order that fails does not hold back the others: the rest is
 * done first, then the first error is thrown, so that an event bus or a caller may try again.
 */
export async function reconcileAll(
  container: MedusaContainer,
  input: ReconcileAllInput,
): Promise<ReconcileOrdersResult> {
  const result: ReconcileOrdersResult = { orders: [], missing: [] }
  const failures: unknown[] = []
  for (const page of pagesOf([...new Set(input.order_ids)])) {
    // One page after the other: two at once would hold two hundred orders in memory and win nothing.
    const histories = await readHistories(container, page, { settledBefore: input.settled_before ?? null })
    const found = new Set(histories.map(({ orderId }) => orderId))
    result.missing.push(...page.filter((id) => !found.has(id)))
    for (const history of histories) {
      try {
        // A later order of an account waits for its lock anyway.
        const { orderId, changed, plan } = await ledgerOf(container).reconcileOrder(history, {
          context: { actor: input.actor, cause: input.cause },
          strategy: input.strategy,
          expectedVersion: input.version,
        })
        result.orders.push({ order_id: orderId, changed, plan })
      } catch (error) {
        failures.push(error)
      }
    }
  }
  if (failures.length > 0) throw failures[0]
  return result
}

function pagesOf(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / ORDERS_A_READ) }, (_, page) =>
    ids.slice(page * ORDERS_A_READ, (page + 1) * ORDERS_A_READ),
  )
}
