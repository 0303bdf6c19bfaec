import type { Host } from "./host"
import type { TestStore } from "./store"

interface Line {
  /** The product's place in the store. */
  product: number
  quantity: number
  metadata?: Record<string, unknown>
}

/** A customer's cart, filled step by step through the shop's own routes. */
export class Cart {
  private constructor(
    private readonly host: Host,
    private readonly store: TestStore,
    readonly id: string,
    private readonly headers: Record<string, string>,
  ) {}

  static async open(
    host: Host,
    store: TestStore,
    { email = "ada@example.com", token, lines = [] }: { email?: string; token?: string; lines?: Line[] } = {},
  ): Promise<Cart> {
    const { country, region, key } = store.shop
    const address = {
      first_name: "Ada",
      last_name: "Byron",
      address_1: "1 Row",
      city: "X",
      country_code: country,
      postal_code: "1",
    }
    const headers = {
      "x-publishable-api-key": key,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    }
    const items = lines.map(({ product, ...line }) => ({ ...line, variant_id: store.shop.variants[product] }))
    const body = { region_id: region, email, shipping_address: address, billing_address: address, items }
    const { cart } = await new Cart(host, store, "", headers).post<{ cart: { id: string } }>("carts", body)
    return new Cart(host, store, cart.id, headers)
  }

  async add({ product, ...line }: Line): Promise<void> {
    await this.act("line-items", { variant_id: this.store.shop.variants[product], ...line })
  }

  /** Takes a way of shipping, the shop's by default, opens the payment and places the order; gives its id. */
  async complete(shipping = this.store.shop.shipping): Promise<string> {
    await this.act("shipping-methods", { option_id: shipping })
    const { payment_collection } = await this.post<{ payment_collection: { id: string } }>(
      "payment-collections",
      { cart_id: this.id },
    )
    await this.post(`payment-collections/${payment_collection.id}/payment-sessions`, {
      provider_id: "pp_system_default",
    })
    const { order } = await this.act<{ order: { id: string } }>("complete")
    return order.id
  }

  /** A call on this cart; an unexpected answer fails the test with what the host said. */
  async act<Body>(route: string, body: unknown = {}): Promise<Body> {
    return this.post<Body>(`carts/${this.id}/${route}`, body)
  }

  private async post<Body>(route: string, body: unknown): Promise<Body> {
    const answer = await this.host.request<Body>("post", `/store/${route}`, { body, headers: this.headers })
    if (answer.status >= 300) throw new Error(`${route}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
}
