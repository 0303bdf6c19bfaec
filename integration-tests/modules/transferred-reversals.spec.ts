import { HostTimeline } from "../../test/support/host-timeline"
import { openLedger, type Ledger } from "../setup/ledger"
import { timelineDay as day, TransferShop } from "../setup/transfer-shop"

const context = { actor: { type: "user", id: "user_ann" }, cause: "transferred" } as const

describe("F67: money taken back of an order that went to another customer", () => {
  let ledger: Ledger

  beforeAll(async () => {
    ledger = await openLedger("transferred_reversals")
  })

  afterAll(async () => {
    await ledger.close()
  })

  const shop = new TransferShop(() => ledger, context)
  const read = async (timeline: HostTimeline) => shop.read(timeline)
  const given = async (paid: string) => shop.given(paid)
  const itemsOf = async (timeline: HostTimeline) => shop.itemsOf(timeline)
  const itemOf = async (timeline: HostTimeline, key: string) => shop.itemOf(timeline, key)
  const sound = async (timeline: HostTimeline) => shop.sound(timeline)

  describe("with a line of which the payment was reversed", () => {
    const reverse = async (timeline: HostTimeline): Promise<unknown> =>
      ledger.service.payments.reverse({
        paymentId: (await itemOf(timeline, "cap:cap1")).id,
        kind: "chargeback",
        amount: null,
        reference: null,
        reason: "bank",
        occurredAt: null,
        idempotencyKey: `${timeline.orderId} reversed`,
        context,
      })
    const accountsOf = async (timeline: HostTimeline): Promise<string[]> => {
      const ids = [...new Set((await itemsOf(timeline)).map(({ account_id: id }) => id))]
      const views = await Promise.all(ids.map(async (id) => ledger.service.accounts.retrieve(id)))
      return views.map(({ totals, orders: [order] }) => {
        const { owed, paid, open, unallocated } = totals
        return `owed ${owed}, paid ${paid}, open ${open}, unapplied ${unallocated}: ${order?.state} ${order?.code?.code}`
      })
    }
    const paid = async (): Promise<HostTimeline> => {
      shop.orders += 1
      const timeline = new HostTimeline({ orderId: `order_${shop.orders}`, customerId: `ada_${shop.orders}` })
      await read(timeline.place({ A: "100" }).capture(day(2), "100", { id: "cap1" }))
      return timeline
    }

    it.each(["before", "after"])(
      "leaves the old account what it had paid and is owed in the new one, reversed %s it came",
      async (when) => {
        const timeline = await paid()
        if (when === "before") await reverse(timeline)
        await read(timeline.giveTo(day(3), `bea_${shop.orders}`))
        if (when === "after") await reverse(timeline)
        await read(timeline.capture(day(4), "40", { id: "cap4" }))
        expect(await accountsOf(timeline)).toEqual([
          "owed 100.00, paid 100.00, open 0.00, unapplied 0.00: full A",
          "owed 100.00, paid 40.00, open 60.00, unapplied 0.00: partial a",
        ])
        expect(await ledger.service.orders.retrieve(timeline.orderId)).toMatchObject({
          state: "partial",
          totals: { owed: "100.00", allocated: "40.00", open: "60.00" },
        })
        await sound(timeline)
      },
    )

    it("is not paid where it was paid once, when it comes back", async () => {
      const timeline = await paid()
      await reverse(timeline)
      await read(timeline.giveTo(day(3), `bea_${shop.orders}`))
      await read(timeline.capture(day(4), "40", { id: "cap4" }))
      await read(timeline.giveTo(day(5), `ada_${shop.orders}`))
      expect(await accountsOf(timeline)).toEqual([
        "owed 100.00, paid 40.00, open 60.00, unapplied 0.00: partial a",
        "owed 40.00, paid 40.00, open 0.00, unapplied 0.00: full A",
      ])
      await sound(timeline)
    })
  })

  describe("with a capture of which the bank takes the money back", () => {
    const reverse = async (timeline: HostTimeline, amount: string | null, paymentId?: string) =>
      ledger.service.payments.reverse({
        paymentId: paymentId ?? `${timeline.orderId}_cap1`,
        kind: "chargeback",
        amount,
        reference: "dp_1",
        reason: "bank",
        occurredAt: "2026-01-04",
        idempotencyKey: `${timeline.orderId} ${amount} ${paymentId}`,
        context,
      })
    const orderOf = async ({ orderId }: HostTimeline) => {
      const order = await ledger.service.orders.retrieve(orderId)
      return {
        ...order?.totals,
        reversed: order?.columns.filter(({ kind }) => kind === "reversal").map(({ amount }) => amount),
      }
    }

    it("owes all of it again under one name, what had gone to the new account too", async () => {
      const timeline = await given("200")
      const answer = await reverse(timeline, null)
      const { reversal } = answer
      const [came, moved] = [await itemOf(timeline, "cap:cap1"), await itemOf(timeline, "move:in:cap:cap1#1")]
      expect(reversal).toMatchObject({
        id: `${came.id}.1`,
        amount: "200.00",
        payment: { id: came.id, amount: "200.00" },
      })
      expect(reversal.items.map((item) => [item.account_id, item.amount, item.open])).toEqual([
        [moved.account_id, "32.00", "0.00"],
        [moved.account_id, "68.00", "68.00"],
        [moved.account_id, "100.00", "100.00"],
      ])
      expect(await reverse(timeline, null)).toEqual(answer)
      expect(await orderOf(timeline)).toMatchObject({
        open: "168.00",
        unallocated: "0.00",
        reversed: ["-200.00"],
      })
      await expect(reverse(timeline, "0.01")).rejects.toMatchObject({ code: "nothing_to_reverse" })
      await expect(reverse(timeline, null, moved.id)).rejects.toMatchObject({ code: "nothing_to_reverse" })
      await read(timeline.capture(day(4), "168", { id: "cap4" }))
      expect(await orderOf(timeline)).toMatchObject({ open: "0.00", unallocated: "0.00" })
      await sound(timeline)
    })

    it("takes all that went on, when nothing stayed", async () => {
      shop.orders += 1
      const timeline = new HostTimeline({ orderId: `order_${shop.orders}`, customerId: `ada_${shop.orders}` })
      await read(timeline.place({ A: "0" }).capture(day(2), "50", { id: "cap1" }))
      await read(timeline.giveTo(day(3), `bea_${shop.orders}`).edit(day(4), { A: "30" }))
      const first = await itemOf(timeline, "cap:cap1")
      await expect(reverse(timeline, null, first.id)).rejects.toMatchObject({ code: "nothing_to_reverse" })
      expect((await reverse(timeline, "25")).reversal).toMatchObject({ id: `${first.id}.1`, amount: "25.00" })
      expect((await reverse(timeline, null)).reversal).toMatchObject({ id: `${first.id}.2`, amount: "25.00" })
      expect(await orderOf(timeline)).toMatchObject({ open: "30.00", reversed: ["-25.00", "-25.00"] })
      await sound(timeline)
    })

    it.each(["deletes the capture", "refunds it"])("is owed once when the host then %s", async (then) => {
      const timeline = await given("200")
      await reverse(timeline, null)
      if (then === "refunds it") timeline.refund(day(5), "200", { id: "ref5" })
      else timeline.vanish("cap1")
      await read(timeline)
      await read(timeline)
      expect(await orderOf(timeline)).toMatchObject({ owed: "168.00", open: "168.00", unallocated: "0.00" })
      await sound(timeline)
    })

    it("is owed once in part: what is named by its item is that item's own", async () => {
      const timeline = await given("200")
      const [came, moved] = [await itemOf(timeline, "cap:cap1"), await itemOf(timeline, "move:in:cap:cap1#1")]
      expect((await reverse(timeline, null, moved.id)).reversal).toMatchObject({
        id: `${moved.id}.1`,
        amount: "32.00",
      })
      expect((await reverse(timeline, "8", came.id)).reversal).toMatchObject({
        id: `${came.id}.2`,
        amount: "8.00",
      })
      expect((await reverse(timeline, null)).reversal).toMatchObject({ id: `${came.id}.3`, amount: "160.00" })
      await read(timeline.vanish("cap1"))
      expect(await orderOf(timeline)).toMatchObject({ open: "168.00", unallocated: "0.00" })
      await sound(timeline)
    })
  })
})
