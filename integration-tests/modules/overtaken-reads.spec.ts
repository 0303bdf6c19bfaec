import type { DocumentHistory } from "../../src/modules/reconciliation/domain/posting/document-state"
import { historyOf } from "../../src/modules/reconciliation/ingest/history"
import { HostTimeline } from "../../test/support/host-timeline"
import { openLedger, type Ledger } from "../setup/ledger"

const context = { actor: { type: "system", id: null }, cause: "event" } as const

/** A minute of the day on which the host is read. */
const minute = (of: number): string => new Date(Date.UTC(2026, 1, 1, 12, of)).toISOString()

function read(timeline: HostTimeline, begun: number, answered: number): DocumentHistory {
  return historyOf({
    order: timeline.order(),
    versions: timeline.versionsSince(0),
    changes: timeline.confirmedChanges(),
    digits: 2,
    readAt: minute(begun),
    readUntil: minute(answered),
    timeZone: "UTC",
    moneyReferences: [],
    paymentMethods: {},
    settledBefore: null,
  })
}

describe("A read of the host", () => {
  let ledger: Ledger
  let orders = 0

  beforeAll(async () => {
    ledger = await openLedger("overtaken")
  })

  afterAll(async () => {
    await ledger.close()
  })

  const openTimeline = (): HostTimeline => {
    orders += 1
    return new HostTimeline({ orderId: `order_${orders}` }).place({ A: "100" })
  }

  const moneyOf = (timeline: HostTimeline): Promise<object[]> =>
    ledger.sql("select kind from reconciliation_open_item where key like ? order by id", [
      `%:${timeline.orderId}_%1`,
    ])

  it("is superseded when it began before the answer to one that was applied already, and may have seen less", async () => {
    const timeline = openTimeline()
    const seenLess = read(timeline, 2, 4)
    timeline.capture(minute(-60), "100", { id: "cap1" })
    const seenMore = read(timeline, 1, 3)
    await ledger.service.orders.reconcile(seenMore, { context })
    expect(await ledger.service.orders.reconcile(seenLess, { context })).toMatchObject({
      superseded: true,
      changed: false,
    })
    expect(await moneyOf(timeline)).toEqual([{ kind: "payment" }])
  })

  it("counts when it began after the answer to one that was applied already", async () => {
    const timeline = openTimeline().capture(minute(-60), "100", { id: "cap1" })
    await ledger.service.orders.reconcile(read(timeline, 1, 3), { context })
    timeline.refund(minute(-30), "40", { id: "ref1" })
    expect(await ledger.service.orders.reconcile(read(timeline, 3, 4), { context })).toMatchObject({
      superseded: false,
      changed: true,
    })
    expect(await moneyOf(timeline)).toEqual([{ kind: "payment" }, { kind: "refund" }])
  })
})
