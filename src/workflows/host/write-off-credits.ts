import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ChangeActionType,
  ContainerRegistrationKeys,
  Modules,
  OrderChangeType,
} from "@medusajs/framework/utils"
import { createOrderCreditLinesWorkflow } from "@medusajs/medusa/core-flows"
import type { HostCreditLine } from "../../modules/reconciliation/ingest/host-order"
import { missingCredit, WRITE_OFF_REFERENCE } from "../../modules/reconciliation/ingest/write-off-credits"
import type { AutomaticWriteOffs } from "../../modules/reconciliation/facets/automation"
import type { HostCredit } from "../../modules/reconciliation/write-offs/write-offs"
import type { HostCreditLineView } from "../../types/http"
import { ledgerOf } from "../ledger-of"
import { graph } from "./graph"

/** Seconds to wait for another writer of the same order's credit lines. */
const PATIENCE_SECONDS = 30

/**
 * Brings the host's tagged credit lines of some orders up to the ledger's write-offs, where the store
 * wants them. Compares sums under each tag, so it may run any number of times. What the host refuses is
 * told and tried again with the order's next change.
 */
export async function sendHostCredits(
  container: MedusaContainer,
  orderIds: readonly string[],
): Promise<HostCreditLineView[]> {
  const sent: HostCreditLineView[] = []
  const wanted = await ledgerOf(container).writeOffs.hostCredits(orderIds)
  for (const orderId of new Set(wanted.map((credit) => credit.orderId))) {
    const ofOrder = wanted.filter((credit) => credit.orderId === orderId)
    // oxlint-disable-next-line no-await-in-loop -- the host allows one change of an order at a time
    const lines = await container
      .resolve(Modules.LOCKING)
      .execute(`${WRITE_OFF_REFERENCE}:${orderId}`, async () => sendOfOrder(container, orderId, ofOrder), {
        timeout: PATIENCE_SECONDS,
      })
    sent.push(...lines)
  }
  return sent
}

/**
 * Tells the host of what a change of the ledger wrote off by itself, and answers with the rest of what the
 * change came to. The change is committed, so it is no failure of it that the host cannot be told: a caller
 * would do it again.
 */
export async function syncWriteOffCredits<Answer extends AutomaticWriteOffs>(
  container: MedusaContainer,
  { writtenOff, ...answer }: Answer,
): Promise<Omit<Answer, keyof AutomaticWriteOffs>> {
  try {
    await sendHostCredits(container, writtenOff)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`reconciliation: write-offs of ${writtenOff.join(", ")} were not sent: ${String(error)}`)
  }
  return answer
}

async function sendOfOrder(
  container: MedusaContainer,
  orderId: string,
  wanted: readonly HostCredit[],
): Promise<HostCreditLineView[]> {
  const [order] = await graph<{ credit_lines?: (HostCreditLine | null)[] | null }>(container, "order", {
    fields: ["id", "currency_code", "credit_lines.*"],
    filters: { id: orderId },
  })
  const sent: HostCreditLineView[] = []
  for (const { key, ...credit } of wanted) {
    const difference = missingCredit(order?.credit_lines, { key, ...credit })
    if (difference === null) continue
    // oxlint-disable-next-line no-await-in-loop -- the host allows one change of an order at a time
    sent.push(await sendOne(container, { orderId, key, amount: difference }))
  }
  return sent
}

async function sendOne(
  container: MedusaContainer,
  { orderId, key, amount }: Omit<HostCredit, "digits">,
): Promise<HostCreditLineView> {
  const sent = { order_id: orderId, reference_id: key, amount }
  try {
    const line = { amount, reference: WRITE_OFF_REFERENCE, reference_id: key }
    if (!amount.startsWith("-")) {
      await createOrderCreditLinesWorkflow(container).run({ input: { id: orderId, credit_lines: [line] } })
    } else await takeBack(container, orderId, line)
    return { ...sent, status: "written", message: null }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`reconciliation: the host refused the credit line of ${key} on ${orderId}: ${message}`)
    return { ...sent, status: "refused", message }
  }
}

/** The host's own workflow refuses a negative line while the order owes nothing, which is when one is needed. */
async function takeBack(
  container: MedusaContainer,
  orderId: string,
  line: { readonly amount: string; readonly reference: string; readonly reference_id: string },
): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const change = await orders.createOrderChange({
    order_id: orderId,
    change_type: OrderChangeType.CREDIT_LINE,
  })
  try {
    await orders.addOrderAction({
      ...line,
      order_change_id: change.id,
      order_id: orderId,
      version: change.version,
      action: ChangeActionType.CREDIT_LINE_ADD,
    })
    await orders.confirmOrderChange(change.id)
  } catch (error) {
    // A change that is left active would block every later one of the order.
    await orders.cancelOrderChange(change.id).catch(() => undefined)
    throw error
  }
}
