import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MirrorWork } from "../../modules/reconciliation/mirrors/mirrors"
import { MIRROR_TAG, namesOfMirror } from "../../modules/reconciliation/ingest/mirror-names"
import {
  amountOf,
  countedOfMirror,
  isNothing,
  openOf,
} from "../../modules/reconciliation/ingest/mirror-standing"
import { ledgerOf } from "../ledger-of"
import { onceNamed, type Before, type HostSide, type SeenOrder } from "./host-side"
import { takeBack } from "./take-back"

const PROVIDER = "pp_system_default"

/**
 * Makes the host count money of the ledger as a payment of an order. Each thing has a name that the host takes once, so it
 * may be done again from the beginning, whatever of it is there.
 *
 * @returns whether the host counts it now; if not, it was refused
 */
export async function record(host: HostSide, work: MirrorWork, before: Before): Promise<boolean> {
  const { mirrors } = ledgerOf(host.container)
  const names = namesOfMirror(work.hostName)
  const order = await host.order(work.orderId)
  const begun = await host.payment(names.payment)
  const refusal = refusalOf(order, work, begun !== undefined)
  if (refusal) {
    if (begun) await takeBack(host, work, before)
    await mirrors.markRefused(work, refusal)
    return false
  }
  let { amount } = work
  if (!begun && order) {
    const open = openOf(order, work.digits)
    if (open < work.units) {
      await mirrors.part(work, open)
      amount = amountOf(open, work.digits)
    }
    await before("collect")
    await onceNamed(async () => host.payments.createPaymentCollections(collectionOf({ ...work, amount })))
  }
  await before("count")
  await onceNamed(async () =>
    host.orders.addOrderTransactions({
      id: names.counted,
      order_id: work.orderId,
      amount,
      currency_code: work.currencyCode,
      reference: "capture",
      reference_id: names.capture,
    }),
  )
  await before("link")
  await host.container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.ORDER]: { order_id: work.orderId },
    [Modules.PAYMENT]: { payment_collection_id: names.collection },
  })
  return !(await wasCancelled(host, work, before))
}

/** An order may be cancelled while a payment comes to it: what the host has not given back on paper goes back now. */
async function wasCancelled(host: HostSide, work: MirrorWork, before: Before): Promise<boolean> {
  const order = await host.order(work.orderId)
  if (order && order.status !== "canceled") return false
  const counted = countedOfMirror(await host.transactionsOf(work.orderId), namesOfMirror(work.hostName))
  if (isNothing(counted)) return false
  await takeBack(host, work, before)
  await ledgerOf(host.container).mirrors.markRefused(work, "order_cancelled")
  return true
}

function refusalOf(
  order: SeenOrder | undefined,
  { digits }: MirrorWork,
  isBegun: boolean,
): "order_cancelled" | "order_draft" | "nothing_open" | null {
  if (!order || order.status === "canceled") return "order_cancelled"
  if (isBegun) return null
  if (order.status === "draft" || order.is_draft_order === true) return "order_draft"
  return openOf(order, digits) <= 0n ? "nothing_open" : null
}

/** One captured payment in a collection of its own, linked to nothing yet: nobody sees it before its order counts it. */
function collectionOf({ id: key, hostName, orderId, amount, currencyCode }: MirrorWork): object {
  const names = namesOfMirror(hostName)
  const metadata = { [MIRROR_TAG]: { key, order_id: orderId } }
  const at = new Date()
  const money = { amount, currency_code: currencyCode, provider_id: PROVIDER, data: {}, metadata }
  return {
    id: names.collection,
    currency_code: currencyCode,
    amount,
    status: "completed",
    completed_at: at,
    authorized_amount: amount,
    captured_amount: amount,
    refunded_amount: 0,
    metadata,
    payment_sessions: [{ id: names.session, ...money, status: "authorized", authorized_at: at }],
    payments: [
      {
        id: names.payment,
        payment_session: names.session,
        ...money,
        captured_at: at,
        captures: [{ id: names.capture, amount, created_by: `${MIRROR_TAG}:${key}`, metadata }],
      },
    ],
  }
}
