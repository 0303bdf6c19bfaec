import { CURRENCIES, PRODUCTS, SHIPPING, pricesOf } from "./catalogue.mjs"
import { COUNTRIES, createRegions, createTaxRates } from "./regions.mjs"

/**
 * Sets the shop up through the admin API, as a merchant would by hand.
 * @param {import("../lib/types.js").Client} admin
 * @returns {Promise<import("../lib/types.js").Shop>}
 */
export async function createShop(admin) {
  await nameTheStore(admin)
  const regions = await createRegions(admin)
  await createTaxRates(admin)
  const channel = await firstOf(admin, "/admin/sales-channels", { name: "Web shop" })
  const profile = await firstOf(admin, "/admin/shipping-profiles", {
    name: "Default",
    type: "default",
  })
  const shipping = await createShipping(admin, channel.id, profile.id)
  const variants = await createProducts(admin, channel.id, profile.id)
  await createPromotion(admin)
  return { regions, shipping, variants, publishableKey: await publishableKey(admin, channel.id) }
}

/** @param {import("../lib/types.js").Client} admin */
async function nameTheStore(admin) {
  const { stores } = await admin.get("/admin/stores")
  await admin.post(`/admin/stores/${stores[0].id}`, {
    name: "Cadenza, music school and instruments",
    supported_currencies: CURRENCIES,
  })
}

/**
 * The host makes some things by itself at its first start; what is missing is made here.
 * @param {import("../lib/types.js").Client} admin
 * @param {string} path
 * @param {object} otherwise
 */
async function firstOf(admin, path, otherwise) {
  const list = Object.values(await admin.get(path)).find(Array.isArray)
  return list?.[0] ?? Object.values(await admin.post(path, otherwise))[0]
}

/**
 * @param {import("../lib/types.js").Client} admin
 * @param {string} channelId
 * @param {string} profileId
 */
async function createShipping(admin, channelId, profileId) {
  const { stock_location: location } = await admin.post("/admin/stock-locations", {
    name: "School and workshop",
    address: { address_1: "12 Harbor Street", city: "Portland", country_code: "us", postal_code: "97209" },
  })
  const at = `/admin/stock-locations/${location.id}`
  await admin.post(`${at}/sales-channels`, { add: [channelId] })
  await admin.post(`${at}/fulfillment-providers`, { add: ["manual_manual"] })
  await admin.post(`${at}/fulfillment-sets`, { name: "Delivery", type: "shipping" })
  const { stock_location } = await admin.get(`${at}?fields=id,*fulfillment_sets`)
  const { fulfillment_set } = await admin.post(
    `/admin/fulfillment-sets/${stock_location.fulfillment_sets[0].id}/service-zones`,
    { name: "Everywhere", geo_zones: COUNTRIES.map((country_code) => ({ type: "country", country_code })) },
  )
  /** @type {Record<string, string>} */
  const ids = {}
  for (const option of SHIPPING) {
    const { shipping_option } = await admin.post("/admin/shipping-options", {
      name: option.name,
      service_zone_id: fulfillment_set.service_zones[0].id,
      shipping_profile_id: profileId,
      provider_id: "manual_manual",
      price_type: "flat",
      type: { label: option.name, description: option.name, code: option.key },
      prices: pricesOf(option),
      rules: [],
    })
    ids[option.key] = shipping_option.id
  }
  return ids
}

/**
 * @param {import("../lib/types.js").Client} admin
 * @param {string} channelId
 * @param {string} profileId
 */
async function createProducts(admin, channelId, profileId) {
  const { created } = await admin.post("/admin/products/batch", {
    create: PRODUCTS.map((product) => ({
      title: product.title,
      status: "published",
      shipping_profile_id: profileId,
      sales_channels: [{ id: channelId }],
      options: [{ title: "Default option", values: ["Default option value"] }],
      variants: [
        {
          title: "Default variant",
          sku: product.key.toUpperCase(),
          manage_inventory: false,
          options: { "Default option": "Default option value" },
          prices: pricesOf(product),
        },
      ],
    })),
  })
  /** @type {{ sku: string, id: string }[]} */
  const variants = created.flatMap((/** @type {any} */ product) => product.variants)
  return Object.fromEntries(variants.map(({ sku, id }) => [sku.toLowerCase(), id]))
}

/** @param {import("../lib/types.js").Client} admin */
async function createPromotion(admin) {
  await admin.post("/admin/promotions", {
    code: "WELCOME10",
    type: "standard",
    status: "active",
    application_method: { type: "percentage", target_type: "items", allocation: "across", value: 10 },
  })
}

/**
 * @param {import("../lib/types.js").Client} admin
 * @param {string} channelId
 */
async function publishableKey(admin, channelId) {
  const known = (await admin.get("/admin/api-keys?type=publishable")).api_keys[0]
  const key =
    known ?? (await admin.post("/admin/api-keys", { title: "Web shop", type: "publishable" })).api_key
  await admin.post(`/admin/api-keys/${key.id}/sales-channels`, { add: [channelId] })
  return key.token
}
