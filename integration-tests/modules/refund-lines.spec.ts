import { historyOf } from "../../src/modules/reconciliation/ingest/history"
import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { HostTimeline } from "../../test/support/host-timeline"
import { openLedger, type Ledger } from "../setup/ledger"

const context = { actor: { type: "system", id: null }, cause: "refund" } as const
const day = (number: number): string => `2026-01-0${number}T12:00:00.000Z`

describe("which lines a refund pays back", () => {
  let ledger: Ledger

  beforeAll(async () => {
    ledger = await openLedger("refund_lines")
  })

  afterAll(async () => {
    await ledger.close()
  })

  const read = async (service: ReconciliationModuleService, timeline: HostTimeline): Promise<void> => {
    const { now, hostVersions } = await service.orders.readMarks([timeline.orderId])
    const history = historyOf({
      order: timeline.order(),
      versions: timeline.versionsSince(hostVersions.get(timeline.orderId) ?? 0),
      changes: timeline.confirmedChanges(),
      digits: 2,
      readAt: now,
      timeZone: "UTC",
      moneyReferences: [],
      paymentMethods: {},
      settledBefore: null,
    })
    await service.orders.reconcile(history, { context })
  }

  /** A 100 and B 60, both paid at once; then 40 are refunded, and nobody says for what. */
  const refunded = async (service: ReconciliationModuleService, orderId: string): Promise<string[]> => {
    const timeline = new HostTimeline({ orderId })
    timeline.place({ A: "100", B: "60" }).capture(day(2), "160", { id: "cap1" })
    await read(service, timeline)
    timeline.refund(day(3), "40", { id: "ref1" }).credit(day(3), { amount: "40" })
    await read(service, timeline)
    const order = await service.orders.retrieve(orderId)
    return (order?.rows ?? []).map(({ key, net, open }) => `${key.slice(-1)} ${net}, open ${open}`)
  }

  it("those paid last, by default", async () => {
    expect(await refunded(ledger.service, "order_newest")).toEqual([
      "A 100.00, open 0.00",
      "B 20.00, open 0.00",
    ])
  })

  it("all in proportion to what they are worth, where the option says so", async () => {
    const service = ledger.serviceWith({ refundLines: "pro_rata" })
    expect(await refunded(service, "order_pro_rata")).toEqual(["A 75.00, open 0.00", "B 45.00, open 0.00"])
  })
})
