/**
 * One checkout through the store API, step by step as a storefront does it.
 * Items are added one by one; the order's page lists them as the host made their lines, whatever came first.
 * @param {import("../lib/types.js").Shop} shop
 * @param {import("../lib/types.js").Person} person
 * @param {import("../lib/types.js").Basket} basket
 * @returns {Promise<string>} the id of the order
 */
export async function checkout(
  shop,
  person,
  { currency, items, shipping = "collect", promotion, card = false, placed = false },
) {
  const { store, email, address } = person
  const { cart } = await store.post("/store/carts", {
    region_id: shop.regions[currency],
    email,
    shipping_address: address,
    billing_address: address,
  })
  const at = `/store/carts/${cart.id}`
  for (const [index, [product, quantity]] of items.entries()) {
    await store.post(`${at}/line-items`, {
      variant_id: shop.variants[product],
      quantity,
      ...(placed && { metadata: { reconciliation_position: index + 1 } }),
    })
  }
  if (promotion) {
    await store.post(`${at}/promotions`, { promo_codes: [promotion] })
  }
  await store.post(`${at}/shipping-methods`, { option_id: shop.shipping[shipping] })
  const { payment_collection: collection } = await store.post("/store/payment-collections", {
    cart_id: cart.id,
  })
  await store.post(`/store/payment-collections/${collection.id}/payment-sessions`, {
    provider_id: card ? "pp_card_demo" : "pp_system_default",
  })
  const { type, order, error } = await store.post(`${at}/complete`)
  if (type !== "order") {
    throw new Error(`The cart of ${email} did not become an order: ${error?.message ?? type}`)
  }
  return order.id
}
