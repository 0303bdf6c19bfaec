import type { TestStore } from "./store"

/** What the host's own order page asks for of an order's lines, beside much else. */
const FIELDS =
  "id,total,summary,*items,*items.variant,*items.variant.product,*items.variant.options,*shipping_methods"

interface Listed {
  id: string
  created_at: string
}

export interface OrderPage {
  /** Ids of the lines, from top to bottom. */
  lines: string[]
  /** Ids of the ways of shipping, from top to bottom. */
  shipping: string[]
}

/**
 * The lines as the host's order page lists them: it sorts the host's answer by the moment at which a line was
 * made, and leaves lines of one moment as they came. The browser tests hold the same against the page itself.
 */
export async function orderPage(store: TestStore, orderId: string): Promise<OrderPage> {
  const { order } = await store.get<{ order: { items: Listed[]; shipping_methods: Listed[] } }>(
    `orders/${orderId}?fields=${FIELDS}`,
  )
  return { lines: asShown(order.items), shipping: asShown(order.shipping_methods) }
}

const asShown = (rows: readonly Listed[]): string[] =>
  rows
    .toSorted(({ created_at: one }, { created_at: other }) => (one < other ? -1 : one > other ? 1 : 0))
    .map(({ id }) => id)
