import { setTimeout as sleep } from "node:timers/promises"

export const LOGIN = { email: "admin@example.com", password: "a password for a proof" }
export const DRAFT_EMAIL = "undecided@example.com"
const PATIENCE_MS = 60_000

/** The store as an admin's script sees it. */
export interface Shop {
  get<Answer>(path: string): Promise<Answer>
  post<Answer>(path: string, body?: unknown): Promise<Answer>
}

export async function enter(address: string): Promise<Shop> {
  const { token } = await send<{ token: string }>(`${address}/auth/user/emailpass`, { body: LOGIN })
  return {
    get: async <Answer>(path: string) => await send<Answer>(address + path, { token }),
    post: async <Answer>(path: string, body: unknown = {}) =>
      await send<Answer>(address + path, { token, body }),
  }
}

async function send<Answer>(
  url: string,
  { token, body }: { token?: string; body?: unknown },
): Promise<Answer> {
  const answer = await fetch(url, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 500)}`)
  return JSON.parse(text) as Answer
}

interface Named {
  readonly id: string
}

/** The first order makes the region that all are of. */
async function region(shop: Shop): Promise<string> {
  const { regions } = await shop.get<{ regions: Named[] }>("/admin/regions")
  if (regions[0]) return regions[0].id
  const made = await shop.post<{ region: Named }>("/admin/regions", {
    name: "Europe",
    currency_code: "eur",
    countries: ["fr"],
    payment_providers: ["pp_system_default"],
  })
  return made.region.id
}

async function channel(shop: Shop): Promise<string> {
  const { sales_channels: channels } = await shop.get<{ sales_channels: Named[] }>("/admin/sales-channels")
  if (channels[0]) return channels[0].id
  const made = await shop.post<{ sales_channel: Named }>("/admin/sales-channels", { name: "Web" })
  return made.sales_channel.id
}

/** Of 75.00 and 2 × 25.00; what the host's own draft-order pages are looked at with. */
export async function draftOrder(shop: Shop, email = DRAFT_EMAIL): Promise<string> {
  const { draft_order: draft } = await shop.post<{ draft_order: Named }>("/admin/draft-orders", {
    email,
    region_id: await region(shop),
    sales_channel_id: await channel(shop),
    items: [
      { title: "Lamp", quantity: 1, unit_price: 75 },
      { title: "Cup", quantity: 2, unit_price: 25 },
    ],
    shipping_address: {
      first_name: "Ada",
      last_name: "Buyer",
      address_1: "1 rue",
      city: "Paris",
      country_code: "fr",
    },
  })
  return draft.id
}

/** Such a draft, placed as an order and wholly paid. */
export async function paidOrder(shop: Shop): Promise<string> {
  const orderId = await draftOrder(shop, "buyer@example.com")
  await shop.post(`/admin/draft-orders/${orderId}/convert-to-order`)
  const { order } = await shop.get<{ order: { payment_collections: Named[] } }>(
    `/admin/orders/${orderId}?fields=*payment_collections`,
  )
  const collection =
    order.payment_collections[0] ??
    (
      await shop.post<{ payment_collection: Named }>("/admin/payment-collections", {
        order_id: orderId,
        amount: 125,
      })
    ).payment_collection
  await shop.post(`/admin/payment-collections/${collection.id}/mark-as-paid`, { order_id: orderId })
  return orderId
}

interface Reconciled {
  readonly state: string
  readonly code: { readonly code: string } | null
  readonly rows: { readonly title: string; readonly net: string; readonly open: string }[]
  readonly totals: { readonly owed: string; readonly allocated: string; readonly open: string }
}

const RIGHT = {
  state: "full",
  lines: "Cup 50.00 open 0.00, Lamp 75.00 open 0.00",
  totals: "owed 125.00, allocated 125.00, open 0.00",
}

/** What the plugin's own answer says of an order, and how that differs from what is right. */
export async function wrongInAnswer(shop: Shop, orderId: string): Promise<string[]> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- an event or the sweep brings it; asked until then
    const wrong = await compare(shop, orderId)
    if (wrong.length === 0 || Date.now() > deadline) return wrong
    // oxlint-disable-next-line no-await-in-loop -- asked until then
    await sleep(500)
  }
}

async function compare(shop: Shop, orderId: string): Promise<string[]> {
  const { order } = await shop.get<{ order: Reconciled }>(`/admin/reconciliation/orders/${orderId}`)
  const { owed, allocated, open } = order.totals
  const told = {
    state: order.state,
    lines: order.rows
      .map((row) => `${row.title} ${row.net} open ${row.open}`)
      .toSorted()
      .join(", "),
    totals: `owed ${owed}, allocated ${allocated}, open ${open}`,
  }
  return (["state", "lines", "totals"] as const)
    .filter((part) => told[part] !== RIGHT[part])
    .map((part) => `${orderId} answers ${part} "${told[part]}", not "${RIGHT[part]}"`)
}
