import { register } from "../../setup/customer"
import { describeHost } from "../../setup/host"
import { booksOf } from "../../setup/host-checks"
import { hostBooks, rowsOf } from "../../setup/host-order"
import { itemsOf, moneyOf } from "../../setup/ledger-rows"
import {
  balanceOf,
  buy,
  giftCardOf,
  giveStoreCredit,
  issueGiftCard,
  removeLine,
  sellGiftCards,
} from "../../setup/loyalty"
import { TestStore } from "../../setup/store"
import { takenHooks } from "../../setup/taken-hooks"

/** A 50, B 30, shipping 20, and 20 % on top: two A and one B cost 180. */
const SHOP = { currency: "usd", prices: [50, 30], taxRate: 20, shipping: 20 }

describeHost(
  (host) => {
    it("books a gift card as stored value beside the capture, and leaves it to the customer when the order is cancelled", async () => {
      const store = await TestStore.open(host, SHOP)
      const customer = await register(host, store)
      const card = await issueGiftCard(store, 40)
      const orderId = await buy(host, store, { token: customer.token, card: card.code })
      const books = booksOf(host, store, orderId)
      await books(`
      partial a    charged  adjusted     net  stored_value    open
      Product 1     120.00         .  120.00         40.00   80.00
      Product 2      36.00         .   36.00             .   36.00
      Collect        24.00         .   24.00             .   24.00
      unallocated                                     0.00
      total         180.00      0.00  180.00         40.00  140.00
    `)
      await store.capture(orderId)
      await books(`
      full A       charged  adjusted     net  stored_value  payment  open
      Product 1     120.00         .  120.00         40.00    80.00  0.00
      Product 2      36.00         .   36.00             .    36.00  0.00
      Collect        24.00         .   24.00             .    24.00  0.00
      unallocated                                     0.00     0.00
      total         180.00      0.00  180.00         40.00   140.00  0.00
    `)
      expect(await moneyOf(host, orderId)).toEqual({ payments: 140, stored: 40 })
      // What the plugin wrote on the order, and what ingest made of it.
      const [line] = rowsOf((await hostBooks(host, orderId)).credit_lines)
      expect(line).toMatchObject({
        reference: "gift-card",
        reference_id: card.id,
        metadata: {},
        raw_amount: { value: "40" },
      })
      expect((await itemsOf(host, orderId)).map(({ key }) => key)).toContain(
        `value:${orderId}:0:gift-card:${card.id}:40:#1`,
      )

      await store.act(`orders/${orderId}/cancel`)
      await books(`
      full A       charged  adjusted   net  stored_value  payment   refund  credit  open
      Product 1     120.00   -120.00  0.00         40.00    80.00   -80.00  -40.00  0.00
      Product 2      36.00    -36.00  0.00             .    36.00   -36.00       .  0.00
      Collect        24.00    -24.00  0.00             .    24.00   -24.00       .  0.00
      unallocated                                   0.00     0.00     0.00   40.00
      total         180.00   -180.00  0.00         40.00   140.00  -140.00    0.00  0.00
    `)
      expect(await moneyOf(host, orderId)).toEqual({ payments: 0, stored: 40 })
      // The host has nothing left to settle on the order, so it refuses to give back what it kept.
      const refused = await host.request(`post`, `/admin/orders/${orderId}/credit-lines`, {
        body: { amount: -40, reference: "store-credit", reference_id: "given back" },
        headers: store.admin,
      })
      expect(refused).toMatchObject({
        status: 400,
        body: { message: expect.stringContaining("pending difference") },
      })
      await books(`
      full A       charged  adjusted   net  stored_value  payment   refund  credit  open
      Product 1     120.00   -120.00  0.00         40.00    80.00   -80.00  -40.00  0.00
      Product 2      36.00    -36.00  0.00             .    36.00   -36.00       .  0.00
      Collect        24.00    -24.00  0.00             .    24.00   -24.00       .  0.00
      unallocated                                   0.00     0.00     0.00   40.00
      total         180.00   -180.00  0.00         40.00   140.00  -140.00    0.00  0.00
    `)
    })

    it("takes what an order is paid back in store credit for money out, up to what is due", async () => {
      const store = await TestStore.open(host, SHOP)
      const customer = await register(host, store)
      const card = await issueGiftCard(store, 40)
      const orderId = await buy(host, store, { token: customer.token, card: card.code })
      const books = booksOf(host, store, orderId)
      await store.capture(orderId)
      await removeLine(host, store, orderId, "Product 2")
      await books(`
      full A       charged  adjusted     net  stored_value  payment  credit  open
      Product 1     120.00         .  120.00         40.00    80.00       .  0.00
      Product 2      36.00    -36.00    0.00             .    36.00  -36.00  0.00
      Collect        24.00         .   24.00             .    24.00       .  0.00
      unallocated                                     0.00     0.00   36.00
      total         180.00    -36.00  144.00         40.00   140.00    0.00  0.00
    `)
      await store.act(`orders/${orderId}/credit-lines`, {
        amount: -36,
        reference: "store-credit",
        reference_id: "Product 2 came back",
      })
      await books(`
      full A       charged  adjusted     net  stored_value  payment  refund  open
      Product 1     120.00         .  120.00         40.00    80.00       .  0.00
      Product 2      36.00    -36.00    0.00             .    36.00  -36.00  0.00
      Collect        24.00         .   24.00             .    24.00       .  0.00
      unallocated                                     0.00     0.00    0.00
      total         180.00    -36.00  144.00         40.00   140.00  -36.00  0.00
    `)
      expect(await moneyOf(host, orderId)).toEqual({ payments: 140, stored: 40 - 36 })
      expect(await balanceOf(store, customer.id)).toBe(36)
    })

    it("books store credit as stored value, for a part of an order and for a whole one", async () => {
      const store = await TestStore.open(host, SHOP)
      const customer = await register(host, store)
      await giveStoreCredit(store, customer.id, 205)
      const part = await buy(host, store, { token: customer.token, storeCredit: 25 })
      const partly = booksOf(host, store, part)
      await partly(`
      partial a    charged  adjusted     net  stored_value    open
      Product 1     120.00         .  120.00         25.00   95.00
      Product 2      36.00         .   36.00             .   36.00
      Collect        24.00         .   24.00             .   24.00
      unallocated                                     0.00
      total         180.00      0.00  180.00         25.00  155.00
    `)
      await store.capture(part)
      await partly(`
      full A       charged  adjusted     net  stored_value  payment  open
      Product 1     120.00         .  120.00         25.00    95.00  0.00
      Product 2      36.00         .   36.00             .    36.00  0.00
      Collect        24.00         .   24.00             .    24.00  0.00
      unallocated                                     0.00     0.00
      total         180.00      0.00  180.00         25.00   155.00  0.00
    `)
      const whole = await buy(host, store, { token: customer.token, storeCredit: 180 })
      const wholly = booksOf(host, store, whole)
      await wholly(`
      full C       charged  adjusted     net  stored_value  open
      Product 1     120.00         .  120.00        120.00  0.00
      Product 2      36.00         .   36.00         36.00  0.00
      Collect        24.00         .   24.00         24.00  0.00
      unallocated                                     0.00
      total         180.00      0.00  180.00        180.00  0.00
    `)
      expect(await moneyOf(host, part)).toEqual({ payments: 155, stored: 25 })
      expect(await moneyOf(host, whole)).toEqual({ payments: 0, stored: 180 })
      expect(await balanceOf(store, customer.id)).toBe(0)
      const [line] = rowsOf((await hostBooks(host, whole)).credit_lines)
      expect(line).toMatchObject({ reference: "store-credit", raw_amount: { value: "180" } })

      await store.act(`orders/${whole}/cancel`)
      await wholly(`
      full C       charged  adjusted   net  stored_value   credit  credit  credit  open
      Product 1     120.00   -120.00  0.00        120.00  -120.00       .       .  0.00
      Product 2      36.00    -36.00  0.00         36.00        .  -36.00       .  0.00
      Collect        24.00    -24.00  0.00         24.00        .       .  -24.00  0.00
      unallocated                                   0.00   120.00   36.00   24.00
      total         180.00   -180.00  0.00        180.00     0.00    0.00    0.00  0.00
    `)
      // The host has not given it back, so it is the customer's credit here.
      expect(await balanceOf(store, customer.id)).toBe(0)
    })

    it("charges a gift card that is sold like any line, and counts its money once when it is spent", async () => {
      const store = await TestStore.open(host, SHOP)
      const customer = await register(host, store)
      await sellGiftCards(store, 60)
      const bought = await buy(host, store, { token: customer.token, lines: [[2, 1]] })
      await store.capture(bought)
      const boughtBooks = booksOf(host, store, bought)
      await boughtBooks(`
      full A       charged  adjusted    net  payment  open
      Gift card      60.00         .  60.00    60.00  0.00
      Collect        24.00         .  24.00    24.00  0.00
      unallocated                               0.00
      total          84.00      0.00  84.00    84.00  0.00
    `)
      await host.settled()
      const card = await giftCardOf(store, bought)
      const spent = await buy(host, store, { token: customer.token, lines: [[1, 1]], card: card.code })
      const spentBooks = booksOf(host, store, spent)
      await spentBooks(`
      full B       charged  adjusted    net  stored_value  open
      Product 2      36.00         .  36.00         36.00  0.00
      Collect        24.00         .  24.00         24.00  0.00
      unallocated                                    0.00
      total          60.00      0.00  60.00         60.00  0.00
    `)
      // 84 were received in all: 60 for the card, which has paid 60 of the second order.
      expect(await moneyOf(host, bought)).toEqual({ payments: 84, stored: 0 })
      expect(await moneyOf(host, spent)).toEqual({ payments: 0, stored: 60 })
      expect(card).toMatchObject({ value: 60, reference: "order" })
    })

    it("has no handler on any hook of the host; the loyalty plugin has the only ones", () => {
      expect(takenHooks()).toEqual([
        "completeCartWorkflow.beforePaymentAuthorization",
        "completeCartWorkflow.orderCreated",
        "createOrderCreditLinesWorkflow.creditLinesCreated",
        "refreshCartItemsWorkflow.beforeRefreshingPaymentCollection",
      ])
    })
  },
  ["@medusajs/loyalty-plugin"],
)
