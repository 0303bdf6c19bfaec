/**
 * What ingest asks of the host for one order. `raw_total` of lines is computed by the host when totals
 * are asked for; `currency_code` must be among the fields or the host rounds with the wrong digits.
 */
const LINE_FIELDS = [
  "version",
  "currency_code",
  "total",
  "items.*",
  "items.total",
  "items.raw_total",
  "items.detail.*",
  "items.tax_lines.*",
  "items.tax_lines.total",
  "items.tax_lines.raw_total",
  "items.adjustments.*",
  "shipping_methods.*",
  "shipping_methods.total",
  "shipping_methods.raw_total",
  "shipping_methods.detail.*",
  "shipping_methods.tax_lines.*",
  "shipping_methods.adjustments.*",
  "credit_lines.*",
]

export const VERSION_FIELDS = ["id", ...LINE_FIELDS]

export const ORDER_FIELDS = [
  "id",
  "display_id",
  "custom_display_id",
  "status",
  "is_draft_order",
  "customer_id",
  "sales_channel_id",
  "created_at",
  "updated_at",
  "canceled_at",
  ...LINE_FIELDS,
  "transactions.*",
  "payment_collections.id",
  "payment_collections.updated_at",
  "payment_collections.payments.id",
  "payment_collections.payments.provider_id",
  "payment_collections.payments.captures.*",
  "payment_collections.payments.refunds.*",
]

/** What terms of payment ask for: how far the order was delivered, and which groups its customer is in. */
export const FULFILMENT_FIELDS = [
  "fulfillments.id",
  "fulfillments.created_at",
  "fulfillments.shipped_at",
  "fulfillments.delivered_at",
  "fulfillments.canceled_at",
  "fulfillments.items.line_item_id",
  "fulfillments.items.inventory_item_id",
  "fulfillments.items.quantity",
  "items.variant.inventory_items.inventory_item_id",
  "items.variant.inventory_items.required_quantity",
]
/** What other programs wrote beside an order and its payments; captures and refunds come with theirs. */
export const METADATA_FIELDS = ["metadata", "payment_collections.payments.metadata"]
export const CUSTOMER_GROUP_FIELDS = ["customer.id", "customer.groups.id"]
