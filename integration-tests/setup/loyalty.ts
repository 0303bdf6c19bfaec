import { Cart } from "./cart"
import type { Host } from "./host"
import { upToDate } from "./host-checks"
import { placed, type TestStore } from "./store"

export interface Purchase {
  token: string
  /** Which products and how many; two of the first and one of the second by default. */
  lines?: [product: number, quantity: number][]
  /** A gift card's code. */
  card?: string
  storeCredit?: number
}

export async function buy(host: Host, store: TestStore, purchase: Purchase): Promise<string> {
  const {
    token,
    lines = [
      [0, 2],
      [1, 1],
    ],
    card,
    storeCredit,
  } = purchase
  const cart = await Cart.open(host, store, { token })
  for (const [index, [product, quantity]] of lines.entries()) {
    await cart.add({ product, quantity, metadata: placed(index) })
  }
  await cart.act("shipping-methods", { option_id: store.shop.shipping })
  if (card !== undefined) await cart.act("gift-cards", { code: card })
  if (storeCredit !== undefined) await cart.act("store-credits", { amount: storeCredit })
  const orderId = await cart.complete()
  await upToDate(host, orderId)
  return orderId
}

export interface GiftCard {
  id: string
  code: string
  value: number
  reference: string | null
  reference_id: string | null
}

export async function issueGiftCard(store: TestStore, value: number): Promise<GiftCard> {
  const body = { currency_code: "usd", value }
  return (await store.act<{ gift_card: GiftCard }>("gift-cards", body)).gift_card
}

/** The gift card that the plugin made for an order in which one was sold. */
export async function giftCardOf(store: TestStore, orderId: string): Promise<GiftCard> {
  const { gift_cards: cards } = await store.get<{ gift_cards: GiftCard[] }>(
    `gift-cards?reference_id=${orderId}`,
  )
  const [card] = cards
  if (!card) throw new Error(`no gift card of ${orderId}`)
  return card
}

/** Adds a gift card to the shop's products, as the last one. */
export async function sellGiftCards(store: TestStore, amount: number): Promise<void> {
  const { product } = await store.act<{ product: { variants: { id: string }[] } }>("products", {
    title: "Gift card",
    handle: "gift-card",
    is_giftcard: true,
    status: "published",
    sales_channels: [{ id: store.shop.channel }],
    options: [{ title: "Kind", values: ["one"] }],
    variants: [
      {
        title: "one",
        manage_inventory: false,
        options: { Kind: "one" },
        prices: [{ currency_code: "usd", amount }],
      },
    ],
  })
  store.shop.variants.push(product.variants[0]?.id ?? "")
}

export async function giveStoreCredit(store: TestStore, customerId: string, amount: number): Promise<void> {
  const { store_credit_account: account } = await store.act<{ store_credit_account: { id: string } }>(
    "store-credit-accounts",
    { currency_code: "usd", customer_id: customerId },
  )
  await store.act(`store-credit-accounts/${account.id}/credit`, { amount })
}

/** What the plugin says the customer has in store credit; null without an account. */
export async function balanceOf(store: TestStore, customerId: string): Promise<number | null> {
  const { store_credit_accounts: accounts } = await store.get<{
    store_credit_accounts: { balance: number }[]
  }>(`store-credit-accounts?customer_id=${customerId}`)
  return accounts[0]?.balance ?? null
}

export async function removeLine(
  host: Host,
  store: TestStore,
  orderId: string,
  title: string,
): Promise<void> {
  await store.act("order-edits", { order_id: orderId })
  const [line] = await host.sql<{ id: string }>(
    `select l.id from order_line_item l join order_item i on i.item_id = l.id
      where i.order_id = ? and l.product_title = ? limit 1`,
    [orderId, title],
  )
  await store.act(`order-edits/${orderId}/items/item/${line?.id}`, { quantity: 0 })
  await store.act(`order-edits/${orderId}/confirm`)
}
