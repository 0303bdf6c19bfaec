import { sweep } from "../../src/workflows/sweep/sweep"
import type { Host } from "./host"
import { booksOf, upToDate, type SoundOptions } from "./host-checks"
import { OrderChanges, type Bag } from "./order-changes"
import { StandardShop, type ShopShape } from "./standard-shop"
import type { TestStore } from "./store"

/** An order of the standard shop, with what an admin may do to it and how its books are checked. */
export interface Flow {
  store: TestStore
  orderId: string
  changes: OrderChanges
  /** Waits until the ledger has heard of the last step, then compares the order's table and checks it in all. */
  books: (expected: string, options?: SoundOptions) => Promise<void>
  /** Looks for changes of which the host tells nobody. */
  sweep: () => Promise<void>
}

/** Places an order; see StandardShop for what is in it by default. */
export async function openFlow(host: Host, shape: ShopShape = {}, bag?: Bag): Promise<Flow> {
  return flowIn(host, await StandardShop.open(host, shape), bag)
}

/** Places an order in a shop that is open. */
export async function flowIn(host: Host, shop: StandardShop, bag?: Bag): Promise<Flow> {
  const orderId = await shop.order(bag)
  return {
    store: shop.store,
    orderId,
    changes: new OrderChanges(host, shop, orderId),
    books: booksOf(host, shop.store, orderId),
    sweep: async () => {
      await host.settled()
      await sweep(host.container())
    },
  }
}

/** Places an order, captures all of it and sends all of it out. */
export async function openSentFlow(
  host: Host,
  shape: ShopShape = {},
  bag: Bag = { A: 2, B: 1 },
): Promise<Flow> {
  const flow = await openFlow(host, shape, bag)
  await flow.store.capture(flow.orderId)
  await flow.changes.fulfil(bag)
  // That is no money, but a new version.
  await upToDate(host, flow.orderId)
  return flow
}
