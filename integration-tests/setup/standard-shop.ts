import type { Host } from "./host"
import { placed, TestStore } from "./store"

export interface ShopShape {
  /** Unit prices by product; a title is given once and stays. Default A 50, B 30, C 40, D 75. */
  prices?: Record<string, number>
  /** Per cent on everything; default 20, 0 for none. */
  taxRate?: number
  taxInclusive?: boolean
  /** Taken once off all units of a product of an order; default 10 off A. */
  discount?: { product: string; amount: number } | null
  /** Taken off the delivery; default none. */
  deliveryDiscount?: number
  /** Price of the delivery, before tax when tax is exclusive; default 20. */
  delivery?: number
  /** Who takes the money; default by hand. */
  provider?: "pp_system_default" | "pp_psp_tests"
}

type Bag = Record<string, number>

/**
 * The shop of the standard order: A 2 × 50 less a promotion of 10, B 1 × 30, delivery 20, tax 20 % on top:
 * A 108, B 36, delivery 24, in all 168. C costs 48 and D 90, tax included.
 */
export class StandardShop {
  private constructor(
    private readonly host: Host,
    readonly store: TestStore,
    private readonly variants: Record<string, string>,
    private readonly checkout: {
      region: string
      delivery: string
      returns: string
      key: string
      promotions: string[]
      provider: string
    },
  ) {}

  static async open(host: Host, shape: ShopShape = {}): Promise<StandardShop> {
    const { prices = { A: 50, B: 30, C: 40, D: 75 }, taxRate = 20, taxInclusive = false } = shape
    const store = await TestStore.open(host, {
      currency: "usd",
      prices: Object.values(prices),
      ...(taxRate > 0 && { taxRate }),
      taxInclusive,
    })
    const products = await nameProducts(store, Object.keys(prices))
    const idOf = new Map(products.map(({ title, id }) => [title, id]))
    const { discount = { product: "A", amount: 10 }, deliveryDiscount, delivery = 20 } = shape
    const promotions: string[] = []
    if (discount) promotions.push(await discountItems(store, idOf.get(discount.product), discount.amount))
    if (deliveryDiscount) promotions.push(await discountDelivery(store, deliveryDiscount))
    return new StandardShop(
      host,
      store,
      Object.fromEntries(products.map(({ title, variant }) => [title, variant])),
      {
        region: (await store.get<{ regions: Named[] }>("regions")).regions[0]?.id ?? "",
        delivery: await openDelivery(store, "Delivery", delivery),
        returns: await openDelivery(store, "Return delivery", delivery),
        key: await publishableKey(store),
        promotions,
        provider: shape.provider ?? "pp_system_default",
      },
    )
  }

  /** Walks through the checkout, one product after the other; gives the order's id. Nothing is captured. */
  async order(bag: Bag = { A: 2, B: 1 }): Promise<string> {
    const address = { first_name: "Ada", address_1: "1 Row", city: "X", country_code: "us", postal_code: "1" }
    const { cart } = await this.buy<{ cart: Named }>("carts", {
      region_id: this.checkout.region,
      email: "ada@example.com",
      shipping_address: address,
      billing_address: address,
    })
    for (const [index, [product, quantity]] of Object.entries(bag).entries()) {
      const variant_id = this.variant(product)
      await this.buy(`carts/${cart.id}/line-items`, { variant_id, quantity, metadata: placed(index) })
    }
    await this.buy(`carts/${cart.id}/shipping-methods`, { option_id: this.checkout.delivery })
    if (this.checkout.promotions.length > 0) {
      await this.buy(`carts/${cart.id}/promotions`, { promo_codes: this.checkout.promotions })
    }
    const { payment_collection } = await this.buy<{ payment_collection: Named }>("payment-collections", {
      cart_id: cart.id,
    })
    await this.buy(`payment-collections/${payment_collection.id}/payment-sessions`, {
      provider_id: this.checkout.provider,
    })
    return (await this.buy<{ order: Named }>(`carts/${cart.id}/complete`)).order.id
  }

  /** The only variant of a product. */
  variant(product: string): string {
    const found = this.variants[product]
    if (!found) throw new Error(`the shop has no ${product}`)
    return found
  }

  /** The shipping option of the checkout; edits and exchanges name their own price. */
  get delivery(): string {
    return this.checkout.delivery
  }

  /** The shipping option for what comes back. */
  get returns(): string {
    return this.checkout.returns
  }

  private async buy<Body>(route: string, body: unknown = {}): Promise<Body> {
    const headers = { "x-publishable-api-key": this.checkout.key }
    const answer = await this.host.request<Body>("post", `/store/${route}`, { body, headers })
    if (answer.status >= 300) throw new Error(`${route}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
}

interface Named {
  id: string
}

async function nameProducts(
  store: TestStore,
  titles: readonly string[],
): Promise<{ id: string; title: string; variant: string }[]> {
  const { products } = await store.get<{ products: { id: string; title: string; variants: Named[] }[] }>(
    "products?limit=100&fields=id,title,variants.id",
  )
  return Promise.all(
    titles.map(async (title, index) => {
      const product = products.find((one) => one.title === `Product ${index + 1}`)
      if (!product) throw new Error(`the shop has no product ${index + 1}`)
      await store.act(`products/${product.id}`, { title })
      return { id: product.id, title, variant: product.variants[0]?.id ?? "" }
    }),
  )
}

/** The host makes a key of its own, for a channel that sells nothing. */
async function publishableKey(store: TestStore): Promise<string> {
  const { api_keys: keys } = await store.get<{ api_keys: { title: string; token: string }[] }>(
    "api-keys?type=publishable",
  )
  return keys.find(({ title }) => title === "Shop")?.token ?? ""
}

async function discountItems(store: TestStore, product: string | undefined, amount: number): Promise<string> {
  const code = "LESS-ITEMS"
  await store.act("promotions", {
    code,
    type: "standard",
    status: "active",
    application_method: {
      type: "fixed",
      target_type: "items",
      allocation: "across",
      value: amount,
      currency_code: "usd",
      target_rules: [{ attribute: "items.product.id", operator: "in", values: [product] }],
    },
  })
  return code
}

async function discountDelivery(store: TestStore, amount: number): Promise<string> {
  const code = "LESS-DELIVERY"
  await store.act("promotions", {
    code,
    type: "standard",
    status: "active",
    application_method: {
      type: "fixed",
      target_type: "shipping_methods",
      allocation: "across",
      value: amount,
      currency_code: "usd",
    },
  })
  return code
}

interface ShippingOption {
  id: string
  service_zone_id: string
  shipping_profile_id: string
}

/** A second option beside the shop's free one, with the price that a test names. */
async function openDelivery(store: TestStore, name: string, amount: number): Promise<string> {
  const { shipping_options: known } = await store.get<{ shipping_options: ShippingOption[] }>(
    "shipping-options",
  )
  const { shipping_option } = await store.act<{ shipping_option: Named }>("shipping-options", {
    name,
    service_zone_id: known[0]?.service_zone_id,
    shipping_profile_id: known[0]?.shipping_profile_id,
    provider_id: "manual_manual",
    price_type: "flat",
    type: { label: name, description: name, code: name.replace(" ", "-") },
    prices: [{ currency_code: "usd", amount }],
    rules: [],
  })
  return shipping_option.id
}
