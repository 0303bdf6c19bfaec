import type { OrderAnswer, OrderReconciliation, SetUpDraft, SetUpView } from "../../../src/types/http"
import type { Target } from "./admin"

interface Known {
  region: string
  channel: string
  key: string
  /** Variants by the title of their product; each sells one thing. */
  variants: Map<string, string>
}

interface Named {
  id: string
}

const ADDRESS = {
  first_name: "Ada",
  last_name: "Byron",
  address_1: "418 NW Flanders Street",
  city: "Portland",
  province: "us-or",
  postal_code: "97209",
  country_code: "us",
}

/** Places orders in the running store, as customers and admins do it. */
export class Desk {
  private constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly known: Known,
  ) {}

  static async open({ url, email, password }: Target): Promise<Desk> {
    const nobody = new Desk(url, "", { region: "", channel: "", key: "", variants: new Map() })
    const { token } = await nobody.post<{ token: string }>("/auth/user/emailpass", { email, password })
    const admin = new Desk(url, token, nobody.known)
    const { regions } = await admin.get<{ regions: (Named & { currency_code: string })[] }>("/admin/regions")
    const { sales_channels: channels } = await admin.get<{ sales_channels: Named[] }>("/admin/sales-channels")
    const { api_keys: keys } = await admin.get<{ api_keys: { token: string; sales_channels: Named[] }[] }>(
      "/admin/api-keys?type=publishable&fields=id,token,*sales_channels",
    )
    const { products } = await admin.get<{ products: { title: string; variants: Named[] }[] }>(
      "/admin/products?limit=100&fields=id,title,variants.id",
    )
    return new Desk(url, token, {
      region: regions.find(({ currency_code: currency }) => currency === "usd")?.id ?? "",
      channel: channels[0]?.id ?? "",
      key: keys.find(({ sales_channels: sells }) => sells.length > 0)?.token ?? "",
      variants: new Map(products.map(({ title, variants }) => [title, variants[0]?.id ?? ""])),
    })
  }

  /** Titles of some products, so many. */
  titles(count: number): string[] {
    return [...this.known.variants.keys()].slice(0, count)
  }

  /** A checkout; the customer puts things into the cart one by one, or all in one call. */
  async checkOut(
    titles: readonly string[],
    { atOnce = false, email = "ada@example.com" } = {},
  ): Promise<string> {
    const lines = this.lines(titles)
    const { cart } = await this.post<{ cart: Named }>("/store/carts", {
      region_id: this.known.region,
      email,
      shipping_address: ADDRESS,
      billing_address: ADDRESS,
      items: atOnce ? lines : [],
    })
    const at = `/store/carts/${cart.id}`
    for (const line of atOnce ? [] : lines) await this.post(`${at}/line-items`, line)
    const { shipping_options: options } = await this.get<{ shipping_options: Named[] }>(
      `/store/shipping-options?cart_id=${cart.id}`,
    )
    await this.post(`${at}/shipping-methods`, { option_id: options[0]?.id })
    const { payment_collection: collection } = await this.post<{ payment_collection: Named }>(
      "/store/payment-collections",
      { cart_id: cart.id },
    )
    await this.post(`/store/payment-collections/${collection.id}/payment-sessions`, {
      provider_id: "pp_system_default",
    })
    return (await this.post<{ order: Named }>(`${at}/complete`)).order.id
  }

  /** An admin writes a draft with the first things, puts the others in, and makes an order of it. */
  async draft(first: readonly string[], others: readonly string[]): Promise<string> {
    const { draft_order: draft } = await this.post<{ draft_order: Named }>("/admin/draft-orders", {
      region_id: this.known.region,
      sales_channel_id: this.known.channel,
      email: "ada@example.com",
      items: this.lines(first),
      shipping_address: ADDRESS,
    })
    const at = `/admin/draft-orders/${draft.id}`
    await this.post(`${at}/edit`)
    await this.post(`${at}/edit/items`, { items: this.lines(others) })
    await this.post(`${at}/edit/confirm`)
    await this.post(`${at}/convert-to-order`)
    return draft.id
  }

  /** An edit puts further things into an order. */
  async add(orderId: string, titles: readonly string[]): Promise<void> {
    const at = `/admin/order-edits/${orderId}`
    await this.post("/admin/order-edits", { order_id: orderId })
    await this.post(`${at}/items`, { items: this.lines(titles) })
    await this.post(`${at}/request`)
    await this.post(`${at}/confirm`)
  }

  /** Has the ledger read the order now, rather than wait for it. */
  async reconcile(orderId: string): Promise<void> {
    await this.post(`/admin/reconciliation/orders/${orderId}/reconcile`)
  }

  /** The order as the ledger answers it. */
  async read(orderId: string): Promise<OrderReconciliation> {
    const at = `/admin/reconciliation/orders/${orderId}`
    return (await this.get<{ order: OrderReconciliation }>(at)).order
  }

  /** What is open of the order is promised for a day. */
  async plan(orderId: string, day: string): Promise<void> {
    const { totals } = await this.read(orderId)
    const instalments = [{ due_on: day, amount: totals.open, method: "transfer" }]
    await this.call("PUT", `/admin/reconciliation/orders/${orderId}/plan`, JSON.stringify({ instalments }))
  }

  /** What another clerk does meanwhile. */
  async edit(orderId: string, body: object): Promise<void> {
    await this.post(`/admin/reconciliation/orders/${orderId}/allocations`, body)
  }

  /** Takes all money of an order off its items, as a person does; it waits for a person to place it again. */
  async setFree(orderId: string): Promise<void> {
    const { version } = await this.read(orderId)
    await this.post(`/admin/reconciliation/orders/${orderId}/allocations/delete`, { version })
  }

  /** The store captures all of what the order's payment was authorised for. */
  async capture(orderId: string): Promise<void> {
    const { order } = await this.get<{ order: { payment_collections: { payments: Named[] }[] } }>(
      `/admin/orders/${orderId}?fields=id,payment_collections.payments.id`,
    )
    for (const { id } of order.payment_collections.flatMap(({ payments }) => payments))
      await this.post(`/admin/payments/${id}/capture`)
  }

  /** The store takes so much off the order as a whole. */
  async credit(orderId: string, amount: number): Promise<void> {
    const credit = { amount, reference: "goodwill", reference_id: "sorry" }
    await this.post(`/admin/orders/${orderId}/credit-lines`, credit)
  }

  /** Money that another clerk records on the account of an order's customer. */
  async deposit(
    orderId: string,
    payment: { amount: string; method: string; reference?: string; orders?: { order_id: string }[] },
  ): Promise<void> {
    const { customer, currency_code } = await this.read(orderId)
    await this.post("/admin/reconciliation/payments", {
      customer_id: customer?.id,
      currency_code,
      ...payment,
    })
  }

  /** Another clerk makes whose the one order is a member of whose the other one is. */
  async join(orderId: string, ofOrderId: string): Promise<void> {
    const [{ account_id: from }, { account_id: to }] = [await this.read(orderId), await this.read(ofOrderId)]
    await this.post(`/admin/reconciliation/accounts/${from}/join`, { to: { account_id: to } })
  }

  /** Sets settings of the ledger, as a person does; none of them is read before. */
  async settle(changes: readonly { name: string; value: unknown }[]): Promise<void> {
    const { settings } = await this.get<{ settings: { version: string } }>("/admin/reconciliation/settings")
    await this.post("/admin/reconciliation/settings", { changes, version: settings.version })
  }

  /** What another clerk answers in the set-up. */
  async answerSetUp(change: (draft: SetUpDraft) => SetUpDraft): Promise<SetUpView> {
    const { set_up: before } = await this.get<{ set_up: SetUpView }>("/admin/reconciliation/set-up")
    const { version, step, draft } = before
    const body = { version, step, draft: change(draft) }
    return (await this.post<{ set_up: SetUpView }>("/admin/reconciliation/set-up", body)).set_up
  }

  /** Whether the ledger has an order. */
  async knows(orderId: string): Promise<boolean> {
    const route = `/admin/reconciliation/orders/${orderId}`
    return (await this.get<{ order: OrderAnswer }>(route)).order.read
  }

  private lines(titles: readonly string[]): { variant_id: string; quantity: number }[] {
    return titles.map((title) => ({ variant_id: this.known.variants.get(title) ?? "", quantity: 1 }))
  }

  private async get<Body>(route: string): Promise<Body> {
    return await this.call<Body>("GET", route)
  }

  private async post<Body>(route: string, body: unknown = {}): Promise<Body> {
    return await this.call<Body>("POST", route, JSON.stringify(body))
  }

  private async call<Body>(method: string, route: string, body?: string): Promise<Body> {
    const headers = {
      "content-type": "application/json",
      ...(route.startsWith("/store/")
        ? { "x-publishable-api-key": this.known.key }
        : { authorization: `Bearer ${this.token}` }),
    }
    const answer = await fetch(`${this.url}${route}`, {
      method,
      headers,
      ...(body !== undefined && { body }),
    })
    if (!answer.ok) throw new Error(`${route}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as Body
  }
}
