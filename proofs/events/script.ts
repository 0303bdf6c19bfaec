import type { TestStore } from "../../integration-tests/setup/store"
import type { Chance } from "../../bench/lib/chance"

/** What an admin does with an order; shares are of what is left to capture, or of what may be refunded. */
export type Action =
  | { readonly does: "capture" | "refund"; readonly share: number }
  | { readonly does: "credit"; readonly amount: number }
  | { readonly does: "edit"; readonly product: number; readonly quantity: number }
  | { readonly does: "lower" }
  | { readonly does: "cancel" }

export interface Script {
  readonly products: readonly number[]
  readonly actions: readonly Action[]
}

/** A checkout and two to six actions; the host refuses some, and then in both runs. */
export function scriptOf(chance: Chance): Script {
  const products = [0, 1, 2].filter(() => chance.happens(0.7))
  const actions = Array.from({ length: 2 + chance.below(5) }, (_, index): Action => {
    const share = [0.25, 0.5, 1][chance.below(3)] ?? 1
    if (index === 0 || chance.happens(0.3)) return { does: "capture", share }
    if (chance.happens(0.4)) return { does: "refund", share }
    if (chance.happens(0.3)) return { does: "credit", amount: 1 + chance.below(5) }
    if (chance.happens(0.6)) return { does: "edit", product: chance.below(3), quantity: 1 + chance.below(2) }
    return chance.happens(0.6) ? { does: "lower" } : { does: "cancel" }
  })
  return { products: products.length > 0 ? products : [0], actions }
}

interface Payment {
  readonly id: string
  readonly amount: number
  readonly captures: readonly { readonly amount: number }[]
  readonly refunds: readonly { readonly amount: number }[]
}

interface Ordered {
  readonly order: {
    readonly items: readonly { readonly id: string; readonly title: string }[]
    readonly payment_collections: readonly { readonly payments: readonly Payment[] }[]
  }
}

/** Acts a script in a real host; gives the order's id and how the host answered each action. */
export async function act(
  store: TestStore,
  script: Script,
  { email, after }: { email: string; after: () => Promise<void> },
): Promise<{ orderId: string; answers: string[] }> {
  const orderId = await store.checkOut([...script.products], email)
  await after()
  const answers: string[] = []
  for (const action of script.actions) {
    try {
      answers.push(await perform(store, orderId, action))
    } catch (error) {
      // The host names ids in what it refuses.
      answers.push(String(error).replaceAll(/[a-z_]+_[0-9A-Z]{26}/g, "…"))
    }
    await after()
  }
  return { orderId, answers }
}

async function perform(store: TestStore, orderId: string, action: Action): Promise<string> {
  const fields = "*items,*payment_collections.payments.captures,*payment_collections.payments.refunds"
  const { order } = await store.get<Ordered>(`orders/${orderId}?fields=${fields}`)
  const payment = order.payment_collections.flatMap(({ payments }) => payments ?? [])[0]
  const captured = sum(payment?.captures ?? [])
  switch (action.does) {
    case "capture": {
      const amount = cents(((payment?.amount ?? 0) - captured) * action.share)
      if (!payment || amount === 0) return "nothing to capture"
      await store.act(`payments/${payment.id}/capture`, { amount })
      break
    }
    case "refund": {
      const amount = cents((captured - sum(payment?.refunds ?? [])) * action.share)
      if (!payment || amount === 0) return "nothing to refund"
      await store.act(`payments/${payment.id}/refund`, { amount })
      break
    }
    case "credit":
      await store.act(`orders/${orderId}/credit-lines`, {
        amount: action.amount,
        reference: "goodwill",
        reference_id: "x",
      })
      break
    case "edit":
    case "lower":
      await edit(store, orderId, { action, items: order.items })
      break
    case "cancel":
      await store.act(`orders/${orderId}/cancel`)
      break
  }
  return action.does
}

async function edit(
  store: TestStore,
  orderId: string,
  { action, items }: { action: Action & { does: "edit" | "lower" }; items: Ordered["order"]["items"] },
): Promise<void> {
  await store.act("order-edits", { order_id: orderId })
  if (action.does === "edit") {
    const [variant_id] = store.variants.slice(action.product)
    await store.act(`order-edits/${orderId}/items`, { items: [{ variant_id, quantity: action.quantity }] })
  } else {
    // The host lists lines in no particular order.
    const [line] = items.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))
    await store.act(`order-edits/${orderId}/items/item/${line?.id}`, { quantity: 0 })
  }
  await store.act(`order-edits/${orderId}/confirm`)
}

const cents = (amount: number): number => Math.round(amount * 100) / 100
const sum = (rows: readonly { readonly amount: number }[]): number =>
  rows.reduce((total, { amount }) => total + amount, 0)

/** Lines of one title are told apart by id, which tells which came later. */
const nameOf = ({ title, id }: { readonly title: string; readonly id: string }): string => `${title} ${id}`
