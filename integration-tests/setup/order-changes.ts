import type { Host } from "./host"
import type { StandardShop } from "./standard-shop"

/** Quantities by product, or by the id of a line where a product has two. */
export type Bag = Record<string, number>

export interface Edit {
  /** Quantities of lines that are there; 0 removes the line. */
  set?: Bag
  /** New unit prices of lines that are there, before tax when tax is exclusive. */
  price?: Bag
  /** Products that are put in anew. */
  add?: Bag
  /** The price of a further delivery, before tax when tax is exclusive. */
  delivery?: number
}

interface Line {
  id: string
  product_title: string
  quantity: number
  created_at: string
}

/** What an admin does to the lines of an order that was placed, through the host's own routes. */
export class OrderChanges {
  constructor(
    private readonly host: Host,
    private readonly shop: StandardShop,
    readonly orderId: string,
  ) {}

  /** Ids of the order's lines as the host lists them now, by product; of two the later one. */
  async lines(): Promise<Record<string, string>> {
    return Object.fromEntries((await this.listed()).map(({ id, product_title: title }) => [title, id]))
  }

  /** Sends something out; gives the fulfilment's id. */
  async fulfil(bag: Bag): Promise<string> {
    const before = await this.fulfilments()
    await this.act(`orders/${this.orderId}/fulfillments`, { items: await this.items(bag) })
    return (await this.fulfilments()).find((id) => !before.includes(id)) ?? ""
  }

  /** The customer has it. */
  async deliver(fulfilmentId: string): Promise<void> {
    await this.act(`orders/${this.orderId}/fulfillments/${fulfilmentId}/mark-as-delivered`)
  }

  private async fulfilments(): Promise<string[]> {
    const { order } = await this.shop.store.get<{ order: { fulfillments: { id: string }[] } }>(
      `orders/${this.orderId}?fields=id,fulfillments.id`,
    )
    return order.fulfillments.map(({ id }) => id)
  }

  /** Begins an edit and writes what it holds, without asking for or confirming it. */
  async beginEdit({ set = {}, price = {}, add = {}, delivery }: Edit): Promise<void> {
    const at = `order-edits/${this.orderId}`
    await this.act("order-edits", { order_id: this.orderId })
    const lines = await this.listed()
    for (const title of new Set([...Object.keys(set), ...Object.keys(price)])) {
      const line = lines.findLast((one) => one.product_title === title)
      if (!line) throw new Error(`the order has no ${title}`)
      const unitPrice = price[title]
      await this.act(`${at}/items/item/${line.id}`, {
        quantity: set[title] ?? line.quantity,
        ...(unitPrice !== undefined && { unit_price: unitPrice }),
      })
    }
    if (Object.keys(add).length > 0) await this.act(`${at}/items`, { items: this.variants(add) })
    if (delivery !== undefined) await this.act(`${at}/shipping-method`, this.shipping("delivery", delivery))
  }

  /** Asks for the edit that was begun; nothing of it counts yet. */
  async requestEdit(): Promise<void> {
    await this.act(`order-edits/${this.orderId}/request`)
  }

  async confirmEdit(): Promise<void> {
    await this.act(`order-edits/${this.orderId}/confirm`)
  }

  async abandonEdit(): Promise<void> {
    await this.remove(`order-edits/${this.orderId}`)
  }

  /** Edits the order from beginning to end. */
  async edit(edit: Edit): Promise<void> {
    await this.beginEdit(edit)
    await this.requestEdit()
    await this.confirmEdit()
  }

  /** Announces a return; gives its id. */
  async requestReturn(bag: Bag, shipping?: number): Promise<string> {
    const { return: made } = await this.act<{ return: { id: string } }>("returns", {
      order_id: this.orderId,
      location_id: await this.location(),
    })
    await this.act(`returns/${made.id}/request-items`, { items: await this.items(bag) })
    if (shipping !== undefined) {
      await this.act(`returns/${made.id}/shipping-method`, this.shipping("returns", shipping))
    }
    await this.act(`returns/${made.id}/request`)
    return made.id
  }

  /** Takes in what came back, and what came back but is worth nothing any more. */
  async receive(returnId: string, received: Bag, dismissed: Bag = {}): Promise<void> {
    const at = `returns/${returnId}`
    await this.act(`${at}/receive`)
    if (Object.keys(received).length > 0) {
      await this.act(`${at}/receive-items`, { items: await this.items(received) })
    }
    if (Object.keys(dismissed).length > 0) {
      await this.act(`${at}/dismiss-items`, { items: await this.items(dismissed) })
    }
    await this.act(`${at}/receive/confirm`)
  }

  /** Cancels the parcel that was to bring the goods back, which the host insists on, then the return. */
  async cancelReturn(returnId: string): Promise<void> {
    const { return: made } = await this.shop.store.get<{ return: { fulfillments: { id: string }[] } }>(
      `returns/${returnId}?fields=id,*fulfillments`,
    )
    for (const { id } of made.fulfillments) {
      await this.act(`fulfillments/${id}/cancel`)
    }
    await this.act(`returns/${returnId}/cancel`)
  }

  /** Swaps what comes back for what goes out; gives the exchange's id and that of its return. */
  async exchange(
    inbound: Bag,
    outbound: Bag,
    shipping: { inbound?: number; outbound?: number } = {},
  ): Promise<{ id: string; returnId: string }> {
    const { exchange } = await this.act<{ exchange: { id: string } }>("exchanges", {
      order_id: this.orderId,
    })
    const returnId = await this.swap(`exchanges/${exchange.id}`, { inbound, outbound, shipping })
    return { id: exchange.id, returnId }
  }

  async cancelExchange(exchangeId: string): Promise<void> {
    await this.act(`exchanges/${exchangeId}/cancel`)
  }

  /** Answers a complaint with money or with goods; what is sent back is named as inbound. */
  async claim(
    type: "refund" | "replace",
    claimed: Bag,
    { inbound = {}, outbound = {} }: { inbound?: Bag; outbound?: Bag } = {},
  ): Promise<{ id: string; returnId: string }> {
    const { claim } = await this.act<{ claim: { id: string } }>("claims", { type, order_id: this.orderId })
    const items = (await this.items(claimed)).map((item) => ({ ...item, reason: "production_failure" }))
    await this.act(`claims/${claim.id}/claim-items`, { items })
    const returnId = await this.swap(`claims/${claim.id}`, { inbound, outbound, shipping: {} })
    return { id: claim.id, returnId }
  }

  /** The host's answer to cancelling a claim, which it does not always survive. */
  async cancelClaim(claimId: string): Promise<number> {
    const { status } = await this.host.request("post", `/admin/claims/${claimId}/cancel`, {
      body: {},
      headers: this.shop.store.admin,
    })
    return status
  }

  /** Pays what the host asks for beyond the checkout, through the collection it opened for that. */
  async payDifference(): Promise<void> {
    const { order } = await this.shop.store.get<{
      order: { payment_collections: { id: string; status: string }[] }
    }>(`orders/${this.orderId}?fields=*payment_collections`)
    const open = order.payment_collections.find(({ status }) => status === "not_paid")
    if (!open) throw new Error("the host asks for nothing more")
    await this.act(`payment-collections/${open.id}/mark-as-paid`, { order_id: this.orderId })
  }

  /** What the host thinks is still to pay; below zero, to pay back. */
  async pending(): Promise<{ total: number; pending: number; version: number }> {
    const { order } = await this.shop.store.get<{
      order: { total: number; version: number; summary: { pending_difference: number } }
    }>(`orders/${this.orderId}?fields=total,version,summary`)
    return { total: order.total, pending: order.summary.pending_difference, version: order.version }
  }

  /**
   * What was posted for a line or shipping method, in order: kind, side and minor units, with the type of the
   * host's change that was confirmed at the very moment it is dated by.
   */
  async history(title: string): Promise<string[]> {
    const rows = await this.host.sql<{ posted: string; change: string | null }>(
      `select i.kind || ' ' || i.side || ' ' || i.amount as posted,
              case when c.id is not null then coalesce(c.change_type, 'unnamed change') end as change
         from reconciliation_open_item i
         join reconciliation_document d on d.id = i.document_id
         left join order_change c on c.order_id = d.order_id and c.confirmed_at = i.occurred_at
        where d.order_id = ? and (i.title = ? or i.title like ? || ' – %')
        order by i.id`,
      [this.orderId, title, title],
    )
    return rows.map(({ posted, change }) => (change === null ? posted : `${posted}, ${change}`))
  }

  private async swap(
    at: string,
    given: { inbound: Bag; outbound: Bag; shipping: { inbound?: number; outbound?: number } },
  ): Promise<string> {
    const { inbound, outbound, shipping } = given
    if (Object.keys(inbound).length > 0) {
      await this.act(`${at}/inbound/items`, {
        location_id: await this.location(),
        items: await this.items(inbound),
      })
    }
    if (shipping.inbound !== undefined) {
      await this.act(`${at}/inbound/shipping-method`, this.shipping("returns", shipping.inbound))
    }
    if (Object.keys(outbound).length > 0) {
      await this.act(`${at}/outbound/items`, { items: this.variants(outbound) })
    }
    if (shipping.outbound !== undefined) {
      await this.act(`${at}/outbound/shipping-method`, this.shipping("delivery", shipping.outbound))
    }
    const answer = await this.act<{ return?: { id: string } | null }>(`${at}/request`)
    return answer.return?.id ?? ""
  }

  private async act<Body>(route: string, body: unknown = {}): Promise<Body> {
    return this.shop.store.act<Body>(route, body)
  }

  private async remove(route: string): Promise<void> {
    const { status, body } = await this.host.request("delete", `/admin/${route}`, {
      headers: this.shop.store.admin,
    })
    if (status >= 300) throw new Error(`${route}: ${status} ${JSON.stringify(body)}`)
  }

  /** The order's lines, the oldest first. */
  private async listed(): Promise<Line[]> {
    const { order } = await this.shop.store.get<{ order: { items: Line[] } }>(
      `orders/${this.orderId}?fields=*items`,
    )
    return order.items.toSorted((one, other) => (one.created_at < other.created_at ? -1 : 1))
  }

  /** Lines named by their product, or by their own id. */
  private async items(bag: Bag): Promise<{ id: string; quantity: number }[]> {
    const lines = await this.lines()
    return Object.entries(bag).map(([name, quantity]) => ({ id: lines[name] ?? name, quantity }))
  }

  private variants(bag: Bag): { variant_id: string; quantity: number }[] {
    return Object.entries(bag).map(([product, quantity]) => ({
      variant_id: this.shop.variant(product),
      quantity,
    }))
  }

  private shipping(option: "delivery" | "returns", price: number): object {
    return { shipping_option_id: this.shop[option], custom_amount: price }
  }

  private async location(): Promise<string> {
    const { stock_locations: places } = await this.shop.store.get<{ stock_locations: { id: string }[] }>(
      "stock-locations",
    )
    return places[0]?.id ?? ""
  }
}
