import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { OrderHistory } from "../../modules/reconciliation/ingest/history"
import type { AutomaticWriteOffs } from "../../modules/reconciliation/facets/automation"
import type { AllocationPlanView } from "../../types/http"
import type { ReadFailure } from "../../modules/reconciliation/ingest/reader/wanted"
import { ORDERS_A_READ, readEach, type OrdersRead } from "../host/read-orders"
import { syncWriteOffCredits } from "../host/write-off-credits"
import { ledgerOf } from "../ledger-of"
import { mirrorChanged } from "../mirror/mirror-changed"
import { shareRead } from "./share-read"

export interface ReconcileAllInput {
  readonly order_ids: readonly string[]
  readonly cause: string
  readonly actor: { readonly type: "system" | "user" | "api-key"; readonly id: string | null }
  readonly strategy?: string | undefined
  readonly version?: number | undefined
  readonly settled_before?: string | undefined
}

export interface ReconcileOrdersResult {
  orders: { order_id: string; changed: boolean; allocation_plan: AllocationPlanView }[]
  /** Orders that neither the host nor the ledger has. */
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

type ReadOrder = ReconcileOrdersResult["orders"][number] &
  AutomaticWriteOffs & { readonly superseded: boolean }

const writtenOffBy = ({ writtenOff }: AutomaticWriteOffs): readonly string[] => writtenOff

/** Reconciles any number of orders and tells which failed; those are noted for the sweep to try again. */
export async function reconcileEach(
  container: MedusaContainer,
  input: ReconcileAllInput,
): Promise<EachResult> {
  const result: EachResult = { orders: [], missing: [], failures: [] }
  let orderIds = [...new Set(input.order_ids)]
  for (let attempt = 1; orderIds.length > 0; attempt += 1) {
    const superseded: string[] = []
    for (const page of pagesOf(orderIds)) {
      // oxlint-disable-next-line no-await-in-loop -- two pages at once would hold two hundred orders and win nothing
      const { orders, missing, failures } = await reconcilePage(container, page, input)
      const [again, done] = parted(orders, (order) => order.superseded && attempt < READS)
      superseded.push(...again.map(({ order_id }) => order_id))
      result.orders.push(
        ...done.map(({ order_id, changed, allocation_plan }) => ({ order_id, changed, allocation_plan })),
      )
      result.missing.push(...missing)
      result.failures.push(...failures)
    }
    orderIds = superseded
  }
  return result
}

/** How often an order is read whose reads are each overtaken; what then was missed, the sweep finds. */
export const READS = 3

function parted<Value>(values: readonly Value[], isFirst: (value: Value) => boolean): [Value[], Value[]] {
  return [values.filter(isFirst), values.filter((value) => !isFirst(value))]
}

async function reconcilePage(
  container: MedusaContainer,
  page: readonly string[],
  input: ReconcileAllInput,
): Promise<EachResult & { orders: ReadOrder[] }> {
  const { histories, failures } = await readPage(container, page, input)
  const orders: ReadOrder[] = []
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
  if (input.version === undefined) await ledgerOf(container).sweep.noteRetries({ done, failed })
  // What was written off by the way, and what the host refused before; by default nothing is sent and nothing read.
  const changed = orders.filter((order) => order.changed).map(({ order_id: id }) => id)
  await syncWriteOffCredits(container, {
    writtenOff: [...new Set([...changed, ...orders.flatMap(writtenOffBy)])],
  })
  await numberReceipts(container, changed.length > 0)
  await mirrorChanged(container, changed)
  const found = new Set(histories.map(({ orderId }) => orderId))
  return { orders, failures, missing: done.filter((id) => !found.has(id)) }
}

/** Numbers what was posted. It is committed by now, and the sweep numbers it too: a number that waits fails nothing. */
async function numberReceipts(container: MedusaContainer, changed: boolean): Promise<void> {
  if (!changed) return
  try {
    await ledgerOf(container).receipts.assign()
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`reconciliation: numbers of receipts wait for the sweep: ${String(error)}`)
  }
}

/**
 * What fails for the page as a whole has failed for each of its orders. People and programs ask for one order many
 * times at once, by a double click or a retry, and share its read; events are gathered before they come here.
 */
async function readPage(
  container: MedusaContainer,
  page: readonly string[],
  input: Pick<ReconcileAllInput, "settled_before" | "actor">,
): Promise<OrdersRead> {
  try {
    const [only, ...others] = page
    const isAsked = input.actor.type !== "system" && (input.settled_before ?? null) === null
    if (isAsked && only !== undefined && others.length === 0) return await shareRead(container, only)
    return await readEach(container, page, { settledBefore: input.settled_before ?? null })
  } catch (error) {
    return { histories: [], failures: page.map((orderId) => ({ orderId, error })) }
  }
}

async function reconcileOne(
  container: MedusaContainer,
  { recheckAt, basedOn, ...history }: OrderHistory,
  input: ReconcileAllInput,
): Promise<ReadOrder> {
  const { orderId, allocationPlan, ...reconciled } = await ledgerOf(container).orders.reconcile(history, {
    context: { actor: input.actor, cause: input.cause },
    strategy: input.strategy,
    expectedVersion: input.version ?? basedOn ?? undefined,
    recheckAt,
  })
  return { order_id: orderId, allocation_plan: allocationPlan, ...reconciled }
}

function pagesOf(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / ORDERS_A_READ) }, (_, page) =>
    ids.slice(page * ORDERS_A_READ, (page + 1) * ORDERS_A_READ),
  )
}
