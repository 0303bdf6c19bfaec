import type { TestStore } from "./store"

/** All that the host's own order page asks for: how lines of one moment come depends on the whole query. */
const FIELDS = [
  "id",
  "status",
  "created_at",
  "canceled_at",
  "email",
  "display_id",
  "custom_display_id",
  "currency_code",
  "metadata",
  "total",
  "credit_line_total",
  "item_subtotal",
  "item_total",
  "item_tax_total",
  "original_item_tax_total",
  "item_discount_total",
  "shipping_subtotal",
  "original_total",
  "original_tax_total",
  "subtotal",
  "discount_total",
  "discount_subtotal",
  "shipping_total",
  "shipping_tax_total",
  "original_shipping_tax_total",
  "shipping_discount_total",
  "tax_total",
  "refundable_total",
  "order_change",
  "*customer",
  "*items",
  "*items.variant",
  "*items.variant.product",
  "*items.variant.options",
  "+items.variant.manage_inventory",
  "*items.variant.inventory_items.inventory",
  "+items.variant.inventory_items.required_quantity",
  "+summary",
  "*shipping_address",
  "*billing_address",
  "*sales_channel",
  "*promotions",
  "*shipping_methods",
  "*credit_lines",
  "*fulfillments",
  "+fulfillments.shipping_option.service_zone.fulfillment_set.type",
  "*fulfillments.items",
  "*fulfillments.labels",
  "*payment_collections",
  "*payment_collections.payment_sessions",
  "*payment_collections.payments",
  "*payment_collections.payments.refunds",
  "*payment_collections.payments.refunds.refund_reason",
  "region.automatic_taxes",
]

interface Listed {
  id: string
  created_at: string
}

export interface OrderPage {
  /** Ids of the lines, from top to bottom. */
  lines: string[]
  /** Ids of the ways of shipping, from top to bottom. */
  shipping: string[]
}

/**
 * The lines as the host's order page lists them: it sorts the host's answer by the moment at which a line was
 * made, and leaves lines of one moment as they came. The browser tests hold the same against the page itself.
 */
export async function orderPage(store: TestStore, orderId: string): Promise<OrderPage> {
  const { order } = await store.get<{ order: { items: Listed[]; shipping_methods: Listed[] } }>(
    `orders/${orderId}?fields=${encodeURIComponent(FIELDS.join(","))}`,
  )
  return { lines: asShown(order.items), shipping: asShown(order.shipping_methods) }
}

const asShown = (rows: readonly Listed[]): string[] =>
  rows
    .toSorted(({ created_at: one }, { created_at: other }) => (one < other ? -1 : one > other ? 1 : 0))
    .map(({ id }) => id)
