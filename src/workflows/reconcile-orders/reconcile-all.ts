import type { MedusaContainer } from "@medusajs/framework/types"
import type { StrategyName } from "../../modules/reconciliation/domain/allocate/strategy"
import type { OrderHistory } from "../../modules/reconciliation/ingest/history"
import type { PlanView } from "../../types/http"
import { ORDERS_A_READ, readEach, type ReadFailure } from "../host/read-orders"
import { sendHostCredits } from "../host/write-off-credits"
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
  const { failures, ...result } = await reconcileEach(container, input)
  const [first] = failures
  if (first) throw first.error
  return result
}

interface EachResult extends ReconcileOrdersResult {
  readonly failures: ReadFailure[]
}

/** Reconciles any number of orders and tells which failed; those are noted for the sweep to try again. */
export async function reconcileEach(
  container: MedusaContainer,
  input: ReconcileAllInput,
): Promise<EachResult> {
  const result: EachResult = { orders: [], missing: [], failures: [] }
  for (const page of pagesOf([...new Set(input.order_ids)])) {
    // oxlint-disable-next-line no-await-in-loop -- two pages at once would hold two hundred orders and win nothing
    const { orders, missing, failures } = await reconcilePage(container, page, input)
    result.orders.push(...orders)
    result.missing.push(...missing)
    result.failures.push(...failures)
  }
  return result
}

async function reconcilePage(
  container: MedusaContainer,
  page: readonly string[],
  input: ReconcileAllInput,
): Promise<EachResult> {
  const { histories, failures } = await readPage(container, page, input)
  const orders: ReconcileOrdersResult["orders"] = []
  for (const history of histories) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- a later order of an account waits for its lock anyway
      orders.push(await reconcileOne(container, history, input))
    } catch (error) {
      failures.push({ orderId: history.orderId, error })
    }
  }
  const failed = failures.map(({ orderId, error }) => ({ orderId, error: String(error) }))
  const names = new Set(failed.map(({ orderId }) => orderId))
  const done = page.filter((id) => !names.has(id))
  // Who names a version is told of the refusal, and decides what then.
  if (input.version === undefined) await ledgerOf(container).noteRetries({ done, failed })
  // What was written off by the way; by default nothing is sent and nothing read.
  await sendHostCredits(
    container,
    orders.filter(({ changed }) => changed).map(({ order_id: id }) => id),
  )
  const found = new Set(histories.map(({ orderId }) => orderId))
  return { orders, failures, missing: done.filter((id) => !found.has(id)) }
}

/** What fails for the page as a whole has failed for each of its orders. */
async function readPage(
  container: MedusaContainer,
  page: readonly string[],
  input: Pick<ReconcileAllInput, "settled_before">,
): Promise<{ histories: OrderHistory[]; failures: ReadFailure[] }> {
  try {
    return await readEach(container, page, { settledBefore: input.settled_before ?? null })
  } catch (error) {
    return { histories: [], failures: page.map((orderId) => ({ orderId, error })) }
  }
}

async function reconcileOne(
  container: MedusaContainer,
  { recheckAt, ...history }: OrderHistory,
  input: ReconcileAllInput,
): Promise<ReconcileOrdersResult["orders"][number]> {
  const { orderId, changed, plan } = await ledgerOf(container).reconcileOrder(history, {
    context: { actor: input.actor, cause: input.cause },
    strategy: input.strategy,
    expectedVersion: input.version,
    recheckAt,
  })
  return { order_id: orderId, changed, plan }
}

function pagesOf(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / ORDERS_A_READ) }, (_, page) =>
    ids.slice(page * ORDERS_A_READ, (page + 1) * ORDERS_A_READ),
  )
}
