import {
  createOrderPaymentCollectionWorkflow,
  createOrderWorkflow,
  markPaymentCollectionAsPaid,
} from "@medusajs/medusa/core-flows"
import type { Host } from "./host"
import type { TestStore } from "./store"

/** An admin writes the order down for somebody who called, and makes an order of it before any money came. */
export async function orderForCustomer(store: TestStore): Promise<string> {
  const { region, channel, variants, shipping, country } = store.shop
  const { customer } = await store.act<{ customer: { id: string } }>("customers", {
    email: "ada@example.com",
  })
  const { draft_order: draft } = await store.act<{ draft_order: { id: string } }>("draft-orders", {
    region_id: region,
    sales_channel_id: channel,
    customer_id: customer.id,
    email: "ada@example.com",
    items: variants.map((id) => ({ variant_id: id, quantity: 1 })),
    shipping_methods: [{ shipping_option_id: shipping, name: "Collect", amount: 20 }],
    shipping_address: {
      first_name: "Ada",
      address_1: "1 Row",
      city: "X",
      country_code: country,
      postal_code: "1",
    },
  })
  await store.act(`draft-orders/${draft.id}/convert-to-order`)
  return draft.id
}

export async function payPart(store: TestStore, orderId: string, amount: number): Promise<void> {
  const { payment_collection: collection } = await store.act<{ payment_collection: { id: string } }>(
    "payment-collections",
    { order_id: orderId, amount },
  )
  await store.act(`payment-collections/${collection.id}/mark-as-paid`, { order_id: orderId })
}

/** As a store's own job renews a subscription: the host's workflows, no cart and no event of an order placed. */
export async function billSubscription(host: Host, store: TestStore): Promise<{ id: string; total: number }> {
  const container = host.container()
  const { result: order } = await createOrderWorkflow(container).run({
    input: {
      region_id: store.shop.region,
      sales_channel_id: store.shop.channel,
      currency_code: "usd",
      email: "ada@example.com",
      items: [{ title: "Box of March", quantity: 1, unit_price: 42 }],
    },
  })
  const { result: collections } = await createOrderPaymentCollectionWorkflow(container).run({
    input: { order_id: order.id, amount: 42 },
  })
  await markPaymentCollectionAsPaid(container).run({
    input: {
      order_id: order.id,
      payment_collection_id: collections[0]?.id ?? "",
      captured_by: "subscriptions",
    },
  })
  return { id: order.id, total: Number(order.total) }
}
