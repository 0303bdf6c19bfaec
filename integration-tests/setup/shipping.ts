import type { Post } from "./promotion"
import type { StoreShape } from "./store-shape"

export interface Place {
  channel: string
  profile: string
}

/** Opens a place that sends, and the one way of shipping that the shop has; gives the id of that. */
export async function openShipping(
  post: Post,
  { currency, country = "us", shipping = 0 }: StoreShape,
  { channel, profile }: Place,
): Promise<string> {
  const { stock_location } = await post<{ stock_location: { id: string } }>("stock-locations", {
    name: "Here",
  })
  const at = `stock-locations/${stock_location.id}`
  await post(`${at}/sales-channels`, { add: [channel] })
  await post(`${at}/fulfillment-providers`, { add: ["manual_manual"] })
  const located = await post<{ stock_location: { fulfillment_sets: { id: string }[] } }>(
    `${at}/fulfillment-sets?fields=*fulfillment_sets`,
    { name: `Delivery ${currency}`, type: "shipping" },
  )
  const { fulfillment_set } = await post<{ fulfillment_set: { service_zones: { id: string }[] } }>(
    `fulfillment-sets/${located.stock_location.fulfillment_sets[0]?.id}/service-zones`,
    { name: `All ${currency}`, geo_zones: [{ type: "country", country_code: country }] },
  )
  const { shipping_option } = await post<{ shipping_option: { id: string } }>("shipping-options", {
    name: "Collect",
    service_zone_id: fulfillment_set.service_zones[0]?.id,
    shipping_profile_id: profile,
    provider_id: "manual_manual",
    price_type: "flat",
    type: { label: "Collect", description: "Collect", code: "collect" },
    prices: [{ currency_code: currency, amount: shipping }],
    rules: [],
  })
  return shipping_option.id
}
