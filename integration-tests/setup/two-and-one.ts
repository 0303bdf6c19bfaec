import { updateOrderTaxLinesWorkflow } from "@medusajs/medusa/core-flows"
import { Cart } from "./cart"
import type { Host } from "./host"
import { upToDate } from "./host-checks"
import { placed, type TestStore } from "./store"

/** Buys two of the first product and one of the second. */
export async function buyTwoAndOne(
  host: Host,
  store: TestStore,
  { code }: { code?: string } = {},
): Promise<string> {
  const cart = await Cart.open(host, store)
  await cart.add({ product: 0, quantity: 2, metadata: placed(0) })
  await cart.add({ product: 1, quantity: 1, metadata: placed(1) })
  if (code !== undefined) await cart.act("promotions", { promo_codes: [code] })
  const orderId = await cart.complete()
  await upToDate(host, orderId)
  return orderId
}

/** A promotion of 10 on the line that costs most; gives its code. */
export async function tenOff(store: TestStore, currency = "usd"): Promise<string> {
  const { product_variant } = await variantOf(store)
  await store.act("promotions", {
    code: "TEN",
    type: "standard",
    status: "active",
    application_method: {
      type: "fixed",
      target_type: "items",
      allocation: "each",
      max_quantity: 1,
      value: 10,
      currency_code: currency,
      target_rules: [{ attribute: "items.product.id", operator: "eq", values: [product_variant.product_id] }],
    },
  })
  return "TEN"
}

async function variantOf(store: TestStore): Promise<{ product_variant: { product_id: string } }> {
  const { variants } = await store.get<{ variants: { product_id: string }[] }>(
    `product-variants?id=${store.shop.variants[0]}`,
  )
  const [variant] = variants
  if (!variant) throw new Error("no variant")
  return { product_variant: variant }
}

/** Changes every tax rate of the store, and has the host tax the order anew. */
export async function setTaxRate(host: Host, store: TestStore, orderId: string, rate: number): Promise<void> {
  const { tax_rates: rates } = await store.get<{ tax_rates: { id: string; rate: number }[] }>("tax-rates")
  for (const { id } of rates) await store.act(`tax-rates/${id}`, { rate })
  await updateOrderTaxLinesWorkflow(host.container()).run({ input: { order_id: orderId } })
}
