/** One region per currency. Kuwait has no tax; its fils need three digits. */
const REGIONS = [
  { key: "usd", name: "United States", currency_code: "usd", countries: ["us"] },
  { key: "eur", name: "Europe", currency_code: "eur", countries: ["fr", "de", "it", "ie"] },
  { key: "jpy", name: "Japan", currency_code: "jpy", countries: ["jp"] },
  { key: "kwd", name: "Kuwait", currency_code: "kwd", countries: ["kw"] },
]

const VALUE_ADDED_TAX = [
  { country_code: "fr", rate: 20, name: "TVA", code: "FR20" },
  { country_code: "de", rate: 19, name: "USt", code: "DE19" },
  { country_code: "it", rate: 22, name: "IVA", code: "IT22" },
  { country_code: "ie", rate: 23, name: "VAT", code: "IE23" },
  { country_code: "jp", rate: 10, name: "Consumption tax", code: "JP10" },
]

/** Oregon is left out: it has no sales tax. */
const SALES_TAX = [
  { province_code: "us-ma", rate: 6.25, name: "Massachusetts sales tax", code: "MA" },
  { province_code: "us-ca", rate: 10.75, name: "Alameda County sales tax", code: "CA-ALAMEDA" },
]

export const COUNTRIES = REGIONS.flatMap(({ countries }) => countries)

/**
 * @param {import("../lib/types.js").Client} admin
 * @returns {Promise<Record<string, string>>} the region's id by currency
 */
export async function createRegions(admin) {
  /** @type {Record<string, string>} */
  const ids = {}
  for (const { key, ...region } of REGIONS) {
    const answer = await admin.post("/admin/regions", {
      ...region,
      automatic_taxes: true,
      payment_providers: ["pp_system_default", "pp_card_demo"],
    })
    ids[key] = answer.region.id
  }
  return ids
}

/** @param {import("../lib/types.js").Client} admin */
export async function createTaxRates(admin) {
  const taxRegion = async (/** @type {object} */ body) =>
    (await admin.post("/admin/tax-regions", body)).tax_region
  for (const { country_code, ...default_tax_rate } of VALUE_ADDED_TAX) {
    await taxRegion({ country_code, provider_id: "tp_system", default_tax_rate })
  }
  const states = await taxRegion({ country_code: "us", provider_id: "tp_system" })
  for (const { province_code, ...default_tax_rate } of SALES_TAX) {
    await taxRegion({ country_code: "us", province_code, parent_id: states.id, default_tax_rate })
  }
}
