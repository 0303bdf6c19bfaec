import {
  createOrderPaymentCollectionWorkflow,
  deleteOrderPaymentCollections,
} from "@medusajs/medusa/core-flows"
import { present } from "../../modules/reconciliation/ingest/host-order"
import { isMirror, mirrorNameIn } from "../../modules/reconciliation/ingest/mirror-names"
import {
  amountOf,
  isAbove,
  leftOf,
  mendedTotals,
  openOf,
} from "../../modules/reconciliation/ingest/mirror-standing"
import { digitsOfCurrencies } from "../host/currencies"
import { capturesOf, refundsOf, type HostSide, type SeenCollection, type SeenOrder } from "./host-side"

const UNPAID: ReadonlySet<string> = new Set(["not_paid", "awaiting"])
const AUTHORIZED: ReadonlySet<string> = new Set(["authorized", "partially_authorized"])
const BY_HAND = "pp_system_default"

/**
 * Brings what an order's own payments ask for to what it owes. It judges by the rows alone and may run any number of times.
 */
export async function follow(host: HostSide, orderId: string): Promise<void> {
  const order = await host.order(orderId)
  if (!order) return
  await mendSummary(host, order)
  const own = present(order.payment_collections).filter(({ id }) => mirrorNameIn(id) === null)
  const unpaid = own.filter((one) => UNPAID.has(one.status) && capturedOf(one) === "0")
  if (order.status === "canceled") {
    // oxlint-disable-next-line no-await-in-loop -- hardly ever more than one
    for (const { id } of unpaid) await host.payments.updatePaymentCollections(id, { status: "canceled" })
    return
  }
  const digits = (await digitsOfCurrencies(host.container, [order.currency_code]))(order.currency_code)
  const open = openOf(order, digits)
  const withdrawn = await fitAuthorized(host, own, { open, digits })
  const due = amountOf(open > 0n ? open : 0n, digits)
  const [kept, ...others] = unpaid.toSorted((one, other) => rankOf(one) - rankOf(other))
  if (kept && !isSame(kept, due)) await host.payments.updatePaymentCollections(kept.id, { amount: due })
  for (const { id, status } of others) {
    if (status !== "not_paid") continue
    // oxlint-disable-next-line no-await-in-loop -- hardly ever more than one
    await deleteOrderPaymentCollections(host.container).run({ input: { id } })
  }
  const asks = own.some((one) => AUTHORIZED.has(one.status) && !withdrawn.includes(one.id))
  if (!kept && !asks && open > 0n) {
    await createOrderPaymentCollectionWorkflow(host.container).run({
      input: { order_id: orderId, amount: Number(due) },
    })
  }
  await restoreCaptured(host, orderId)
}

/** One that a customer is paying stays before one that nobody has begun. */
const rankOf = ({ status }: SeenCollection): number => (status === "awaiting" ? 0 : 1)

const isSame = ({ raw_amount: raw }: SeenCollection, amount: string): boolean =>
  leftOf([raw], [{ value: amount }]) === "0"

const capturedOf = ({ payments }: SeenCollection): string =>
  leftOf(
    present(payments).flatMap((payment) => capturesOf(payment).map((row) => row.raw_amount)),
    [],
  )

async function mendSummary(host: HostSide, { id, version, transactions }: SeenOrder): Promise<void> {
  const [summary] = await host.orders.listOrderSummaries({ order_id: id, version })
  if (!summary) return
  const totals = mendedTotals(summary.totals, transactions)
  if (totals) await host.orders.updateOrderSummaries([{ id: summary.id, totals }])
}

/**
 * What was authorized by hand asks for the whole again: it is cancelled, as the host does at an edit. What of it is captured
 * stays, and its collection asks for what is open beside that. Another provider's is a customer's card and is left alone.
 *
 * @returns the collections that ask for nothing any more
 */
async function fitAuthorized(
  host: HostSide,
  own: readonly SeenCollection[],
  { open, digits }: { readonly open: bigint; readonly digits: number },
): Promise<string[]> {
  const withdrawn: string[] = []
  for (const collection of own) {
    const payments = present(collection.payments).filter(({ canceled_at: at }) => !at)
    const byHand = payments.every(({ provider_id: provider }) => provider === BY_HAND)
    if (!AUTHORIZED.has(collection.status) || !byHand) continue
    const captured = capturedOf(collection)
    const wanted = leftOf([{ value: captured }, { value: amountOf(open > 0n ? open : 0n, digits) }], [])
    if (isSame(collection, wanted)) continue
    if (isAbove(captured)) {
      // oxlint-disable-next-line no-await-in-loop -- one, or none
      await host.payments.updatePaymentCollections(collection.id, { amount: wanted })
      continue
    }
    // oxlint-disable-next-line no-await-in-loop -- the same
    for (const { id } of payments) await host.payments.cancelPayment(id)
    // oxlint-disable-next-line no-await-in-loop -- the same
    await host.payments.updatePaymentCollections(collection.id, { status: "canceled" })
    withdrawn.push(collection.id)
  }
  return withdrawn
}

/** A payment that was captured while it was withdrawn is a payment: the money is there. */
async function restoreCaptured(host: HostSide, orderId: string): Promise<void> {
  const order = await host.order(orderId)
  if (!order || order.status === "canceled") return
  for (const collection of present(order.payment_collections)) {
    if (collection.status !== "canceled" || mirrorNameIn(collection.id) !== null) continue
    const lost = present(collection.payments).filter(
      (payment) =>
        payment.canceled_at &&
        payment.provider_id === BY_HAND &&
        !isMirror(payment) &&
        capturesOf(payment).length > 0 &&
        refundsOf(payment).length === 0,
    )
    if (lost.length === 0) continue
    // oxlint-disable-next-line no-await-in-loop -- hardly ever one
    for (const { id } of lost) await host.payments.updatePayment({ id, canceled_at: null })
    // oxlint-disable-next-line no-await-in-loop -- the same
    await host.payments.updatePaymentCollections(collection.id, { status: "completed" })
  }
}
