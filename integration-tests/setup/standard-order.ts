import type { Host } from "./host"
import { TestStore, type CheckOut } from "./store"

/** 2 × 50 less 10, 30, delivery 20, tax 20 % on top: lines of 108, 36 and 24, 168 in all. */
export async function openStandardStore(host: Host, login?: string): Promise<TestStore> {
  return TestStore.open(
    host,
    {
      currency: "eur",
      country: "fr",
      prices: [50, 30],
      shipping: 20,
      taxRate: 20,
      promotion: { code: "TEN", off: 10, product: 0 },
    },
    login,
  )
}

/** Buys what the standard store is made for: an order of 168. */
export async function checkOutStandard(
  store: TestStore,
  choices: Omit<CheckOut, "codes"> = {},
): Promise<string> {
  return store.checkOut([[0, 2], 1], { ...choices, codes: ["TEN"] })
}

/** A standard order of 168, wholly captured by hand. */
export async function paidStandard(host: Host): Promise<{ store: TestStore; orderId: string }> {
  const store = await openStandardStore(host)
  const orderId = await checkOutStandard(store)
  await store.capture(orderId)
  return { store, orderId }
}
