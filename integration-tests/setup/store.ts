import type { OrderReconciliation } from "../../src/types/http"
import type { Host } from "./host"
import { promote, type Post, type Stocked } from "./promotion"
import type { PspData } from "./psp"
import { openShipping, type Place } from "./shipping"
import type { StoreShape } from "./store-shape"

/** A product by its place, once or so many times. */
export type Bought = number | readonly [product: number, quantity: number]

export interface CheckOut {
  email?: string
  /** Codes of promotions. */
  codes?: string[]
  /** Pays through the payment service of the tests instead of by hand. */
  psp?: PspData
}

type Headers = Record<string, string>

/**
 * What a line says of its place. A checkout makes its lines at one moment, and how the host then answers them is its
 * database's choice; so a test whose table names lines from top to bottom has them say where they stand.
 */
export const placed = (index: number): Record<string, unknown> => ({ reconciliation_position: index + 1 })

/** Ids of what a shop needs to sell, and the key of its storefront. */
interface Shop {
  country: string
  region: string
  key: string
  shipping: string
  channel: string
  variants: string[]
}

const isUnnumbered = ({ kind, receipt_number: number }: OrderReconciliation["columns"][number]): boolean =>
  kind === "payment" && number === null

/** A small shop made through the admin's own routes, and a customer who walks through its checkout. */
export class TestStore {
  private constructor(
    private readonly host: Host,
    readonly admin: Headers,
    readonly shop: Shop,
  ) {}

  static async open(host: Host, shape: StoreShape, login?: string): Promise<TestStore> {
    const name = `shop ${JSON.stringify([shape, login])}`
    const { admin, shop } = await host.beginning(name, async () => makeShop(host, shape, login))
    return new TestStore(host, admin, shop)
  }

  /** The variants it sells, one a product, in the order of their prices. */
  get variants(): readonly string[] {
    return this.shop.variants
  }

  /** Buys products in that order, and has the lines state it; gives the order's id. */
  async checkOut(products: readonly Bought[], choices: string | CheckOut = {}): Promise<string> {
    return this.complete(await this.fillCart(products, choices))
  }

  /** All of a checkout but its last click; gives the cart's id. */
  async fillCart(products: readonly Bought[], choices: string | CheckOut = {}): Promise<string> {
    const {
      email = "ada@example.com",
      codes,
      psp,
    }: CheckOut = typeof choices === "string" ? { email: choices } : choices
    const post = <Body>(route: string, body?: unknown): Promise<Body> => this.buy<Body>(route, body)
    const address = {
      first_name: "Ada",
      last_name: "Byron",
      address_1: "1 Row",
      city: "X",
      country_code: this.shop.country,
      postal_code: "1",
    }
    const { cart } = await post<Created<"cart">>("carts", {
      region_id: this.shop.region,
      email,
      shipping_address: address,
      billing_address: address,
    })
    for (const [index, bought] of products.entries()) {
      const [product, quantity] = typeof bought === "number" ? [bought, 1] : bought
      const variant_id = this.shop.variants[product]
      await post(`carts/${cart.id}/line-items`, { variant_id, quantity, metadata: placed(index) })
    }
    if (codes) await post(`carts/${cart.id}/promotions`, { promo_codes: codes })
    await post(`carts/${cart.id}/shipping-methods`, { option_id: this.shop.shipping })
    const { payment_collection } = await post<Created<"payment_collection">>("payment-collections", {
      cart_id: cart.id,
    })
    await post(`payment-collections/${payment_collection.id}/payment-sessions`, {
      provider_id: psp ? "pp_psp_tests" : "pp_system_default",
      ...(psp && { data: psp }),
    })
    return cart.id
  }

  /** The last click of a checkout; gives the order's id. */
  async complete(cartId: string): Promise<string> {
    return (await this.buy<Created<"order">>(`carts/${cartId}/complete`)).order.id
  }

  private async buy<Body>(route: string, body: unknown = {}): Promise<Body> {
    const headers = { "x-publishable-api-key": this.shop.key }
    const answer = await this.host.request<Body>("post", `/store/${route}`, { body, headers })
    if (answer.status >= 300) throw new Error(`${route}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  async capture(orderId: string, amount?: number): Promise<void> {
    const { id } = await this.payment(orderId)
    await this.act(`payments/${id}/capture`, amount === undefined ? {} : { amount })
  }

  async refund(
    orderId: string,
    amount: number,
    more: { refund_reason_id?: string; note?: string } = {},
  ): Promise<void> {
    const { id } = await this.payment(orderId)
    await this.act(`payments/${id}/refund`, { amount, ...more })
  }

  /** An admin's call; an unexpected answer fails the test with what the host said. */
  async act<Body>(route: string, body: unknown = {}, more: Headers = {}): Promise<Body> {
    return postWith(this.host, { ...this.admin, ...more })<Body>(route, body)
  }

  /** The same by another verb than POST. */
  async send<Body>(
    method: "put" | "delete",
    route: string,
    body?: unknown,
    more: Headers = {},
  ): Promise<Body> {
    const headers = { ...this.admin, ...more }
    const answer = await this.host.request<Body>(method, `/admin/${route}`, { body, headers })
    if (answer.status >= 300) throw new Error(`${route}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  async get<Body>(route: string): Promise<Body> {
    const answer = await this.host.request<Body>("get", `/admin/${route}`, { headers: this.admin })
    if (answer.status >= 300) throw new Error(`${route}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  async order(orderId: string): Promise<OrderReconciliation> {
    return (await this.get<{ order: OrderReconciliation }>(`reconciliation/orders/${orderId}`)).order
  }

  /**
   * Waits until the plugin has brought the order to what a test expects, and numbered its money, which it does right
   * after; fails with what there is.
   */
  async eventually(orderId: string, expected: object, milliseconds = 5_000): Promise<OrderReconciliation> {
    const end = Date.now() + milliseconds
    for (;;) {
      const order = await this.order(orderId)
      try {
        expect(order).toMatchObject(expected)
        // An order that the ledger does not know has none.
        expect((order.columns ?? []).filter(isUnnumbered)).toEqual([])
        return order
      } catch (error) {
        if (Date.now() > end) throw error
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
  }

  /** The first payment of an order. */
  async payment(orderId: string): Promise<Payment> {
    const [payment] = (await this.collections(orderId)).flatMap(({ payments }) => payments)
    if (!payment) throw new Error(`order ${orderId} has no payment`)
    return payment
  }

  /** An order's payment collections, oldest first. */
  async collections(orderId: string): Promise<Collection[]> {
    const fields = "id,*payment_collections,*payment_collections.payments"
    const { order } = await this.get<{ order: { payment_collections: Collection[] } }>(
      `orders/${orderId}?fields=${fields}`,
    )
    return order.payment_collections.toSorted((one, other) => (one.created_at < other.created_at ? -1 : 1))
  }
}

interface Payment {
  id: string
  amount: number
}

interface Collection {
  id: string
  status: string
  amount: number
  created_at: string
  payments: Payment[]
}

type Created<Name extends string> = Record<Name, { id: string }>

function postWith(host: Host, headers: Headers): Post {
  return async <Body>(route: string, body: unknown) => {
    const answer = await host.request<Body>("post", `/admin/${route}`, { body, headers })
    if (answer.status >= 300) throw new Error(`${route}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
}

/** The host makes a preference for each of the store's currencies by itself, so it is changed, not made. */
async function includeTax(host: Host, headers: Headers, currency: string): Promise<void> {
  const preference = { attribute: "currency_code", value: currency, is_tax_inclusive: true }
  const { body } = await host.request<{ price_preferences: { id: string }[] }>(
    "get",
    `/admin/price-preferences?attribute=currency_code&value=${currency}`,
    { headers },
  )
  const [known] = body.price_preferences
  await postWith(host, headers)(known ? `price-preferences/${known.id}` : "price-preferences", preference)
}

async function openRegion(post: Post, { currency, taxRate, country = "us" }: StoreShape): Promise<string> {
  const { region } = await post<Created<"region">>("regions", {
    name: currency,
    currency_code: currency,
    countries: [country],
    payment_providers: ["pp_system_default", "pp_psp_tests"],
    automatic_taxes: true,
  })
  await post("tax-regions", {
    country_code: country,
    provider_id: "tp_system",
    ...(taxRate !== undefined && { default_tax_rate: { name: "VAT", code: "VAT", rate: taxRate } }),
  })
  return region.id
}

async function stock(
  post: Post,
  { currency, prices }: StoreShape,
  { channel, profile }: Place,
): Promise<Stocked[]> {
  const stocked: Stocked[] = []
  for (const [index, amount] of prices.entries()) {
    const { product } = await post<{ product: { id: string; variants: { id: string }[] } }>("products", {
      title: `Product ${index + 1}`,
      handle: `product-${index + 1}-${currency}`,
      status: "published",
      shipping_profile_id: profile,
      sales_channels: [{ id: channel }],
      options: [{ title: "Kind", values: ["one"] }],
      variants: [
        {
          title: "one",
          manage_inventory: false,
          options: { Kind: "one" },
          prices: [{ currency_code: currency, amount }],
        },
      ],
    })
    stocked.push({ product: product.id, variant: product.variants[0]?.id ?? "" })
  }
  return stocked
}

async function publishKey(post: Post, channel: string): Promise<string> {
  const { api_key } = await post<{ api_key: { id: string; token: string } }>("api-keys", {
    title: "Shop",
    type: "publishable",
  })
  await post(`api-keys/${api_key.id}/sales-channels`, { add: [channel] })
  return api_key.token
}

async function makeShop(
  host: Host,
  shape: StoreShape,
  login: string | undefined,
): Promise<{ admin: Headers; shop: Shop }> {
  const admin = await host.logIn(login)
  const post = postWith(host, admin)
  const channel =
    shape.channel ??
    (await post<Created<"sales_channel">>("sales-channels", { name: "Shop" })).sales_channel.id
  const { shipping_profile } = await post<Created<"shipping_profile">>("shipping-profiles", {
    name: `All ${shape.currency}`,
    type: "all",
  })
  if (shape.taxInclusive) await includeTax(host, admin, shape.currency)
  const products = await stock(post, shape, { channel, profile: shipping_profile.id })
  if (shape.promotion) await promote(post, shape.currency, { ...shape.promotion, products })
  const shop = {
    country: shape.country ?? "us",
    channel,
    region: await openRegion(post, shape),
    shipping: await openShipping(post, shape, { channel, profile: shipping_profile.id }),
    variants: products.map(({ variant }) => variant),
    key: await publishKey(post, channel),
  }
  return { admin, shop }
}
