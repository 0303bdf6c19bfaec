import type { TestStore } from "./store"

/** Opens an edit of an order and sets quantities of its lines, by product title; nobody confirms it yet. */
export async function beginEdit(
  store: TestStore,
  orderId: string,
  quantities: Record<string, number>,
): Promise<void> {
  const items = await itemsOf(store, orderId)
  await store.act("order-edits", { order_id: orderId })
  for (const [title, quantity] of Object.entries(quantities)) {
    const item = items.find(({ product_title: product }) => product === title)
    if (!item) throw new Error(`order ${orderId} has no line "${title}"`)
    await store.act(`order-edits/${orderId}/items/item/${item.id}`, { quantity })
  }
  await store.act(`order-edits/${orderId}/request`)
}

/** Sets quantities of an order's lines, by product title, through an order edit. */
export async function edit(
  store: TestStore,
  orderId: string,
  quantities: Record<string, number>,
): Promise<void> {
  await beginEdit(store, orderId, quantities)
  await store.act(`order-edits/${orderId}/confirm`)
}

interface Item {
  id: string
  product_title: string
  quantity: number
}

export async function itemsOf(store: TestStore, orderId: string): Promise<Item[]> {
  const { order } = await store.get<{ order: { items: Item[] } }>(`orders/${orderId}?fields=id,*items`)
  return order.items
}
