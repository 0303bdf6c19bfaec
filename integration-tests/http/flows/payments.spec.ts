import { booksOf } from "../../setup/host-checks"
import { describeHost } from "../../setup/host"
import { TestStore } from "../../setup/store"

describeHost((host) => {
  it("pays lines in their order as captures come: 100, then 70 of 170", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 75, 20] })
    const orderId = await store.checkOut([0, 1, 2])
    const books = booksOf(host, store, orderId)
    await books(`
      none         charged  adjusted     net    open
      Product 1      75.00         .   75.00   75.00
      Product 2      75.00         .   75.00   75.00
      Product 3      20.00         .   20.00   20.00
      unallocated
      total         170.00      0.00  170.00  170.00
    `)
  })
})
