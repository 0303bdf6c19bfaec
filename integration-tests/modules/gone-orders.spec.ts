import { historyOfGone } from "../../src/modules/reconciliation/ingest/gone-order"
import { violationsIn } from "../setup/audit"
import { openLedger, type Ledger } from "../setup/ledger"
import { ModelOrder } from "../setup/model-shop"

const context = { actor: { type: "system", id: null }, cause: "gone" } as const
const day = (number: number): string => `2026-01-${String(number).padStart(2, "0")}T09:00:00.000Z`

describe("An order that the host no longer has", () => {
  let ledger: Ledger

  beforeAll(async () => {
    ledger = await openLedger("gone_orders")
  })

  afterAll(async () => {
    await ledger.close()
  })

  it("keeps a capture that was booked between asking what the ledger knows and posting", async () => {
    const shape = {
      customerId: "cus_gone",
      currency: "eur",
      lines: [7500n, 2500n],
      giftCard: 2000n,
      at: day(1),
    }
    const order = new ModelOrder("order_gone", 2, shape)
    const read = async (): Promise<void> => {
      const { now, hostVersions } = await ledger.service.orders.readMarks([order.id])
      await ledger.service.orders.reconcile(order.read(hostVersions.get(order.id) ?? 0, now), { context })
    }
    const findGone = async () => {
      const { now } = await ledger.service.orders.readMarks([order.id])
      const [known] = await ledger.service.orders.readKnown(["order_unknown", order.id])
      if (!known) throw new Error("the ledger does not know the order")
      const { basedOn, ...history } = historyOfGone(known, { readAt: now, timeZone: "UTC" })
      return { history, expectedVersion: basedOn ?? undefined }
    }
    await read()
    const early = await findGone()
    order.capture(day(2), 8000n, 0)
    await read()
    const late = await findGone()
    const { service } = ledger
    await expect(
      service.orders.reconcile(early.history, { context, expectedVersion: early.expectedVersion }),
    ).rejects.toMatchObject({ code: "version_stale" })

    await service.orders.reconcile(late.history, { context, expectedVersion: late.expectedVersion })
    expect(await service.orders.retrieve(order.id)).toMatchObject({
      state: "full",
      totals: { owed: "0.00", open: "0.00", unallocated: "100.00" },
    })
    const [account] = await service.accounts.listOf("cus_gone")
    expect(await violationsIn(ledger, account?.id ?? "")).toEqual([])
  })
})
