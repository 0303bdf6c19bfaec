import { openLedger, type Ledger } from "../setup/ledger"

/** Orders in a few orders of their own, so that writers without a common one would meet head-on. */
const ids = Array.from({ length: 300 }, (_, index) => `order_${String(index).padStart(3, "0")}`)
const turned = (by: number): string[] => [...ids.slice(by), ...ids.slice(0, by)]

describe("Notes of orders that failed", () => {
  let ledger: Ledger

  beforeAll(async () => {
    ledger = await openLedger("lock_order")
  })

  afterAll(async () => {
    await ledger.close()
  })

  const note = (names: string[]): Promise<void> =>
    ledger.service.sweep.noteRetries({
      done: [],
      failed: names.map((orderId) => ({ orderId, error: "lost" })),
    })

  it("are written and forgotten by many at once, each with the orders in a turn of its own, without a deadlock", async () => {
    for (let round = 0; round < 10; round += 1) {
      await Promise.all([0, 75, 150, 225].flatMap((by) => [note(turned(by)), note(turned(by).toReversed())]))
    }
    await Promise.all(
      [0, 100, 200].map((by) => ledger.service.sweep.noteRetries({ done: turned(by), failed: [] })),
    )
    expect(await ledger.sql("select order_id from reconciliation_retry")).toEqual([])
  })
})
