import { setTimeout as sleep } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { Held, HeldBus } from "./held-bus"

const PRICES = [30, 75, 19.99, 110, 5.5]
const SHIPPING = 9.9
const RATE = 10
/** How many the host is given to make at once. */
const AT_ONCE = 50

/** A placed order, the payment that was authorized for it, and what the host said when it was captured. */
export interface CapturedOrder {
  readonly orderId: string
  readonly events: readonly Held[]
}

interface PlacedOrder {
  readonly orderId: string
  readonly paymentId: string
}

/** Orders of five lines with tax and shipping, each of a customer of its own, its payment authorized. */
export async function placeOrders(container: MedusaContainer, count: number): Promise<PlacedOrder[]> {
  const placed: PlacedOrder[] = []
  while (placed.length < count) {
    placed.push(...(await placeSome(container, placed.length, Math.min(AT_ONCE, count - placed.length))))
  }
  return placed
}

async function placeSome(container: MedusaContainer, first: number, count: number): Promise<PlacedOrder[]> {
  const payment = container.resolve(Modules.PAYMENT)
  const taxes = [{ code: "VAT", rate: RATE }]
  const orders = await container.resolve(Modules.ORDER).createOrders(
    Array.from({ length: count }, (_, index) => ({
      currency_code: "usd",
      customer_id: `cus_bench_${first + index}`,
      email: `bench${first + index}@example.com`,
      items: PRICES.map((unit_price, line) => ({
        title: `Product ${line + 1}`,
        quantity: 1,
        unit_price,
        tax_lines: taxes,
      })),
      shipping_methods: [{ name: "Parcel", amount: SHIPPING, tax_lines: taxes }],
    })),
  )
  const net = [...PRICES, SHIPPING].reduce((sum, price) => sum + price, 0)
  const amount = Math.round(net * (100 + RATE)) / 100
  const collections = await payment.createPaymentCollections(
    orders.map(() => ({ currency_code: "usd", amount })),
  )
  const pairs = orders.flatMap((order, index) => {
    const collection = collections[index]
    return collection ? [{ order, collection }] : []
  })
  await container.resolve(ContainerRegistrationKeys.LINK).create(
    pairs.map(({ order, collection }) => ({
      [Modules.ORDER]: { order_id: order.id },
      [Modules.PAYMENT]: { payment_collection_id: collection.id },
    })),
  )
  const placed: PlacedOrder[] = []
  for (const { order, collection } of pairs) {
    const session = await payment.createPaymentSession(collection.id, {
      provider_id: "pp_system_default",
      currency_code: "usd",
      amount,
      data: {},
    })
    const authorized = await payment.authorizePaymentSession(session.id, {})
    if (!authorized) throw new Error("the payment was not authorized")
    placed.push({ orderId: order.id, paymentId: authorized.id })
  }
  return placed
}

/** Captures each order's payment by the host's workflow, and keeps what its bus would have told us. */
export async function captureOrders(
  container: MedusaContainer,
  bus: HeldBus,
  placed: readonly PlacedOrder[],
): Promise<CapturedOrder[]> {
  const captured: CapturedOrder[] = []
  bus.way = "hold"
  bus.release()
  for (const { orderId, paymentId } of placed) {
    await capturePaymentWorkflow(container).run({ input: { payment_id: paymentId } })
    // The bus hands over what it has after the workflow has ended.
    await sleep(1)
    captured.push({ orderId, events: bus.release() })
  }
  const [first = [], ...others] = captured.map(({ events }) => events.map(({ name }) => name).toSorted())
  if (first.length === 0 || others.some((names) => String(names) !== String(first))) {
    throw new Error(`captures did not all say the same: ${String(first)} and others`)
  }
  return captured
}
